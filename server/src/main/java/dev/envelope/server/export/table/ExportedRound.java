package dev.envelope.server.export.table;

import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SettledRound;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A settled round with what led to it.
 *
 * @param settled the round
 * @param place where in the plan it stands
 * @param openedAt when messages were taken
 * @param closedAt when no more were
 * @param closed why
 * @param seats every seat of the session, by number
 */
public record ExportedRound(
        SettledRound settled, Place place, long openedAt, long closedAt, CloseReason closed, List<SeatRound> seats) {

    /** Copies the list. */
    public ExportedRound {
        seats = List.copyOf(seats);
    }

    /**
     * A round's place in the plan.
     *
     * @param block the number of its block, from 1
     * @param of what the plan says of the block
     * @param round its number in the block, from 1
     */
    public record Place(int block, Block of, int round) {}

    /**
     * A seat's part in a round.
     *
     * @param part what it got; empty when it sat out
     * @param sent its messages
     * @param totalTicks its owner's payoff of all rounds so far that are no practice
     */
    public record SeatRound(Optional<Part> part, Sent sent, long totalTicks) {}

    /**
     * What a seat that took part had and got.
     *
     * @param market the number of its market, from 1
     * @param agent its number in the market, from 1
     * @param role its role there
     * @param valueTicks its value
     * @param end what it takes away
     * @param standIn the strategy whose answer counted; empty where none did
     * @param priceTicks the market's price
     * @param commonTicks what a unit is worth to everyone in the market, where that is the same
     */
    public record Part(
            int market,
            int agent,
            RoleSpec role,
            long valueTicks,
            Event.SettledSeat end,
            String standIn,
            OptionalLong priceTicks,
            OptionalLong commonTicks) {

        /** What it gained. */
        public long payoffTicks() {
            return end.units() * commonTicks.orElse(valueTicks) - end.paymentTicks();
        }
    }

    /**
     * The messages of a seat in a round.
     *
     * @param count how many were taken
     * @param firstAt when the first was
     * @param lastAt when the last was
     */
    public record Sent(int count, long firstAt, long lastAt) {

        /** No message yet. */
        public static final Sent NONE = new Sent(0, 0, 0);

        /** One more, at {@code at}. */
        public Sent plus(long at) {
            return new Sent(count + 1, count == 0 ? at : firstAt, at);
        }
    }

    /** Its number in the session, from 1. */
    public int number() {
        return settled.round();
    }

    /** What is played in it. */
    public Treatment treatment() {
        return settled.treatment();
    }

    OptionalLong sinceOpened(Sent sent, boolean first) {
        return sent.count() == 0
                ? OptionalLong.empty()
                : OptionalLong.of((first ? sent.firstAt() : sent.lastAt()) - openedAt);
    }
}
