/**
 * What a seller can choose and what it is worth: prices, reserves and sequences of offers, and the comparisons of the textbook.
 * Start at {@link dev.envelope.theory.design.PostedPrices}.
 */
@NullMarked
package dev.envelope.theory.design;

import org.jspecify.annotations.NullMarked;
