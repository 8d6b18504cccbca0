/**
 * How private types are drawn: pure functions of a distribution, no generator inside. Start at
 * {@link dev.envelope.theory.distribution.ValueDistribution}.
 */
@NullMarked
package dev.envelope.theory.distribution;

import org.jspecify.annotations.NullMarked;
