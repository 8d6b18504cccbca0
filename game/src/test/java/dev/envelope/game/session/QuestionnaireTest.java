package dev.envelope.game.session;

import static dev.envelope.game.session.FilledForms.FILLED;
import static dev.envelope.game.session.FilledForms.FORMS;
import static dev.envelope.game.session.FilledForms.asking;
import static dev.envelope.game.session.FilledForms.consent;
import static dev.envelope.game.session.FilledForms.plan;
import static dev.envelope.game.session.FilledForms.rederives;
import static dev.envelope.game.session.FilledForms.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.Phase;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is filled out after the rounds. */
class QuestionnaireTest {

    @Test
    void theQuestionnaireComesAfterTheRoundsAndTheSessionEndsWhenAllHaveAnswered() {
        Play play = asking();

        assertThat(play.state.proof().revealed()).isEmpty();
        assertThat(play.state.snapshot(OptionalInt.of(0), play.now).pay().paid())
                .isPresent();
        assertThat(play.state.remainingMillis(play.now)).hasValue(60_000);
        play.send(new Command.Fill(play.now, 0, FILLED));
        assertThat(play.last(Event.QuestionnaireAnswered.class).answers())
                .containsExactly(new FormAnswer("mood", "7"), new FormAnswer("why", "because"));
        assertThat(status(play, 0).completionLink()).contains("https://example.org/?s=0&c=CODE");
        assertThat(status(play, 1).completionLink()).isEmpty();
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);

        play.send(new Command.Fill(play.now, 1, List.of(new FormAnswer("mood", "1"))));

        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
        assertThat(play.replayed().affairs(0)).isEqualTo(play.state.affairs(0));
        assertThat(play.refusal(play.send(new Command.Fill(play.now, 1, FILLED))))
                .isEqualTo(RefusalCode.WRONG_PHASE);
    }

    @Test
    void theQuestionnaireEndsAtItsDeadlineWhichStandsStillWhileTheSessionDoes() {
        Play play = asking();
        play.send(new Command.Pause(play.now));
        play.tickAt(play.now + 100_000);
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);
        play.send(new Command.Resume(play.now));
        play.tickAt(play.now + 59_999);
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);
        play.tickAt(play.now + 1);
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void theInstructorCanEndTheQuestionnaireAndAnEarlyEndHasOne() {
        Play play = new Play(plan(FORMS, 3)).persons(2);
        play.send(new Command.Start(play.now));
        consent(play, 0);
        play.send(new Command.End(play.now));
        play.send(new Command.CloseRound(play.now));
        assertThat(play.state.phase()).isEqualTo(Phase.QUESTIONNAIRE);
        assertThat(play.state.isAwaited(0)).isTrue();
        assertThat(play.state.isAwaited(1)).isFalse();

        play.send(new Command.End(play.now));

        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
        assertThat(play.all(Event.EndRequested.class)).hasSize(2);
        rederives(play);
    }

    @Test
    void nobodyNewGetsASeatWhileTheQuestionnaireIsOpen() {
        Play play = asking();

        assertThat(play.refusal(play.send(new Command.TakeSeat(play.now, Play.key(9), true))))
                .isEqualTo(RefusalCode.DOOR_CLOSED);
        assertThat(play.refusal(play.bid(0, 100))).isEqualTo(RefusalCode.LATE);
    }
}
