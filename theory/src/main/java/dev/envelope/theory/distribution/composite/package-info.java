/**
 * Distributions made of lists, of data or of other distributions, and the reading of any distribution from a map. Start at
 * {@link dev.envelope.theory.distribution.composite.DistributionDescription}.
 */
@NullMarked
package dev.envelope.theory.distribution.composite;

import org.jspecify.annotations.NullMarked;
