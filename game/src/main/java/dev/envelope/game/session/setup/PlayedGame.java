package dev.envelope.game.session.setup;

import dev.envelope.game.draw.BlockDraws;
import dev.envelope.game.market.LiveMarket;
import dev.envelope.game.market.MarketValues;
import dev.envelope.game.market.TickSupport;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.Report;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.session.event.Event;
import dev.envelope.theory.mechanism.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A game made ready to be played: a treatment in markets of one size.
 *
 * @param treatment what is played
 * @param market its market
 * @param supports the ranges of the values of every agent of the market
 * @param values how they are drawn
 */
public record PlayedGame(Treatment treatment, LiveMarket market, List<TickSupport> supports, MarketValues values) {

    /**
     * The game of {@code treatment}.
     *
     * @throws IllegalArgumentException when it cannot be built
     */
    static PlayedGame of(Treatment treatment) {
        List<TickSupport> supports = new ArrayList<>();
        for (RoleSpec role : treatment.roles()) {
            TickSupport support =
                    TickSupport.of(StatedValues.distribution(StatedValues.range(role.values())), treatment.ticks());
            supports.addAll(Collections.nCopies(role.count(), support));
        }
        return new PlayedGame(treatment, LiveMarket.of(treatment), List.copyOf(supports), MarketValues.of(treatment));
    }

    /**
     * What a market of the game ends in.
     *
     * @param index the market's index within the round
     * @param group its seats with their values
     * @param counted what counts as each one's message
     * @param tieWords the words of the round's ties, by seat
     */
    public Outcome settle(int index, List<Event.DealtSeat> group, List<Message> counted, long[] tieWords) {
        int[] seats = group.stream().mapToInt(Event.DealtSeat::seat).toArray();
        List<LiveMarket.Holding> holdings = group.stream()
                .map(dealt -> new LiveMarket.Holding(dealt.seat(), dealt.valueTicks()))
                .toList();
        return market.settle(index, holdings, counted, BlockDraws.tieOrder(tieWords, seats));
    }

    /** What counts for the agent {@code agent} where nothing else is known of it: it abstains, or has the least interest. */
    public Message missing(int agent) {
        boolean reports = treatment.absent().equals(AbsentRule.LEAST_INTEREST)
                || !treatment.mechanism().type().mayAbstain();
        return reports ? leastInterest(agent) : new Abstain();
    }

    /** A report of the lowest value, of a seller the highest cost. */
    private Message leastInterest(int agent) {
        TickSupport support = supports.get(agent);
        Side side = treatment.roles().get(treatment.roleOf(agent)).side();
        return Report.of(side == Side.SELLER ? support.highest() : support.lowest());
    }
}
