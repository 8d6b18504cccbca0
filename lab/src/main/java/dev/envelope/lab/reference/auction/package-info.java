/**
 * One auction of one object as reference cases describe it, and all that can be said of it once its equilibrium is known.
 * Start at {@link dev.envelope.lab.reference.auction.PlayedAuction}.
 */
@NullMarked
package dev.envelope.lab.reference.auction;

import org.jspecify.annotations.NullMarked;
