package dev.envelope.game.session.state;

import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.session.event.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * A settled round with everything in it: for records and statistics, not for seats.
 *
 * @param block the index of the round's block in the plan
 * @param treatment the game that was played, as the plan states it
 * @param practice whether payoffs did not count
 * @param dealt groups and values
 * @param settled messages and outcomes
 */
public record SettledRound(
        int block, Treatment treatment, boolean practice, Event.RoundDealt dealt, Event.RoundSettled settled) {

    /** The round's number in the session, from 1. */
    public int round() {
        return dealt.round();
    }

    /** The game that was played in the market with the index {@code market}: the treatment, or the same in a larger group. */
    public Treatment treatment(int market) {
        return treatment.ofSize(dealt.markets().get(market).seats().size());
    }

    /** The role that a seat had at {@code place}. */
    public int role(SeatState.Place place) {
        return treatment(place.market()).roleOf(place.agent());
    }

    /** The outcome of every market. */
    public List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int market = 0; market < dealt.markets().size(); market++) {
            outcomes.add(outcome(market));
        }
        return outcomes;
    }

    private Outcome outcome(int market) {
        Event.DealtMarket values = dealt.markets().get(market);
        Event.SettledMarket end = settled.markets().get(market);
        List<SeatOutcome> seats = new ArrayList<>(values.seats().size());
        for (int i = 0; i < values.seats().size(); i++) {
            Event.SettledSeat seat = end.seats().get(i);
            seats.add(new SeatOutcome(seat.seat(), values.worthTicks(i), seat.units(), seat.paymentTicks()));
        }
        return new Outcome(market, seats, end.priceTicks(), end.voided());
    }
}
