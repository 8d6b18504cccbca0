package dev.envelope.game.plan.seating;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who plays where people are missing, and who may still come.
 *
 * @param fill what takes the seats that nobody has taken when the first round begins; empty for nothing
 * @param uneven what becomes of those who are left over when markets do not come out even
 * @param dropOuts what becomes of the seats of those who leave; empty for nothing: rounds wait for them
 * @param lastArrival the round until which newcomers may still take a seat; 0 for none once the first round has begun
 */
public record Staffing(Optional<StandIn> fill, Uneven uneven, Optional<DropOuts> dropOuts, int lastArrival) {

    /** Seats are people's alone, from the first round to the last. */
    public static final Staffing NONE = new Staffing(Optional.empty(), Uneven.SIT_OUT, Optional.empty(), 0);

    /** Checks the last arrival. */
    public Staffing {
        if (lastArrival < 0) {
            throw new IllegalArgumentException("lastArrival: " + lastArrival + " (expected: 0 or a round)");
        }
    }

    /** Whether seats may begin with a stand-in. */
    public boolean fills() {
        return fill.isPresent() || uneven == Uneven.BOT;
    }

    /** What takes so many seats more that all markets come out even; empty for nothing. */
    public Optional<StandIn> evening() {
        return uneven == Uneven.BOT ? fill.or(() -> Optional.of(StandIn.EQUILIBRIUM)) : Optional.empty();
    }

    /** What acts for the seats of those who leave for good once the rounds have begun. */
    public StandIn forLeavers() {
        return dropOuts.map(DropOuts::standIn).orElse(StandIn.NONE);
    }

    /** Everything that may act for a seat. */
    public Stream<StandIn> standIns() {
        return Stream.of(fill, evening(), dropOuts.map(DropOuts::standIn)).flatMap(Optional::stream);
    }
}
