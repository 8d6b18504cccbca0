package dev.envelope.game.view;

import dev.envelope.game.plan.Pay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a seat, or a spectator, may know of the pay.
 *
 * @param terms how points become money, and which rounds are paid
 * @param paid what the seat is paid, once the session has finished; empty for a spectator
 */
public record PayView(Pay terms, Optional<Paid> paid) {

    /** Points are points, and the session goes on. */
    public static final PayView NONE = new PayView(Pay.NONE, Optional.empty());

    /** The same after the session's end. */
    public PayView with(Optional<Paid> atTheEnd) {
        return new PayView(terms, atTheEnd);
    }

    /**
     * What a seat is paid.
     *
     * @param rounds the rounds that are paid, in order; empty where all are, and for a seat that played none
     * @param ticks its payoffs of them
     * @param money what it is paid in units of currency, with two decimals
     */
    public record Paid(List<Integer> rounds, long ticks, BigDecimal money) {

        /** Copies the list. */
        public Paid {
            rounds = List.copyOf(rounds);
        }
    }
}
