/**
 * What a deviation from a strategy profile earns, found by playing the mechanism itself. Start at
 * {@link dev.envelope.theory.deviation.BestResponse}.
 */
@NullMarked
package dev.envelope.theory.deviation;

import org.jspecify.annotations.NullMarked;
