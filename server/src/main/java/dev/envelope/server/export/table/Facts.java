package dev.envelope.server.export.table;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.pay.Earnings;
import dev.envelope.game.pay.PaidRounds;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.cell.Points;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of a session before its rounds are read.
 *
 * @param opening its first event
 * @param seats its seats, by number
 * @param startedAt when its seats were closed
 * @param finishedAt when it finished
 * @param seed its seed, revealed when it finished
 * @param rounds how many rounds are settled, and exported
 * @param records how many of its records are exported; the rest belongs to the round in progress
 * @param earnings what every seat has earned, where not all rounds are paid and it is known which are: once the session has
 *     finished
 */
public record Facts(
        Event.SessionOpened opening,
        List<Seat> seats,
        OptionalLong startedAt,
        OptionalLong finishedAt,
        Optional<SessionSeed> seed,
        int rounds,
        long records,
        List<Earnings> earnings) {

    /** Copies the list. */
    public Facts {
        seats = List.copyOf(seats);
        earnings = List.copyOf(earnings);
    }

    /**
     * A seat.
     *
     * @param participant the pseudonym of who has it
     * @param person whether a person decides
     * @param takenAt when it was taken
     * @param filled whether it is a bot's, as nobody had taken it; nobody is paid for it
     */
    public record Seat(String participant, boolean person, long takenAt, boolean filled) {}

    /** The same with what every seat has earned. */
    public Facts with(List<Earnings> earned) {
        return new Facts(opening, seats, startedAt, finishedAt, seed, rounds, records, earned);
    }

    /** Whether the plan leaves rounds unpaid that are no practice. */
    public boolean paysSome() {
        return plan().pay().paid().kind() != PaidRounds.Kind.ALL;
    }

    /** Whether it is not known yet which rounds are paid. */
    boolean isPayOpen() {
        return paysSome() && finishedAt.isEmpty();
    }

    /** Whether a round in which the seat took part is paid; known where {@link #isPayOpen} is not. */
    boolean pays(int seat, ExportedRound round) {
        return !round.settled().practice() && (!paysSome() || earnings.get(seat).pays(round.number()));
    }

    /** The payoffs in ticks that a seat with the total {@code total} is paid; empty where that is not known yet. */
    OptionalLong paidTicks(int seat, long total) {
        if (!paysSome()) {
            return OptionalLong.of(total);
        }
        return isPayOpen()
                ? OptionalLong.empty()
                : OptionalLong.of(earnings.get(seat).paidTicks());
    }

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
