package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Matching;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Seats;
import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionCourseTest {

    private static final Treatment FIRST_PRICE = TestPlans.treatment(MechanismType.FIRST_PRICE);

    private static Plan plan(int seats, int rounds) {
        return TestPlans.plan(seats, TestPlans.block(FIRST_PRICE, rounds, "a"));
    }

    private static List<String> names(Decision decision) {
        return decision.events().stream().map(e -> e.getClass().getSimpleName()).toList();
    }

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
    void leftOverSeatsSitOutAndChangeWithStrangersButNotWithPartners() {
        assertThat(sitters(FIRST_PRICE, 30)).hasSizeGreaterThan(1);
        assertThat(sitters(TestPlans.matching(FIRST_PRICE, Matching.PARTNERS), 30))
                .hasSize(1);
    }

    @Test
    void perfectStrangersMeetOnceAndHaveBothRoles() {
        Treatment trade =
                TestPlans.matching(TestPlans.treatment(MechanismType.K_DOUBLE_AUCTION), Matching.PERFECT_STRANGERS);
        Play play = new Play(TestPlans.plan(8, TestPlans.block(trade, 7, "a"))).programs(8);
        Set<Set<Integer>> pairs = new HashSet<>();
        Set<Integer> buyers = new HashSet<>();
        for (int round = 1; round <= 7; round++) {
            for (Event.DealtMarket market : play.last(Event.RoundDealt.class).markets()) {
                Set<Integer> pair = Set.of(
                        market.seats().get(0).seat(), market.seats().get(1).seat());
                assertThat(pairs.add(pair))
                        .as("%s meet in round %s", pair, round)
                        .isTrue();
                buyers.add(market.seats().get(0).seat());
            }
            play.tickAt(play.now + 60_000);
        }
        assertThat(pairs).hasSize(28);
        assertThat(buyers).hasSize(8);
        assertThat(play.state.phase()).isEqualTo(Phase.FINISHED);
    }

    @Test
    void otherSeedsGiveOtherStrangers() {
        Treatment strangers = TestPlans.matching(TestPlans.bidders(FIRST_PRICE, 3), Matching.PERFECT_STRANGERS);
        Plan plan = TestPlans.plan(9, TestPlans.block(strangers, 4, "a"));
        List<Event.DealtMarket> one = new Play(plan, SessionSeed.of(1), 0)
                .programs(9)
                .last(Event.RoundDealt.class)
                .markets();
        List<Event.DealtMarket> other = new Play(plan, SessionSeed.of(2), 0)
                .programs(9)
                .last(Event.RoundDealt.class)
                .markets();
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void tooFewStrangersCannotBegin() {
        Treatment strangers = TestPlans.matching(FIRST_PRICE, Matching.PERFECT_STRANGERS);
        Seats seats = new Seats(12, 2, Seats.Start.INSTRUCTOR);
        Play play = new Play(TestPlans.plan(seats, TestPlans.block(strangers, 11, "a"))).programs(10);

        Answer answer = play.send(new Command.Start(play.now));

        assertThat(play.refusal(answer)).isEqualTo(RefusalCode.TOO_FEW_SEATS);
        assertThat(((Answer.Refused) answer).refusal().reason())
                .isEqualTo(
                        "11 rounds of first_price in which no two of 10 seats meet twice in groups of 2 (expected: at most 9)");
        play.seat(10, 2, false);
        play.send(new Command.Start(play.now));
        assertThat(play.state.phase()).isEqualTo(Phase.OPEN);
    }

    private static List<Integer> sitters(Treatment treatment, int rounds) {
        Play play = new Play(TestPlans.plan(5, TestPlans.block(treatment, rounds, "a")));
        play.programs(5);
        IntStream.Builder sitting = IntStream.builder();
        for (int round = 1; round <= rounds; round++) {
            for (int seat = 0; seat < 5; seat++) {
                if (play.state.view(seat, play.now).isEmpty()) {
                    sitting.add(seat);
                    assertThat(play.refusal(play.bid(seat, 1))).isEqualTo(RefusalCode.WRONG_PHASE);
                }
            }
            play.tickAt(play.now + 60_000);
        }
        int[] all = sitting.build().toArray();
        assertThat(all).hasSize(rounds);
        return IntStream.of(all).distinct().boxed().toList();
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
