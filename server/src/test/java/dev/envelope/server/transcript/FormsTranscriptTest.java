package dev.envelope.server.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers in a transcript, and such as were put into one, with the whole chain after them. */
class FormsTranscriptTest {

    private static final SessionSeed SEED = SessionSeed.of("forms");
    private static final Plan PLAN = PlanReader.read("""
            envelope: 1
            seats: 2
            rounds: 1
            treatments:
              main: {mechanism: first_price, bidders: 2, values: [0, 100]}
            comprehension: {questions: [{question: How much?, answer: 2}]}
            questionnaire: [{name: mood, question: How happy?, type: scale}]
            """).orElseThrow();

    private static List<Event> played() {
        List<Event> events = new ArrayList<>();
        Event.SessionOpened opening = SessionCore.open(1_000, PLAN, "HEADLESS", SEED, true);
        events.add(opening);
        SessionState state = SessionState.opened(opening, SEED);
        for (Command command : List.of(
                new Command.TakeSeat(1_000, "a0".repeat(32), true),
                new Command.TakeSeat(1_000, "b0".repeat(32), true),
                new Command.Comprehend(2_000, 0, 1, List.of(new FormAnswer("1", "3"))),
                new Command.Start(2_500),
                new Command.CloseRound(3_000),
                mood(4_000, 0, "7"),
                mood(5_000, 1, "1"))) {
            var decision = SessionCore.decide(state, command);
            events.addAll(decision.events());
            state = decision.state();
        }
        return events;
    }

    private static Command mood(long at, int seat, String answer) {
        return new Command.Fill(at, seat, List.of(new FormAnswer("mood", answer)));
    }

    private static TranscriptCheck.Summary check(List<Event> events) throws IOException {
        return Transcripts.check(Transcripts.transcript(events)).run();
    }

    @Test
    void answersAreDerivedOnceMore() throws IOException {
        assertThat(check(played()).finished()).isTrue();
    }

    @Test
    void anAnswerThatWasForgedIsNamed() {
        int last = played().size();
        forged(last + 1, new Event.QuestionnaireAnswered(5_000, 0, List.of(new FormAnswer("mood", "2"))), last);
        List<Event> played = played();
        for (int i = 0; i < last; i++) {
            if (played.get(i) instanceof Event.ComprehensionAnswered tried) {
                replaced(i, new Event.ComprehensionAnswered(2_000, 0, 1, tried.answers(), List.of()));
            } else if (played.get(i) instanceof Event.QuestionnaireAnswered filled) {
                replaced(
                        i,
                        new Event.QuestionnaireAnswered(
                                filled.atMillis(), filled.seat(), List.of(new FormAnswer("mood", "8"))));
                forged(i + 1, played.get(i - 1), i);
            }
        }
    }

    private static void replaced(int at, Event event) {
        List<Event> events = played();
        events.set(at, event);
        named(at + 1L, events);
    }

    private static void forged(long record, Event event, int at) {
        List<Event> events = played();
        events.add(at, event);
        named(record, events);
    }

    private static void named(long record, List<Event> events) {
        assertThatThrownBy(() -> check(events))
                .isInstanceOfSatisfying(
                        TranscriptException.class,
                        found -> assertThat(found.record()).isEqualTo(record));
    }
}
