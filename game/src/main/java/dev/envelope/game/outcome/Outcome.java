package dev.envelope.game.outcome;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The outcome of one market: its allocation and its payments.
 *
 * @param market the market's index within the round, from 0
 * @param seats one entry per seat of the market, in the market's order
 * @param price the uniform price in ticks where the mechanism has one and something was traded: what the winner pays
 *     in a single-object format, the trading price in a double auction
 * @param voided why the market is void: nothing changes hands and nobody pays; empty for a regular outcome
 */
public record Outcome(int market, List<SeatOutcome> seats, OptionalLong price, Optional<String> voided) {

    /** Copies the list. */
    public Outcome {
        seats = List.copyOf(seats);
    }

    /** What the market house keeps, in ticks: the sum of all payments, negative when it pays in. */
    public long revenueTicks() {
        return seats.stream().mapToLong(SeatOutcome::paymentTicks).sum();
    }

    /**
     * The sum over seats of the value of what changed hands, in ticks, before payments. {@link dev.envelope.game.market.MarketGains} deducts
     * what that is worth to a house that keeps it.
     */
    public long tradedValueTicks() {
        return seats.stream().mapToLong(s -> s.units() * s.valueTicks()).sum();
    }
}
