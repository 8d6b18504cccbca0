package dev.envelope.game.session;

import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Staffing;
import dev.envelope.game.plan.StandIn;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import java.util.Optional;

/** The seats that stand-ins take when the rounds begin. */
final class Filling {

    private Filling() {}

    /** The next seat that a stand-in takes; empty when there are enough. */
    static Optional<Event> next(SessionState state, long now) {
        Staffing staffing = state.plan().staffing();
        int taken = state.seatsTaken();
        if (!staffing.fills() || taken >= target(state)) {
            return Optional.empty();
        }
        Optional<StandIn> filling = taken < state.plan().seats().wanted() ? staffing.fill() : Optional.empty();
        StandIn standIn = filling.or(staffing::uneven).orElseThrow();
        return Optional.of(new Event.SeatFilled(now, state.seating().next(), standIn));
    }

    /** With how many seats the rounds begin, when they begin with those that are taken now. */
    static int target(SessionState state) {
        Staffing staffing = state.plan().staffing();
        int taken = state.seatsTaken();
        int filled = staffing.fill().isPresent()
                ? StrictMath.max(taken, state.plan().seats().wanted())
                : taken;
        if (staffing.uneven().isEmpty()) {
            return filled;
        }
        int even = state.plan().blocks().stream().mapToInt(Filling::size).reduce(1, Filling::commonMultiple);
        return (filled + even - 1) / even * even;
    }

    private static int size(Block block) {
        return block.treatment().marketSize();
    }

    private static int commonMultiple(int a, int b) {
        int larger = a;
        int smaller = b;
        while (smaller != 0) {
            int rest = larger % smaller;
            larger = smaller;
            smaller = rest;
        }
        return a / larger * b;
    }
}
