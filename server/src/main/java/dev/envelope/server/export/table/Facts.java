package dev.envelope.server.export.table;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.Event;
import dev.envelope.server.export.cell.Points;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is known of a session before its rounds are read.
 *
 * @param opening its first event
 * @param seats its seats, by number
 * @param startedAt when its seats were closed
 * @param finishedAt when it finished
 * @param rounds how many rounds are settled, and exported
 * @param records how many of its records are exported; the rest belongs to the round in progress
 */
public record Facts(
        Event.SessionOpened opening,
        List<Seat> seats,
        OptionalLong startedAt,
        OptionalLong finishedAt,
        int rounds,
        long records) {

    /** Copies the list. */
    public Facts {
        seats = List.copyOf(seats);
    }

    /**
     * A seat.
     *
     * @param participant the pseudonym of who has it
     * @param person whether a person decides
     * @param takenAt when it was taken
     */
    public record Seat(String participant, boolean person, long takenAt) {}

    String joinCode() {
        return opening.joinCode();
    }

    Plan plan() {
        return opening.plan();
    }

    Points points() {
        return new Points(plan().tick());
    }

    /** Whether the plan, and with it the transcript, would give away the seed of a session that goes on. */
    public boolean isSeedInPlan() {
        return finishedAt.isEmpty()
                && opening.reproducible()
                && opening.plan().seed().isPresent();
    }
}
