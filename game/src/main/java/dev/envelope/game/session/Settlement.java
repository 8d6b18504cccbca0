package dev.envelope.game.session;

import dev.envelope.game.message.Message;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.setup.PlayedBlock;
import dev.envelope.game.session.state.Presence;
import dev.envelope.game.session.state.SeatState;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.session.state.SettledRound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The outcomes of a closed round, with what counted for those who sent nothing. */
final class Settlement {

    private final SessionState state;
    private final PlayedBlock block;

    private Settlement(SessionState state) {
        this.state = state;
        this.block = state.block();
    }

    /** How the closed round of {@code state} ends, and when the next one begins. */
    static Event.RoundSettled of(SessionState state, long atMillis) {
        List<Event.SettledMarket> markets = new Settlement(state).markets();
        Event.RoundSettled end = new Event.RoundSettled(atMillis, state.round(), markets, OptionalLong.empty());
        long pause = state.block().treatment().timing().resultMillis();
        boolean goesOnAtOnce = pause == 0 || !state.hasPersons();
        return goesOnAtOnce || isLast(state, end)
                ? end
                : new Event.RoundSettled(atMillis, state.round(), markets, OptionalLong.of(atMillis + pause));
    }

    private static boolean isLast(SessionState state, Event.RoundSettled end) {
        return state.round() == state.rounds()
                || state.isEndRequested()
                || state.evolve(end).isStoppedByBankruptcy();
    }

    private List<Event.SettledMarket> markets() {
        long[] tieWords = block.draws().tieWords(block.roundInBlock(state.round()), state.seatNumbers());
        List<Event.DealtMarket> dealt = state.current().dealt().markets();
        List<Event.SettledMarket> markets = new ArrayList<>(dealt.size());
        for (int market = 0; market < dealt.size(); market++) {
            markets.add(settled(market, dealt.get(market).seats(), tieWords));
        }
        return markets;
    }

    private Event.SettledMarket settled(int market, List<Event.DealtSeat> group, long[] tieWords) {
        List<Message> counted =
                group.stream().map(dealt -> counted(state.seat(dealt.seat()))).toList();
        return settled(block.game(group.size()).settle(market, group, counted, tieWords), counted);
    }

    private Event.SettledMarket settled(Outcome outcome, List<Message> counted) {
        List<Event.SettledSeat> ends = new ArrayList<>(counted.size());
        for (int i = 0; i < counted.size(); i++) {
            SeatOutcome end = outcome.seats().get(i);
            boolean byDefault = state.seat(end.seat()).standing().isEmpty();
            ends.add(new Event.SettledSeat(
                    end.seat(), end.units(), end.paymentTicks(), Optional.of(counted.get(i)), byDefault));
        }
        return new Event.SettledMarket(ends, outcome.price(), outcome.voided());
    }

    private Message counted(SeatState seat) {
        return seat.standing().or(() -> replied(seat)).orElseGet(() -> absent(seat));
    }

    private static Optional<Message> replied(SeatState seat) {
        return seat.presence().reply().flatMap(Presence.Reply::message);
    }

    private Message absent(SeatState seat) {
        Treatment treatment = block.treatment();
        Optional<Message> last = treatment.absent().equals(AbsentRule.LAST_MESSAGE)
                ? seat.played().flatMap(p -> last(p, seat))
                : Optional.empty();
        return last.orElseGet(() -> {
            SeatState.Place place = seat.place().orElseThrow();
            return state.game(place).missing(place.agent());
        });
    }

    private Optional<Message> last(SeatState.Played played, SeatState seat) {
        SettledRound before = played.round();
        boolean sameGame = before.round() == state.round() - 1
                && before.treatment().equals(block.treatment())
                && before.role(played.place()) == state.role(seat.place().orElseThrow());
        return sameGame ? played.end().counted() : Optional.empty();
    }
}
