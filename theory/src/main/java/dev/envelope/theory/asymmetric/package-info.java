/**
 * The first-price auction among bidders whose values have different distributions: its bid functions and what follows.
 *
 * <p>Start at {@link dev.envelope.theory.asymmetric.AsymmetricFirstPrice}; its equations are in {@code dynamics} and are solved in {@code collocation}.
 */
@NullMarked
package dev.envelope.theory.asymmetric;

import org.jspecify.annotations.NullMarked;
