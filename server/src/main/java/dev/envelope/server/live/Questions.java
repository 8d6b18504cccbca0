package dev.envelope.server.live;

import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What stand-ins are asked, each once in a round. For the session's thread alone. */
public final class Questions {

    private final Set<SessionState.Asked> asked = new HashSet<>();
    private int round;

    /**
     * What is asked of a stand-in.
     *
     * @param seat the seat that it acts for
     * @param standIn what acts
     * @param view all the seat may know
     * @param random what it may draw from
     */
    public record Question(int seat, StandIn standIn, View view, RandomGenerator random) {}

    /** What is to be asked now. */
    List<Question> ask(SessionState state, long atMillis) {
        if (round != state.round()) {
            forget();
            round = state.round();
        }
        List<Question> questions = new ArrayList<>();
        for (SessionState.Asked each : state.asked()) {
            if (asked.add(each)) {
                View view = state.view(each.seat(), atMillis).orElseThrow();
                questions.add(new Question(each.seat(), each.standIn(), view, state.standInRandom(each.seat())));
            }
        }
        return questions;
    }

    /** Another stand-in has the seat, or the same one again: whatever it says is asked anew. */
    void forget(int seat) {
        asked.removeIf(each -> each.seat() == seat);
    }

    /** Answers that are still to come may have been lost: asks again. */
    void forget() {
        asked.clear();
    }
}
