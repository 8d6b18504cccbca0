/**
 * Bids for a licence whose losers lose by the winner's value, of firms whose values have different distributions. Start at {@link
 * dev.envelope.theory.licence.interdependent.InterdependentFirms}.
 */
@NullMarked
package dev.envelope.theory.licence.interdependent;

import org.jspecify.annotations.NullMarked;
