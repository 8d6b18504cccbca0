package dev.envelope.server.live;

import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.SeatStatus;
import dev.envelope.server.live.attendance.Attendance;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The seats that are taken, as the instructor sees them: with names, and who is there. */
final class Roster {

    private Roster() {}

    /** The roster of the session {@code state}, whose seats have {@code names}, and where {@code attendance} are. */
    static List<SeatStatus> of(SessionState state, Attendance attendance, Map<Integer, String> names) {
        return IntStream.range(0, state.seatNumbers())
                .filter(seat -> !state.isFree(seat))
                .mapToObj(seat -> new SeatStatus(
                        seat,
                        names.getOrDefault(seat, ""),
                        state.isPerson(seat),
                        attendance.has(seat),
                        state.isAwaited(seat),
                        state.affairs(seat).playedBy(),
                        state.totalTicks(seat),
                        state.due(seat),
                        state.hasLeft(seat)))
                .toList();
    }
}
