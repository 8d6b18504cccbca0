package dev.envelope.game.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who meets whom in which role, and with which values. */
final class Dealing {

    private Dealing() {}

    /** The deal of round {@code round}: groups in the order of the matchmaking, whose tail sits out. */
    static Event.RoundDealt deal(SessionState state, long atMillis, int round) {
        PlayedBlock block = state.setup().blockOf(round);
        int inBlock = block.roundInBlock(round);
        int seats = state.seatsTaken();
        int[] order = block.matchmaking().order(inBlock, seats);
        double[] uniforms = block.draws().uniforms(inBlock, seats);
        int size = block.treatment().marketSize();
        List<Event.DealtMarket> markets = new ArrayList<>(seats / size);
        for (int first = 0; first + size <= seats; first += size) {
            List<Event.DealtSeat> group = new ArrayList<>(size);
            for (int agent = 0; agent < size; agent++) {
                int seat = order[first + agent];
                group.add(new Event.DealtSeat(seat, block.supports().get(agent).value(uniforms[seat])));
            }
            markets.add(new Event.DealtMarket(group));
        }
        return new Event.RoundDealt(atMillis, round, markets);
    }

    /** The seats in the places that {@code event} gives them. */
    static SeatVector placed(SeatVector seats, Event.RoundDealt event) {
        List<SeatState> placed = new ArrayList<>(seats.size());
        for (int seat = 0; seat < seats.size(); seat++) {
            placed.add(seats.get(seat).dealt(Optional.empty()));
        }
        for (int market = 0; market < event.markets().size(); market++) {
            List<Event.DealtSeat> group = event.markets().get(market).seats();
            for (int agent = 0; agent < group.size(); agent++) {
                Event.DealtSeat dealt = group.get(agent);
                SeatState.Place place = new SeatState.Place(market, agent, dealt.valueTicks());
                placed.set(dealt.seat(), seats.get(dealt.seat()).dealt(Optional.of(place)));
            }
        }
        return SeatVector.of(placed);
    }
}
