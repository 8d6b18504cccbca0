package dev.envelope.game.outcome;

/**
 * What one seat takes away from its market.
 *
 * @param seat the seat's number
 * @param valueTicks what a unit is worth to it in ticks: its private value (its cost, for a seller), or the common value
 * @param units units received: 1 for a winner or a buyer that trades, −1 for a seller that trades, 0 otherwise
 * @param paymentTicks what it pays, in ticks; negative when it is paid
 */
public record SeatOutcome(int seat, long valueTicks, int units, long paymentTicks) {

    /** The seat's payoff in ticks: the value of what it received less what it paid. */
    public long payoffTicks() {
        return units * valueTicks - paymentTicks;
    }
}
