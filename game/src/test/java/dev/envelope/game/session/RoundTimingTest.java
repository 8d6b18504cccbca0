package dev.envelope.game.session;

import static dev.envelope.game.session.FirstPriceCourse.FIRST_PRICE;
import static dev.envelope.game.session.FirstPriceCourse.names;
import static dev.envelope.game.session.FirstPriceCourse.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.Phase;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** When rounds close, over pauses and recoveries. */
class RoundTimingTest {

    @Test
    void aPersonsRoundClosesAfterAGraceThatReplacingDoesNotExtend() {
        Play play = new Play(plan(2, 2)).seat(0, 1, true).seat(1, 1, false);
        play.bid(0, 10);
        play.now += 1_000;
        play.bid(1, 20);
        long graceEnd = play.now + 5_000;
        assertThat(play.state.wakeAt()).hasValue(graceEnd);
        play.now += 3_000;
        assertThat(play.bid(0, 30)).isEqualTo(new Answer.Accepted(2, 1));
        assertThat(play.state.wakeAt()).hasValue(graceEnd);
        assertThat(play.tickAt(graceEnd - 1).events()).isEmpty();
        play.tickAt(graceEnd);
        assertThat(play.last(Event.RoundClosed.class).reason()).isEqualTo(CloseReason.ALL_SEALED);
        assertThat(play.state.phase()).isEqualTo(Phase.SETTLED);
        assertThat(play.state.wakeAt()).hasValue(graceEnd + 4_000);
        play.tickAt(graceEnd + 4_000);
        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
        assertThat(play.state.round()).isEqualTo(2);
    }

    @Test
    void theDeadlineComesBeforeALaterGrace() {
        Play play = new Play(plan(2, 1)).persons(2);
        long deadline = play.now + 60_000;
        play.bid(0, 10);
        play.now = deadline - 1;
        play.bid(1, 20);
        assertThat(play.state.wakeAt()).hasValue(deadline);
        play.tickAt(deadline);
        assertThat(play.last(Event.RoundClosed.class).reason()).isEqualTo(CloseReason.DEADLINE);
    }

    @Test
    void aMessageStampedAtTheDeadlineIsLateEvenWithoutATick() {
        Play play = new Play(plan(2, 1)).persons(2);
        play.now += 59_999;
        assertThat(play.bid(0, 10)).isInstanceOf(Answer.Accepted.class);
        play.now += 1;
        assertThat(play.refusal(play.send(new Command.Submit(play.now, 1, 99, 1, new Amount(20)))))
                .isEqualTo(RefusalCode.LATE);
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void aPauseShiftsTheDeadlineByItsLength() {
        Play play = new Play(plan(2, 1)).persons(2);
        long deadline = play.now + 60_000;
        play.now += 10_000;
        play.send(new Command.Pause(play.now));
        assertThat(play.state.wakeAt()).isEmpty();
        assertThat(play.state.remainingMillis(play.now)).isEmpty();
        assertThat(play.refusal(play.bid(0, 1))).isEqualTo(RefusalCode.WRONG_PHASE);
        play.tickAt(deadline + 100_000);
        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
        play.send(new Command.Resume(play.now));
        assertThat(play.state.wakeAt()).hasValue(play.now + 50_000);
        assertThat(play.last(Event.Resumed.class).shiftMillis()).isEqualTo(play.now - 11_000);
    }

    @Test
    void aPauseShiftsGraceAndTheTimeBetweenRounds() {
        Play play = new Play(plan(2, 2)).persons(2);
        play.bid(0, 10);
        play.bid(1, 20);
        play.send(new Command.Pause(play.now + 1_000));
        play.send(new Command.Resume(play.now + 11_000));
        assertThat(play.state.wakeAt()).hasValue(play.now + 15_000);
        play.tickAt(play.now + 15_000);
        play.send(new Command.Pause(play.now + 1_000));
        play.send(new Command.Resume(play.now + 3_000));
        assertThat(play.state.wakeAt()).hasValue(play.now + 6_000);
    }

    @Test
    void recoveryGivesBackTheTimeSinceTheClockStartedWhateverWasSealed() {
        Play play = new Play(plan(2, 1)).persons(2);
        play.now += 20_000;
        play.bid(0, 10);
        long down = 500_000;
        Decision recovered = play.decide(new Command.Recovered(play.now + down));
        assertThat(names(recovered)).containsExactly("Paused", "Resumed");
        assertThat(play.state.wakeAt()).hasValue(play.now + down + 60_000);
        assertThat(play.state.isPaused()).isFalse();
    }

    @Test
    void recoveryGivesBackTheGraceAfterItsStartOnly() {
        Play play = new Play(plan(2, 1)).persons(2);
        play.now += 20_000;
        play.bid(0, 10);
        play.bid(1, 20);
        play.send(new Command.Recovered(play.now + 500_000));
        assertThat(play.state.wakeAt()).hasValue(play.now + 500_000 + 5_000);
    }

    @Test
    void aSecondRecoveryCountsFromTheFirst() {
        Play play = new Play(plan(2, 1)).persons(2);
        play.send(new Command.Pause(play.now + 10_000));
        play.send(new Command.Resume(play.now + 11_000));
        play.send(new Command.Recovered(play.now + 20_000));
        assertThat(play.state.wakeAt()).hasValue(play.now + 20_000 + 50_000);
        play.send(new Command.Recovered(play.now + 30_000));
        assertThat(play.state.wakeAt()).hasValue(play.now + 30_000 + 50_000);
    }

    @Test
    void aPausedSessionStaysPausedOverARecovery() {
        Play play = new Play(plan(2, 1)).persons(2);
        play.send(new Command.Pause(play.now + 1_000));
        assertThat(play.decide(new Command.Recovered(play.now + 5_000)).events())
                .isEmpty();
        play.send(new Command.Resume(play.now + 9_000));
        assertThat(play.state.wakeAt()).hasValue(play.now + 68_000);
    }

    @Test
    void timeNeverRunsBackwards() {
        Play play = new Play(plan(2, 1)).programs(2);
        play.send(new Command.Submit(play.now - 500, 0, 1, 1, new Amount(1)));
        assertThat(play.last(Event.MessageSealed.class).atMillis()).isEqualTo(play.now);
    }

    @Test
    void aRoundOfFixedLengthStaysOpenForItsTime() {
        Timing fixed = new Timing(OptionalLong.of(60_000), 5_000, 0, Timing.Closing.DEADLINE);
        Play play =
                new Play(TestPlans.plan(2, TestPlans.block(TestPlans.timing(FIRST_PRICE, fixed), 1, "a"))).programs(2);
        play.bid(0, 1);
        play.bid(1, 2);
        play.tickAt(play.now + 59_999);
        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
        play.bid(0, 3); // and can be revised until then
        play.tickAt(play.now + 1);
        assertThat(play.last(Event.RoundClosed.class).reason()).isEqualTo(CloseReason.DEADLINE);
        assertThat(play.last(Event.RoundSettled.class).markets().get(0).priceTicks())
                .hasValue(3);
    }

    @Test
    void theInstructorClosesARoundThatNothingElseCloses() {
        Timing instructor = new Timing(OptionalLong.empty(), 5_000, 0, Timing.Closing.INSTRUCTOR);
        Play play = new Play(TestPlans.plan(2, TestPlans.block(TestPlans.timing(FIRST_PRICE, instructor), 1, "a")))
                .persons(2);
        play.bid(0, 1);
        play.bid(1, 2);
        play.tickAt(play.now + 10_000_000);
        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
        play.send(new Command.CloseRound(play.now));
        assertThat(play.last(Event.RoundClosed.class).reason()).isEqualTo(CloseReason.INSTRUCTOR);
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void aRoundWithoutDeadlineWaitsForItsMessages() {
        Treatment open = TestPlans.timing(FIRST_PRICE, new Timing(OptionalLong.empty(), 0, 0));
        Play play = new Play(TestPlans.plan(2, TestPlans.block(open, 1, "a"))).persons(2);
        assertThat(play.state.wakeAt()).isEmpty();
        assertThat(play.tickAt(Long.MAX_VALUE / 2).events()).isEmpty();
        play.bid(0, 1);
        play.bid(1, 1);
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }
}
