/**
 * The tables of an export with a row for each who has had a seat, and the rounds beside one another. Start at {@code
 * RoundsAcross}; {@code SeatsByRound} is where the rounds wait until their row is written.
 */
@NullMarked
package dev.envelope.server.export.across;

import org.jspecify.annotations.NullMarked;
