package dev.envelope.game.session.state;

import dev.envelope.game.plan.forms.Forms;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.Phase;
import java.util.List;
import java.util.OptionalLong;

/**
 * The current round at a moment.
 *
 * @param phase where the session stands
 * @param dealt its groups and values; of round 0 before the first
 * @param players how many seats take part in it
 * @param awaited how many of them it waits for
 * @param due what waits for the clock
 * @param runningSince when its clock last started: it was opened, or resumed
 */
public record RoundState(Phase phase, Event.RoundDealt dealt, int players, int awaited, Due due, long runningSince) {

    static final RoundState NONE =
            new RoundState(Phase.LOBBY, new Event.RoundDealt(0, 0, List.of()), 0, 0, Due.NOTHING, 0);

    /**
     * Times at which something happens by itself.
     *
     * @param deadline when the open round closes at the latest
     * @param graceEnd when it closes because everyone has sealed
     * @param nextRound when the next round is dealt
     */
    public record Due(OptionalLong deadline, OptionalLong graceEnd, OptionalLong nextRound) {

        static final Due NOTHING = new Due(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

        Due shifted(long millis) {
            return new Due(shifted(deadline, millis), shifted(graceEnd, millis), shifted(nextRound, millis));
        }

        private static OptionalLong shifted(OptionalLong time, long millis) {
            return time.isPresent() ? OptionalLong.of(time.getAsLong() + millis) : time;
        }

        Due withGraceUsed(long millis) {
            return new Due(deadline, shifted(graceEnd, -millis), nextRound);
        }

        OptionalLong first() {
            long first = StrictMath.min(
                    StrictMath.min(deadline.orElse(Long.MAX_VALUE), graceEnd.orElse(Long.MAX_VALUE)),
                    nextRound.orElse(Long.MAX_VALUE));
            return first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
        }

        public static boolean reached(OptionalLong time, long now) {
            return time.isPresent() && now >= time.getAsLong();
        }
    }

    static RoundState dealt(Event.RoundDealt event, int awaited) {
        int players = event.markets().stream().mapToInt(m -> m.seats().size()).sum();
        return new RoundState(Phase.DEALT, event, players, awaited, Due.NOTHING, event.atMillis());
    }

    int number() {
        return dealt.round();
    }

    /** How many seats it need not wait for. */
    int sealed() {
        return players - awaited;
    }

    public boolean allSealed() {
        return awaited == 0;
    }

    /** Before the first round: {@code full} for the first time at {@code at}, or not any more. */
    RoundState beginning(boolean full, long at) {
        boolean known = full && due.nextRound.isPresent();
        OptionalLong begins = full ? OptionalLong.of(at + Forms.PATIENCE_MILLIS) : OptionalLong.empty();
        return known ? this : in(phase, new Due(due.deadline, due.graceEnd, begins));
    }

    RoundState opened(Event.RoundOpened event) {
        Due closing = new Due(event.closesAtMillis(), OptionalLong.empty(), OptionalLong.empty());
        return in(Phase.OPEN, closing).runningSince(event.atMillis());
    }

    RoundState inGraceUntil(long graceEnd) {
        return in(phase, new Due(due.deadline, OptionalLong.of(graceEnd), OptionalLong.empty()));
    }

    RoundState closed() {
        return in(Phase.CLOSED, Due.NOTHING);
    }

    RoundState settled(OptionalLong nextRound) {
        return in(Phase.SETTLED, new Due(OptionalLong.empty(), OptionalLong.empty(), nextRound));
    }

    RoundState asking(long deadline) {
        return in(Phase.QUESTIONNAIRE, new Due(OptionalLong.of(deadline), OptionalLong.empty(), OptionalLong.empty()));
    }

    RoundState finished() {
        return in(Phase.FINISHED, Due.NOTHING);
    }

    RoundState awaiting(int seats) {
        return seats == awaited ? this : new RoundState(phase, dealt, players, seats, due, runningSince);
    }

    RoundState extended(long deadline) {
        return in(phase, new Due(OptionalLong.of(deadline), due.graceEnd, due.nextRound));
    }

    RoundState resumed(Event.Resumed event) {
        return in(phase, due.shifted(event.shiftMillis())).runningSince(event.atMillis());
    }

    /** The grace, which nobody is shown, has run for {@code millis} that the deadline is given back. */
    RoundState withGraceUsed(long millis) {
        return in(phase, due.withGraceUsed(millis));
    }

    private RoundState runningSince(long millis) {
        return new RoundState(phase, dealt, players, awaited, due, millis);
    }

    private RoundState in(Phase newPhase, Due newDue) {
        return new RoundState(newPhase, dealt, players, awaited, newDue, runningSince);
    }
}
