package dev.envelope.game.session.state;

import dev.envelope.game.session.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The seats and who has them.
 *
 * @param seats all seats, by number
 * @param byKey the number of the seat with the key of this hash; never iterated
 * @param barred the hashes of the keys whose owners were removed
 * @param invited the hashes of the keys that links were given out for
 * @param taken how many seats are not free
 * @param persons how many seats persons took
 * @param strategies for how many seats a strategy acts
 */
public record Seating(
        SeatVector seats,
        Map<String, Integer> byKey,
        Set<String> barred,
        Set<String> invited,
        int taken,
        int persons,
        int strategies) {

    static final Seating EMPTY = new Seating(SeatVector.EMPTY, Map.of(), Set.of(), Set.of(), 0, 0, 0);

    Seating with(SeatVector newSeats) {
        return new Seating(newSeats, byKey, barred, invited, taken, persons, strategies);
    }

    /** One seat is another than before: a new one when its number is the next. */
    Seating with(int seat, SeatState after) {
        if (seat == seats.size()) {
            return counting(seats.plus(after), SeatState.FREE, after);
        }
        return counting(seats.with(seat, after), seats.get(seat), after);
    }

    private Seating counting(SeatVector newSeats, SeatState before, SeatState after) {
        return new Seating(
                newSeats,
                byKey,
                barred,
                invited,
                taken + (after.isFree() ? 0 : 1) - (before.isFree() ? 0 : 1),
                persons + (after.owner().person() ? 1 : 0) - (before.owner().person() ? 1 : 0),
                strategies + (after.isPlayedByStrategy() ? 1 : 0) - (before.isPlayedByStrategy() ? 1 : 0));
    }

    Seating plus(Event.SeatTaken event) {
        Map<String, Integer> keys = new TreeMap<>(byKey);
        keys.put(event.keyHash(), event.seat());
        SeatState after = event.seat() == seats.size()
                ? SeatState.taken(event)
                : seats.get(event.seat()).retaken(event);
        Seating seated = with(event.seat(), after);
        return new Seating(seated.seats, keys, barred, invited, seated.taken, seated.persons, seated.strategies);
    }

    /** The owner of {@code seat} is removed; {@code after} is the seat without it. */
    Seating without(int seat, SeatState after) {
        String keyHash = seats.get(seat).owner().keyHash();
        Map<String, Integer> keys = new TreeMap<>(byKey);
        keys.remove(keyHash);
        Set<String> barredKeys = new TreeSet<>(barred);
        barredKeys.add(keyHash);
        Seating changed = with(seat, after);
        return new Seating(
                changed.seats, keys, barredKeys, invited, changed.taken, changed.persons, changed.strategies);
    }

    /** The owner of {@code seat} leaves and may come back; {@code after} is the seat without it. */
    Seating leaving(int seat, SeatState after) {
        Map<String, Integer> keys = new TreeMap<>(byKey);
        keys.remove(seats.get(seat).owner().keyHash());
        Seating changed = with(seat, after);
        return new Seating(changed.seats, keys, barred, invited, changed.taken, changed.persons, changed.strategies);
    }

    /** With links for these keys as well. */
    Seating inviting(List<String> keyHashes) {
        Set<String> more = new TreeSet<>(invited);
        more.addAll(keyHashes);
        return new Seating(seats, byKey, barred, more, taken, persons, strategies);
    }

    /** The numbers of the seats that are not free, upwards. */
    public int[] playing() {
        return IntStream.range(0, seats.size())
                .filter(seat -> !seats.get(seat).isFree())
                .toArray();
    }

    /** The lowest number that can be given to somebody new before the session has begun. */
    public int next() {
        return taken == seats.size()
                ? taken
                : IntStream.range(0, seats.size())
                        .filter(seat -> seats.get(seat).isFree())
                        .findFirst()
                        .orElseThrow();
    }
}
