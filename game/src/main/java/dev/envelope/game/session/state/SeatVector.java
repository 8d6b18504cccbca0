package dev.envelope.game.session.state;

import dev.envelope.game.session.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All seats, by number. Immutable: replacing one of n copies {@value #CHUNK} + n/{@value #CHUNK} references. */
public final class SeatVector {

    static final SeatVector EMPTY = new SeatVector(new SeatState[0][], 0);

    private static final int CHUNK = 32;

    private final SeatState[][] chunks;
    private final int size;

    private SeatVector(SeatState[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    int size() {
        return size;
    }

    SeatState get(int seat) {
        if (seat < 0 || seat >= size) {
            throw new IllegalArgumentException("seat: " + seat + " (expected: one of the " + size + " from 0 on)");
        }
        return chunks[seat / CHUNK][seat % CHUNK];
    }

    SeatVector with(int seat, SeatState state) {
        SeatState[][] copies = chunks.clone();
        copies[seat / CHUNK] = chunks[seat / CHUNK].clone();
        copies[seat / CHUNK][seat % CHUNK] = state;
        return new SeatVector(copies, size);
    }

    SeatVector plus(SeatState state) {
        List<SeatState> all = all();
        all.add(state);
        return of(all);
    }

    SeatVector map(UnaryOperator<SeatState> change) {
        List<SeatState> all = all();
        all.replaceAll(change);
        return of(all);
    }

    /** The seats in the places that {@code event} gives them. */
    SeatVector placed(Event.RoundDealt event) {
        List<SeatState> placed = new ArrayList<>(size);
        for (SeatState seat : all()) {
            placed.add(seat.dealt(Optional.empty()));
        }
        for (int market = 0; market < event.markets().size(); market++) {
            List<Event.DealtSeat> group = event.markets().get(market).seats();
            for (int agent = 0; agent < group.size(); agent++) {
                Event.DealtSeat dealt = group.get(agent);
                SeatState.Place place = new SeatState.Place(market, agent, dealt.valueTicks());
                placed.set(dealt.seat(), get(dealt.seat()).dealt(Optional.of(place)));
            }
        }
        return of(placed);
    }

    /** How many seats are such. */
    int count(Predicate<SeatState> such) {
        int count = 0;
        for (SeatState[] chunk : chunks) {
            for (SeatState seat : chunk) {
                count += such.test(seat) ? 1 : 0;
            }
        }
        return count;
    }

    private List<SeatState> all() {
        List<SeatState> all = new ArrayList<>(size + 1);
        for (SeatState[] chunk : chunks) {
            all.addAll(List.of(chunk));
        }
        return all;
    }

    static SeatVector of(List<SeatState> seats) {
        int size = seats.size();
        SeatState[][] chunks = new SeatState[(size + CHUNK - 1) / CHUNK][];
        for (int i = 0; i < chunks.length; i++) {
            List<SeatState> part = seats.subList(i * CHUNK, StrictMath.min(size, (i + 1) * CHUNK));
            chunks[i] = part.toArray(new SeatState[0]);
        }
        return new SeatVector(chunks, size);
    }
}
