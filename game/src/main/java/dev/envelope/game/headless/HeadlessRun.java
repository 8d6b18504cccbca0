package dev.envelope.game.headless;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import java.util.List;

/**
 * A session that was played to its end.
 *
 * @param state the finished session
 * @param events all its events, where they were asked for
 * @param refusals what was refused of the strategies' messages; each time the seat counted as absent
 */
public record HeadlessRun(SessionState state, List<Event> events, List<Refusal> refusals) {

    /** Copies the lists. */
    public HeadlessRun {
        events = List.copyOf(events);
        refusals = List.copyOf(refusals);
    }
}
