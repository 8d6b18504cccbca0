package dev.envelope.server.export;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.event.Event;
import java.util.Arrays;

/** Which strategies act for seats, and which have answered in the round, from the events of a session. For one pass. */
final class StandIns {

    private static final String NONE = "";

    private final Plan plan;
    private final String[] acting;
    private final String[] answered;
    private boolean started;

    /** Of a session of so many {@code seats} that plays {@code plan}. */
    StandIns(Plan plan, int seats) {
        this.plan = plan;
        acting = new String[seats];
        answered = new String[seats];
        Arrays.fill(acting, NONE);
        Arrays.fill(answered, NONE);
    }

    /** Takes the next event. */
    void next(Event event) {
        if (event instanceof Event.SessionStarted) {
            started = true;
        } else if (event instanceof Event.RoundDealt) {
            Arrays.fill(answered, NONE);
        } else if (event instanceof Event.StandInReplied replied) {
            answered[replied.seat()] = replied.message().isPresent() ? strategy(replied) : NONE;
        } else if (event instanceof Event.SeatFilled filled) {
            handOver(filled.seat(), filled.standIn().strategy());
        } else if (event instanceof Event.SeatHandedOver handed) {
            handOver(handed.seat(), handed.standIn().strategy());
        } else if (event instanceof Event.SeatRemoved removed) {
            left(removed.seat());
        } else if (event instanceof Event.ConsentAnswered consent && !consent.agreed()) {
            left(consent.seat());
        } else if (event instanceof Event.SeatGivenBack back) {
            acting[back.seat()] = NONE; // what was answered counts unless the owner says something
        } else if (event instanceof Event.SeatTaken taken) {
            acting[taken.seat()] = NONE;
        }
    }

    /** The one that acts for the seat, or else the one that the round has for who says nothing. */
    private String strategy(Event.StandInReplied replied) {
        String actor = acting[replied.seat()];
        return actor.isEmpty()
                ? plan.blockOf(replied.round()).treatment().absent().standIn().strategy()
                : actor;
    }

    /** Who leaves before the rounds leaves a free seat; later the plan says what plays on. */
    private void left(int seat) {
        handOver(seat, started ? plan.staffing().forLeavers().strategy() : NONE);
    }

    private void handOver(int seat, String strategy) {
        acting[seat] = strategy;
        answered[seat] = NONE;
    }

    /** The strategy whose answer counted in the round, as {@code end} has it; empty where none did. */
    String counted(Event.SettledSeat end) {
        return end.byDefault() ? answered[end.seat()] : NONE;
    }
}
