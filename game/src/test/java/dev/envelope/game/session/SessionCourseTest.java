package dev.envelope.game.session;

import static dev.envelope.game.session.FirstPriceCourse.FIRST_PRICE;
import static dev.envelope.game.session.FirstPriceCourse.names;
import static dev.envelope.game.session.FirstPriceCourse.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SessionCourseTest {

    @Test
    void theLastSeatStartsTheFirstRound() {
        Play play = new Play(plan(2, 1)).programs(1);
        assertThat(play.state.phase()).isEqualTo(Phase.LOBBY);
        Decision last = play.decide(new Command.TakeSeat(play.now, Play.key(1), false));
        assertThat(names(last)).containsExactly("SeatTaken", "SessionStarted", "RoundDealt", "RoundOpened");
        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
        assertThat(play.state.wakeAt()).isEqualTo(OptionalLong.of(play.now + 60_000));
    }

    @Test
    void theLastProgramThatSealsBringsOnTheNextRoundInOneDecision() {
        Play play = new Play(plan(2, 2)).programs(2);
        play.bid(0, 10);
        Decision last = play.decide(new Command.Submit(play.now, 1, 77, 1, new Amount(20)));
        assertThat(names(last))
                .containsExactly("MessageSealed", "RoundClosed", "RoundSettled", "RoundDealt", "RoundOpened");
        assertThat(play.state.round()).isEqualTo(2);
        assertThat(play.state.snapshot(OptionalInt.empty(), play.now).ending()).isFalse();
        assertThat(play.state.sealedCount()).isZero();
    }

    @Test
    void theSeedIsRevealedAfterTheLastRoundOnly() {
        Play play = new Play(plan(2, 1)).programs(2);
        play.bid(0, 10);
        assertThat(play.state.proof().revealed()).isEmpty();
        play.bid(1, 20);
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
        assertThat(play.state.proof().revealed().orElseThrow().seed())
                .isEqualTo(SessionSeed.of(7).seedHex());
        assertThat(play.last(Event.SessionFinished.class).nonce())
                .isEqualTo(SessionSeed.of(7).nonceHex());
    }

    @Test
    void whoIsAbsentAbstainsAndThatIsRecorded() {
        Play play = new Play(plan(2, 1)).persons(2);
        play.bid(1, 20);
        play.tickAt(play.now + 60_000);
        var result = play.state.result(0).orElseThrow();
        assertThat(result.played()).contains(new Abstain());
        assertThat(result.byDefault()).isTrue();
        assertThat(play.state.result(1).orElseThrow().units()).isEqualTo(1);
        assertThat(play.state.result(1).orElseThrow().byDefault()).isFalse();
    }

    @Test
    void lastMessageStandsInForTheAbsentInTheSameTreatmentOnly() {
        Treatment repeat = TestPlans.absent(FIRST_PRICE, AbsentRule.LAST_MESSAGE);
        Treatment other = TestPlans.absent(TestPlans.treatment(MechanismType.SECOND_PRICE), AbsentRule.LAST_MESSAGE);
        Play play = new Play(TestPlans.plan(2, TestPlans.block(repeat, 3, "a"), TestPlans.block(other, 1, "b")));
        play.programs(2);
        play.bid(0, 123);
        play.bid(1, 20);
        play.bid(1, 21);
        play.tickAt(play.now + 60_000);
        assertThat(play.state.result(0).orElseThrow().played()).contains(new Amount(123));
        assertThat(play.state.result(0).orElseThrow().byDefault()).isTrue();
        play.tickAt(play.now + 60_000);
        assertThat(play.state.result(0).orElseThrow().played()).contains(new Amount(123));
        play.tickAt(play.now + 60_000);
        assertThat(play.state.result(0).orElseThrow().played()).contains(new Abstain());
    }

    @Test
    void theInstructorStartsClosesAndEnds() {
        Seats seats = new Seats(6, 3, Seats.Start.INSTRUCTOR);
        Play play = new Play(TestPlans.plan(seats, TestPlans.block(FIRST_PRICE, 5, "a")));
        play.persons(2);
        assertThat(play.refusal(play.send(new Command.Start(play.now)))).isEqualTo(RefusalCode.TOO_FEW_SEATS);
        play.seat(2, 2, true);
        assertThat(play.send(new Command.Start(play.now))).isEqualTo(new Answer.Done());
        assertThat(play.refusal(play.send(new Command.Start(play.now)))).isEqualTo(RefusalCode.WRONG_PHASE);
        play.bid(0, 10);
        play.send(new Command.CloseRound(play.now));
        assertThat(play.last(Event.RoundClosed.class).reason()).isEqualTo(CloseReason.INSTRUCTOR);
        assertThat(play.send(new Command.CloseRound(play.now)))
                .isEqualTo(new Answer.Refused(
                        new Refusal(RefusalCode.WRONG_PHASE, "round: settled already (expected: an open one)")));
        play.tickAt(play.now + 4_000);
        play.send(new Command.End(play.now));
        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
        assertThat(play.state.snapshot(OptionalInt.empty(), play.now).ending()).isTrue();
        assertThat(play.state.snapshot(OptionalInt.of(0), play.now).ending()).isFalse();
        play.send(new Command.CloseRound(play.now));
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
        assertThat(play.state.round()).isEqualTo(2);
    }

    @Test
    void endingInTheLobbyOrBetweenRoundsFinishesAtOnce() {
        Play lobby = new Play(plan(2, 1));
        lobby.send(new Command.End(lobby.now));
        assertThat(lobby.state.phase()).isEqualTo(Phase.FINISHED);
        assertThat(lobby.refusal(lobby.send(new Command.TakeSeat(lobby.now, Play.key(0), true))))
                .isEqualTo(RefusalCode.DOOR_CLOSED);
        Play between = new Play(plan(2, 3)).persons(2);
        between.send(new Command.CloseRound(between.now));
        between.send(new Command.End(between.now));
        assertThat(between.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void aFullSessionThatIsPausedStartsWhenItGoesOn() {
        Play play = new Play(plan(2, 1));
        play.send(new Command.Pause(play.now));
        play.programs(2);
        assertThat(play.state.phase()).isEqualTo(Phase.LOBBY);
        assertThat(play.refusal(play.send(new Command.Start(play.now)))).isEqualTo(RefusalCode.WRONG_PHASE);
        play.send(new Command.Resume(play.now));
        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
    }

    @Test
    void pauseResumeAndEndCanBeRepeated() {
        Play play = new Play(plan(2, 1)).persons(2);
        play.send(new Command.Pause(play.now));
        assertThat(play.decide(new Command.Pause(play.now)).events()).isEmpty();
        play.send(new Command.Resume(play.now));
        assertThat(play.decide(new Command.Resume(play.now)).events()).isEmpty();
        play.send(new Command.End(play.now));
        assertThat(play.decide(new Command.End(play.now)).events()).isEmpty();
    }

    @Test
    void practiceRoundsPayNothing() {
        Plan practice = TestPlans.plan(2, new Block(FIRST_PRICE, 1, "a", true), TestPlans.block(FIRST_PRICE, 1, "a"));
        Play play = new Play(practice).programs(2);
        play.bid(0, 0);
        play.bid(1, 0);
        assertThat(play.state.result(0).orElseThrow().totalTicks()).isZero();
        assertThat(play.state.settled().orElseThrow().practice()).isTrue();
        play.bid(0, 0);
        play.bid(1, 0);
        long totals = play.state.result(0).orElseThrow().totalTicks()
                + play.state.result(1).orElseThrow().totalTicks();
        assertThat(totals).isPositive();
        assertThat(play.state.snapshot(OptionalInt.of(0), play.now).totalTicks())
                .isEqualTo(play.state.result(0).orElseThrow().totalTicks());
    }

    @Test
    void anotherSeedThanTheCommittedOneIsRefused() {
        Event.SessionOpened opening = SessionCore.open(0, plan(2, 1), "X", SessionSeed.of(1), false);
        assertThatThrownBy(() -> SessionState.opened(opening, SessionSeed.of(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plansThatCannotBePlayedAreRefusedByName() {
        assertThatThrownBy(() -> new Play(plan(1, 1))).hasMessageContaining("seats wanted: 1");
        Treatment listed = TestPlans.matching(FIRST_PRICE, Matching.FIXED_LIST);
        assertThatThrownBy(() -> new Play(TestPlans.plan(2, TestPlans.block(listed, 1, "a"))))
                .hasMessageContaining("FIXED_LIST");
        Treatment strangers = TestPlans.matching(FIRST_PRICE, Matching.PERFECT_STRANGERS);
        assertThatThrownBy(() -> new Play(TestPlans.plan(4, TestPlans.block(strangers, 4, "a"))))
                .hasMessageContaining("no two of 4 seats meet twice in groups of 2 (expected: at most 3)");
        Treatment market = TestPlans.treatment(MechanismType.CALL_MARKET);
        assertThatThrownBy(() -> new Play(TestPlans.plan(2, TestPlans.block(market, 1, "a"))))
                .hasMessageContaining("call_market");
        Treatment silent = TestPlans.absent(TestPlans.treatment(MechanismType.AGV), AbsentRule.ABSTAIN);
        assertThatThrownBy(() -> new Play(TestPlans.plan(2, TestPlans.block(silent, 1, "a"))))
                .hasMessage("absent of agv: ABSTAIN in agv (expected: LEAST_INTEREST or LAST_MESSAGE)");
        Treatment bids = TestPlans.absent(FIRST_PRICE, AbsentRule.LEAST_INTEREST);
        assertThatThrownBy(() -> new Play(TestPlans.plan(2, TestPlans.block(bids, 1, "a"))))
                .hasMessageContaining("LEAST_INTEREST in first_price (expected: ABSTAIN or LAST_MESSAGE)");
    }
}
