package dev.envelope.game.session.state;

import dev.envelope.game.session.event.Event;
import java.util.Arrays;
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
        boolean begins = size % CHUNK == 0;
        SeatState[][] copies = Arrays.copyOf(chunks, begins ? chunks.length + 1 : chunks.length);
        copies[size / CHUNK] = begins ? new SeatState[1] : Arrays.copyOf(chunks[size / CHUNK], size % CHUNK + 1);
        copies[size / CHUNK][size % CHUNK] = state;
        return new SeatVector(copies, size + 1);
    }

    SeatVector map(UnaryOperator<SeatState> change) {
        SeatState[][] changed = new SeatState[chunks.length][];
        for (int i = 0; i < chunks.length; i++) {
            changed[i] = chunks[i].clone();
            for (int j = 0; j < changed[i].length; j++) {
                changed[i][j] = change.apply(changed[i][j]);
            }
        }
        return new SeatVector(changed, size);
    }

    /** The seats in the places that {@code event} gives them. */
    SeatVector placed(Event.RoundDealt event) {
        SeatVector placed = map(seat -> seat.dealt(Optional.empty()));
        for (int market = 0; market < event.markets().size(); market++) {
            List<Event.DealtSeat> group = event.markets().get(market).seats();
            for (int agent = 0; agent < group.size(); agent++) {
                Event.DealtSeat dealt = group.get(agent);
                SeatState.Place place = new SeatState.Place(market, agent, dealt.valueTicks());
                placed.put(dealt.seat(), get(dealt.seat()).dealt(Optional.of(place)));
            }
        }
        return placed;
    }

    /** Only on a vector that nobody else has seen. */
    private void put(int seat, SeatState state) {
        chunks[seat / CHUNK][seat % CHUNK] = state;
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
}
