package dev.envelope.lab.command.seat;

import dev.envelope.game.plan.Treatment;
import dev.envelope.game.view.SeatStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who is in which seat, a line each. */
final class RosterText {

    private RosterText() {}

    /** A heading and a line per seat; payoffs in points of the session's {@code treatments}. */
    static List<String> lines(List<SeatStatus> seats, List<Treatment> treatments) {
        List<String> lines = new ArrayList<>();
        lines.add("%4s  %-9s %-12s %12s  %s".formatted("seat", "here", "waited for", "total", "name"));
        for (SeatStatus seat : seats) {
            String total = treatments.isEmpty()
                    ? ""
                    : treatments.get(0).ticks().exactPoints(seat.totalTicks()).toPlainString();
            lines.add("%4d  %-9s %-12s %12s  %s"
                    .formatted(
                            seat.seat(),
                            seat.connected() ? "yes" : "no",
                            seat.awaited() ? "yes" : "no",
                            total,
                            name(seat)));
        }
        return lines;
    }

    private static String name(SeatStatus seat) {
        String who = seat.name().isEmpty() ? "(nobody)" : seat.name() + (seat.person() ? "" : " (program)");
        String doing = who
                + seat.due()
                        .map(form -> ", at the " + form.name().toLowerCase(Locale.ROOT))
                        .orElse("");
        if (seat.left()) {
            return doing + ", has left";
        }
        return seat.playedBy().isEmpty()
                ? doing
                : doing
                        + (seat.playedBy().get().isEmpty()
                                ? ", away"
                                : ", played by " + seat.playedBy().get());
    }
}
