package dev.envelope.client;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a strategy's session went.
 *
 * @param seat the seat's number
 * @param rounds how many rounds the strategy was asked in
 * @param totalTicks the seat's payoff of the whole session, in ticks
 * @param tick what a tick is worth, in points
 * @param failures in how many rounds the strategy threw or its message was refused
 * @param firstFailure the first of them
 */
public record PlayReport(
        int seat, int rounds, long totalTicks, BigDecimal tick, int failures, Optional<Throwable> firstFailure) {

    /** The seat's payoff of the whole session, in points. */
    public BigDecimal totalPoints() {
        return tick.multiply(BigDecimal.valueOf(totalTicks));
    }
}
