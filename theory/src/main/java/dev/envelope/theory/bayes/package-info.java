/**
 * Equilibria from scratch: of any sealed-bid mechanism with one-number types, found by playing it. Start at
 * {@link dev.envelope.theory.bayes.NumericEquilibrium}.
 */
@NullMarked
package dev.envelope.theory.bayes;

import org.jspecify.annotations.NullMarked;
