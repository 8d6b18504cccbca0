/**
 * Observed against predicted: sample statistics of what was played and their comparison with what the theory says.
 * Start at {@link dev.envelope.lab.verification.Comparison}.
 */
@NullMarked
package dev.envelope.lab.verification;

import org.jspecify.annotations.NullMarked;
