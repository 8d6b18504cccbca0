package dev.envelope.game.session;

import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import java.util.List;

/**
 * What a command leads to.
 *
 * @param events all that happens at once, in order; to be made durable before the answer is given
 * @param state the session after the events: what folding them over the state before gives
 * @param answer what the command's sender is told
 */
public record Decision(List<Event> events, SessionState state, Answer answer) {

    /** Copies the list. */
    public Decision {
        events = List.copyOf(events);
    }
}
