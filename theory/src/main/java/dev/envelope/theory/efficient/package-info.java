/**
 * Efficient mechanisms of agents with independent private types: VCG with any basis, expected externality, and the
 * balanced and individually rational one. Start at {@link dev.envelope.theory.efficient.EfficientMechanism}; what is
 * chosen is an {@link dev.envelope.theory.efficient.EfficientChoice}.
 */
@NullMarked
package dev.envelope.theory.efficient;

import org.jspecify.annotations.NullMarked;
