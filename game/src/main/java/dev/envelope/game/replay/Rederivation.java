package dev.envelope.game.replay;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.session.Decision;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.PauseCause;
import dev.envelope.game.session.state.SessionState;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;

/**
 * A recorded session decided once more: from each event that somebody asked for (a seat, a message, a pause) follows the
 * command, and from the command, the seed and the rules follows every other event: values, groups, roles, ties, outcomes,
 * payments and times. For one thread.
 */
public final class Rederivation {

    private final Queue<Event> following = new ArrayDeque<>();
    private SessionState state;

    private Rederivation(SessionState state) {
        this.state = state;
    }

    /**
     * The session that begins with {@code opening}.
     *
     * @throws IllegalArgumentException when the opening names other rules, is not committed to {@code seed}, or has a plan
     *     that the rules cannot play
     */
    public static Rederivation of(Event.SessionOpened opening, SessionSeed seed) {
        if (!opening.rulesVersion().equals(SessionCore.RULES_VERSION)) {
            throw new IllegalArgumentException("rules version: " + opening.rulesVersion() + " (expected: "
                    + SessionCore.RULES_VERSION + ", those of this program)");
        }
        return new Rederivation(SessionState.opened(opening, seed));
    }

    /** The session after the events that fitted. */
    public SessionState state() {
        return state;
    }

    /** Takes the next event; says what should be in its place when it does not follow, and then stays where it was. */
    public Optional<String> next(Event event) {
        if (following.isEmpty()) {
            Decision decision = SessionCore.decide(state, commandTo(event));
            if (decision.events().isEmpty()) {
                return Optional.of(
                        decision.answer() instanceof Answer.Refused refused
                                ? "refused by the rules: " + refused.refusal().reason()
                                : "nothing happens at this time");
            }
            following.addAll(decision.events());
        }
        Event expected = following.element();
        if (!expected.equals(event)) {
            following.clear();
            return Optional.of(expected.toString());
        }
        following.remove();
        state = state.evolve(event);
        return Optional.empty();
    }

    /** What is still to come of the last decision; a record that ends here was cut. */
    public Optional<Event> missing() {
        return Optional.ofNullable(following.peek());
    }

    private Command commandTo(Event event) {
        long at = event.atMillis();
        if (event instanceof Event.SeatTaken taken) {
            return new Command.TakeSeat(at, taken.keyHash(), taken.person());
        }
        if (event instanceof Event.MessageSealed sealed) {
            return new Command.Submit(at, sealed.seat(), sealed.requestId(), sealed.round(), sealed.message());
        }
        if (event instanceof Event.Paused paused) {
            return paused.cause() == PauseCause.RECOVERY ? new Command.Recovered(at) : new Command.Pause(at);
        }
        if (event instanceof Event.RoundClosed closed) {
            return switch (closed.reason()) {
                case INSTRUCTOR -> new Command.CloseRound(at);
                case ALL_SEALED, DEADLINE -> new Command.Tick(at);
            };
        }
        Optional<Command> intervention = intervention(event).or(() -> form(event));
        if (intervention.isPresent()) {
            return intervention.get();
        }
        if (event instanceof Event.SessionStarted) {
            return new Command.Start(at);
        }
        if (event instanceof Event.Resumed) {
            return new Command.Resume(at);
        }
        return event instanceof Event.EndRequested ? new Command.End(at) : new Command.Tick(at);
    }

    /** What was filled out. */
    private static Optional<Command> form(Event event) {
        long at = event.atMillis();
        if (event instanceof Event.ConsentAnswered consent) {
            return Optional.of(new Command.Consent(at, consent.seat(), consent.agreed()));
        }
        if (event instanceof Event.ComprehensionAnswered tried) {
            return Optional.of(new Command.Comprehend(at, tried.seat(), tried.attempt(), tried.answers()));
        }
        return event instanceof Event.QuestionnaireAnswered filled
                ? Optional.of(new Command.Fill(at, filled.seat(), filled.answers()))
                : Optional.empty();
    }

    /** What was done to seats, time and door. That an owner is back in its seat reads the same whatever brought it back. */
    private Optional<Command> intervention(Event event) {
        long at = event.atMillis();
        if (event instanceof Event.StandInReplied replied) {
            return Optional.of(new Command.Reply(at, replied.seat(), replied.round(), replied.message()));
        }
        if (event instanceof Event.SeatHandedOver handed) {
            return switch (handed.cause()) {
                case INSTRUCTOR -> Optional.of(new Command.Replace(at, handed.seat(), handed.standIn()));
                case DROPPED_OUT -> Optional.of(new Command.DropOut(at, handed.seat()));
                case MISSED_ROUNDS, REMOVED, DECLINED, VACATED, FILLED -> Optional.of(new Command.Tick(at));
            };
        }
        if (event instanceof Event.SeatGivenBack back) {
            return Optional.of(new Command.GiveBack(at, back.seat()));
        }
        if (event instanceof Event.SeatAdvanced advanced) {
            return Optional.of(new Command.Advance(at, advanced.seat()));
        }
        if (event instanceof Event.SeatRemoved removed) {
            return Optional.of(new Command.Remove(at, removed.seat()));
        }
        if (event instanceof Event.RoundExtended extended) {
            OptionalLong deadline = state.deadline();
            return Optional.of(new Command.Extend(at, extended.closesAtMillis() - deadline.orElse(at)));
        }
        if (event instanceof Event.NoteSent note) {
            return Optional.of(new Command.Tell(at, note.seat(), note.text()));
        }
        if (event instanceof Event.SeatsInvited invited) {
            return Optional.of(new Command.Invite(at, invited.keyHashes()));
        }
        return event instanceof Event.DoorMoved moved
                ? Optional.of(new Command.MoveDoor(at, moved.open()))
                : Optional.empty();
    }
}
