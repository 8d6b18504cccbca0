package dev.envelope.game.view;

import dev.envelope.game.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What one seat learns when a round is settled: its own part, and as much of the rest as the treatment reveals.
 *
 * @param round the round's number in the session, from 1
 * @param played the seat's own message that counted, absent if it had none
 * @param byDefault whether {@code played} was put there by the treatment's default for the missing
 * @param valueTicks the seat's private value or cost in ticks; its signal where the value is common
 * @param units units received: 1 bought or won, −1 sold, 0 nothing
 * @param paymentTicks what the seat pays, in ticks; negative when it is paid
 * @param payoffTicks the seat's payoff of this round, in ticks
 * @param totalTicks the seat's payoff of all rounds so far, in ticks
 * @param priceTicks the market's price, where the treatment reveals it and there is one
 * @param rank the rank of the seat's own message among the market's, from 1, where the treatment reveals it
 * @param revealed all messages of the market without names, highest first, where the treatment reveals them
 * @param voided why the market is void, if it is
 * @param commonTicks what a unit was worth to everyone in the market, where that is the same
 */
public record RoundResult(
        int round,
        Optional<Message> played,
        boolean byDefault,
        long valueTicks,
        int units,
        long paymentTicks,
        long payoffTicks,
        long totalTicks,
        OptionalLong priceTicks,
        OptionalInt rank,
        List<Message> revealed,
        Optional<String> voided,
        OptionalLong commonTicks) {

    /** Copies the list. */
    public RoundResult {
        revealed = List.copyOf(revealed);
    }

    /** The result of a round with private values. */
    public RoundResult(
            int round,
            Optional<Message> played,
            boolean byDefault,
            long valueTicks,
            int units,
            long paymentTicks,
            long payoffTicks,
            long totalTicks,
            OptionalLong priceTicks,
            OptionalInt rank,
            List<Message> revealed,
            Optional<String> voided) {
        this(
                round,
                played,
                byDefault,
                valueTicks,
                units,
                paymentTicks,
                payoffTicks,
                totalTicks,
                priceTicks,
                rank,
                revealed,
                voided,
                OptionalLong.empty());
    }

    /** What a unit was worth to the seat. */
    public long worthTicks() {
        return commonTicks.orElse(valueTicks);
    }
}
