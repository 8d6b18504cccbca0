/**
 * Types of which each has a positive probability: grids, point masses and data as they are. What needs a density does not take
 * them; start at {@link dev.envelope.theory.distribution.discrete.DiscreteDistribution}.
 */
@NullMarked
package dev.envelope.theory.distribution.discrete;

import org.jspecify.annotations.NullMarked;
