package dev.envelope.client;

import java.util.Optional;

/**
 * How a strategy's session went.
 *
 * @param seat the seat's number
 * @param rounds how many rounds the strategy was asked in
 * @param totalTicks the seat's payoff of the whole session, in ticks
 * @param failures in how many rounds the strategy threw or its message was refused
 * @param firstFailure the first of them
 */
public record PlayReport(int seat, int rounds, long totalTicks, int failures, Optional<Throwable> firstFailure) {}
