package dev.envelope.game.session;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.seating.Staffing;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
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
        StandIn standIn = filling.or(staffing::evening).orElseThrow();
        return Optional.of(new Event.SeatFilled(now, state.seating().next(), standIn));
    }

    /** The next seat that a stand-in takes because somebody came after the first round; empty while markets come out even. */
    static Optional<Event> betweenRounds(SessionState state, long now) {
        Optional<StandIn> evening = state.plan().staffing().evening();
        int taken = state.seatsTaken();
        return evening.isPresent() && taken < even(state.plan(), taken)
                ? Optional.of(new Event.SeatFilled(now, state.seatNumbers(), evening.get()))
                : Optional.empty();
    }

    /** A seat whose taker has never agreed to take part is as good as untaken: a stand-in has it, where the plan fills seats. */
    static Optional<Event> again(SessionState state, long now, int seat) {
        Staffing staffing = state.plan().staffing();
        boolean isPlayed = state.isStarted() && state.phase() != Phase.QUESTIONNAIRE;
        return isPlayed
                ? staffing.fill().or(staffing::evening).map(standIn -> new Event.SeatFilled(now, seat, standIn))
                : Optional.empty();
    }

    /** With how many seats the rounds begin, when they begin with those that are taken now. */
    static int target(SessionState state) {
        Staffing staffing = state.plan().staffing();
        int taken = state.seatsTaken();
        int filled = staffing.fill().isPresent()
                ? StrictMath.max(taken, state.plan().seats().wanted())
                : taken;
        if (staffing.evening().isEmpty()) {
            return filled;
        }
        return even(state.plan(), filled);
    }

    private static int even(Plan plan, int seats) {
        return plan.evenSeats(seats)
                .orElseThrow(() -> new IllegalStateException("seats: " + seats + " of a plan that was not read"));
    }
}
