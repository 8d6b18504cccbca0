package dev.envelope.game.replay;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.session.Decision;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import java.util.ArrayDeque;
import java.util.Optional;
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
            Decision decision = SessionCore.decide(state, event.accept(new RecordedCommand(state)));
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
}
