/**
 * Second-price auctions in which bids are admitted up to a highest one, so that high values tie there. Start at {@link
 * dev.envelope.theory.capped.CappedSecondPrice}.
 */
@NullMarked
package dev.envelope.theory.capped;

import org.jspecify.annotations.NullMarked;
