/**
 * Observed against predicted: what was played, read from records or a simulation, beside what the theory says. Start at
 * {@link dev.envelope.lab.verification.Verification}.
 */
@NullMarked
package dev.envelope.lab.verification;

import org.jspecify.annotations.NullMarked;
