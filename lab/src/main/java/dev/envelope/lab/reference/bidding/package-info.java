/**
 * What firms that bid for a licence and partners that bid for the whole firm do and expect, alike or not. Start at {@link
 * dev.envelope.lab.reference.bidding.PlayedChoice}.
 */
@NullMarked
package dev.envelope.lab.reference.bidding;

import org.jspecify.annotations.NullMarked;
