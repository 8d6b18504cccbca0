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
import java.util.function.Predicate;

/**
 * What is known of a session before its rounds are read.
 *
 * @param opening its first event
 * @param owners who has had its seats, by number, each in their order; at least one of each
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
        List<List<Seat>> owners,
        OptionalLong startedAt,
        OptionalLong finishedAt,
        Optional<SessionSeed> seed,
        int rounds,
        long records,
        List<Earnings> earnings) {

    /** Copies the lists. */
    public Facts {
        owners = owners.stream().map(List::copyOf).toList();
        earnings = List.copyOf(earnings);
    }

    /**
     * A seat, as long as one has it.
     *
     * @param participant the pseudonym of who has it
     * @param person whether that is a person
     * @param takenAt when it was taken
     * @param filled whether it is a bot's, as nobody had taken it; nobody is paid for it
     * @param partaking whether it takes part: it has agreed where it is asked to, and has not left before the first round;
     *     otherwise nobody is paid for it either
     * @param consented whether it has agreed to the plan's consent, and not changed its mind; empty where it is not asked
     * @param record the number of the record since which it is so
     * @param firstRound the first round that is of the one who has it, even where it had begun
     * @param lastRound the last one that was settled before it left for good
     */
    public record Seat(
            String participant,
            boolean person,
            long takenAt,
            boolean filled,
            boolean partaking,
            Optional<Boolean> consented,
            long record,
            int firstRound,
            int lastRound) {

        /** Whether nobody can be paid for it. */
        public boolean isUnpaid() {
            return filled || !partaking;
        }

        /** The same, taking part or not. */
        public Seat partaking(boolean now) {
            return new Seat(participant, person, takenAt, filled, now, consented, record, firstRound, lastRound);
        }

        /** The same, having agreed or not. */
        public Seat consenting(boolean agreed) {
            return new Seat(
                    participant,
                    person,
                    takenAt,
                    filled,
                    partaking,
                    Optional.of(agreed),
                    record,
                    firstRound,
                    lastRound);
        }

        /** The same, gone for good after {@code round}. */
        public Seat leavingAfter(int round) {
            return new Seat(participant, person, takenAt, filled, partaking, consented, record, firstRound, round);
        }
    }

    /** How many seats there are. */
    public int seats() {
        return owners.size();
    }

    /** The seat as its last owner has it. */
    public Seat seat(int seat) {
        List<Seat> all = owners.get(seat);
        return all.get(all.size() - 1);
    }

    /** The seat as it was at a record, which is about who had it then. */
    public Seat seatAt(int seat, long record) {
        return last(seat, owner -> owner.record() <= record).orElseThrow();
    }

    /** The seat in a settled round; empty when nobody had it yet, or any more. */
    public Optional<Seat> seatIn(int seat, int round) {
        return last(seat, owner -> owner.firstRound() <= round).filter(owner -> round <= owner.lastRound());
    }

    private Optional<Seat> last(int seat, Predicate<Seat> condition) {
        return owners.get(seat).stream().filter(condition).reduce((before, after) -> after);
    }

    /** The same with what every seat has earned. */
    public Facts with(List<Earnings> earned) {
        return new Facts(opening, owners, startedAt, finishedAt, seed, rounds, records, earned);
    }

    /** Whether the plan leaves rounds unpaid that are no practice. */
    public boolean paysSome() {
        return plan().pay().paid().kind() != PaidRounds.Kind.ALL;
    }

    /** Whether it is not known yet which rounds are paid. */
    boolean isPayOpen() {
        return paysSome() && finishedAt.isEmpty();
    }

    /** Whether nobody can be paid for the seat's part in {@code round}: it is practice, or was not of one who takes part. */
    boolean isUnpaid(int seat, ExportedRound round) {
        return round.settled().practice()
                || seatIn(seat, round.number()).map(Seat::isUnpaid).orElse(true);
    }

    /** Whether a round in which the seat took part is paid; known where {@link #isPayOpen} is not. */
    boolean pays(int seat, ExportedRound round) {
        return !isUnpaid(seat, round) && (!paysSome() || earnings.get(seat).pays(round.number()));
    }

    /**
     * The payoffs in ticks that the last owner of a seat, with the total {@code total}, is paid; empty of a bot that filled it, of
     * one who does not take part, and where it is not known yet.
     */
    public OptionalLong paidTicks(int seat, long total) {
        if (seat(seat).isUnpaid()) {
            return OptionalLong.empty();
        }
        if (!paysSome()) {
            return OptionalLong.of(total);
        }
        return isPayOpen()
                ? OptionalLong.empty()
                : OptionalLong.of(earnings.get(seat).paidTicks());
    }

    /** The code to join it by. */
    public String joinCode() {
        return opening.joinCode();
    }

    /** What is played. */
    public Plan plan() {
        return opening.plan();
    }

    /** How its ticks are written as points. */
    public Points points() {
        return new Points(plan().tick());
    }

    /** Whether the plan, and with it the transcript, would give away the seed of a session that goes on. */
    public boolean isSeedInPlan() {
        return finishedAt.isEmpty()
                && opening.reproducible()
                && opening.plan().seed().isPresent();
    }
}
