package dev.envelope.server.export;

import dev.envelope.game.session.event.Event;
import java.util.Arrays;

/** Which strategies act for seats, and which have answered in the round, from the events of a session. For one pass. */
final class StandIns {

    private static final String NONE = "";

    private final String[] acting;
    private final String[] answered;

    /** Of a session of so many {@code seats}. */
    StandIns(int seats) {
        acting = new String[seats];
        answered = new String[seats];
        Arrays.fill(acting, NONE);
        Arrays.fill(answered, NONE);
    }

    /** Takes the next event. */
    void next(Event event) {
        if (event instanceof Event.RoundDealt) {
            Arrays.fill(answered, NONE);
        } else if (event instanceof Event.StandInReplied replied) {
            answered[replied.seat()] = replied.message().isPresent() ? acting[replied.seat()] : NONE;
        } else if (event instanceof Event.SeatFilled filled) {
            handOver(filled.seat(), filled.standIn().strategy());
        } else if (event instanceof Event.SeatHandedOver handed) {
            handOver(handed.seat(), handed.standIn().strategy());
        } else if (event instanceof Event.SeatRemoved removed) {
            handOver(removed.seat(), NONE);
        } else if (event instanceof Event.ConsentAnswered consent && !consent.agreed()) {
            handOver(consent.seat(), NONE);
        } else if (event instanceof Event.SeatGivenBack back) {
            acting[back.seat()] = NONE; // what was answered counts unless the owner says something
        } else if (event instanceof Event.SeatTaken taken) {
            acting[taken.seat()] = NONE;
        }
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
