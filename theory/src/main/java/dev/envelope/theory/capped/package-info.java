/**
 * Auctions in which bids are admitted up to a highest one, so that high values tie there, and the second-price auction among
 * them. Start at {@link dev.envelope.theory.capped.CappedMechanism}.
 */
@NullMarked
package dev.envelope.theory.capped;

import org.jspecify.annotations.NullMarked;
