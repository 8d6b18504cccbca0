package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.DemandSchedule;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.PackageBids;
import dev.envelope.game.message.Report;
import dev.envelope.game.message.Response;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.state.RequestMemory;
import dev.envelope.theory.mechanism.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmissionTest {

    private static Play open(Treatment treatment) {
        return new Play(TestPlans.plan(2, TestPlans.block(treatment, 3, "a"))).persons(2);
    }

    private static Play open(MechanismType type) {
        return open(TestPlans.treatment(type));
    }

    private static Refusal refused(Play play, Message message) {
        int before = play.events.size();
        Answer answer = play.say(0, message);
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(play.events).hasSize(before);
        return ((Answer.Refused) answer).refusal();
    }

    private static RefusalCode submit(Play play, int round) {
        return play.refusal(play.send(new Command.Submit(play.now, 0, 50, round, new Amount(1))));
    }

    @Test
    void boundsAreInclusiveAndNamedInPoints() {
        Play play = open(MechanismType.FIRST_PRICE);
        assertThat(play.bid(0, 0)).isInstanceOf(Answer.Accepted.class);
        assertThat(play.bid(0, 10_000)).isInstanceOf(Answer.Accepted.class);
        assertThat(refused(play, new Amount(-1)))
                .isEqualTo(new Refusal(RefusalCode.BELOW_MINIMUM, "amount: -0.01 (expected: at least 0.00)"));
        assertThat(refused(play, new Amount(10_001)).reason()).isEqualTo("amount: 100.01 (expected: at most 100.00)");
        assertThat(refused(play, new Amount(Long.MIN_VALUE)).code()).isEqualTo(RefusalCode.BELOW_MINIMUM);
        assertThat(refused(play, new Amount(Long.MAX_VALUE)).code()).isEqualTo(RefusalCode.ABOVE_MAXIMUM);
    }

    @Test
    void anotherKindOfMessageIsRefused() {
        Play bids = open(MechanismType.SECOND_PRICE);
        assertThat(refused(bids, Report.of(5)).code()).isEqualTo(RefusalCode.WRONG_KIND);
        assertThat(refused(bids, new DemandSchedule(List.of(1L))).code()).isEqualTo(RefusalCode.KIND_NOT_PLAYED);
        assertThat(refused(bids, new Response(true)).code()).isEqualTo(RefusalCode.KIND_NOT_PLAYED);
        PackageBids packages = new PackageBids(List.of(new PackageBids.PackageBid(List.of("x"), 1)));
        assertThat(refused(bids, packages).code()).isEqualTo(RefusalCode.KIND_NOT_PLAYED);
        assertThat(refused(open(MechanismType.VCG), new Amount(5)).reason())
                .isEqualTo("message: AMOUNT (expected: REPORT or ABSTAIN)");
        assertThat(bids.say(0, new Abstain())).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void reportsLieWithinTheSupportOfTheRole() {
        RoleSpec odd = new RoleSpec("bidder", Side.BIDDER, 2, DistributionSpec.uniform(20.005, 60.999));
        Play play = open(TestPlans.roles(TestPlans.treatment(MechanismType.VCG), List.of(odd)));
        assertThat(play.say(0, Report.of(2_001))).isInstanceOf(Answer.Accepted.class);
        assertThat(play.say(0, Report.of(6_099))).isInstanceOf(Answer.Accepted.class);
        assertThat(refused(play, Report.of(2_000)).reason()).isEqualTo("report: 20.00 (expected: from 20.01 to 60.99)");
        assertThat(refused(play, Report.of(6_100)).code()).isEqualTo(RefusalCode.OUTSIDE_SUPPORT);
        assertThat(refused(play, new Report(List.of(3_000L, 3_000L))).code()).isEqualTo(RefusalCode.INVALID_MESSAGE);
    }

    @Test
    void everyDealtValueMayBeReported() {
        RoleSpec narrow = new RoleSpec("bidder", Side.BIDDER, 2, DistributionSpec.uniform(0.001, 0.29));
        Treatment vcg = TestPlans.roles(TestPlans.treatment(MechanismType.VCG), List.of(narrow));
        Play play = new Play(TestPlans.plan(2, TestPlans.block(vcg, 300, "a"))).programs(2);
        for (int round = 1; round <= 300; round++) {
            for (int seat = 0; seat < 2; seat++) {
                long value = play.state.view(seat, play.now).orElseThrow().valueTicks();
                assertThat(play.say(seat, Report.of(value))).isInstanceOf(Answer.Accepted.class);
            }
            assertThat(play.state.result(0).orElseThrow().voided()).isEmpty();
        }
    }

    @Test
    void roundAndPhaseMustFit() {
        Play lobby = new Play(TestPlans.plan(2, TestPlans.block(TestPlans.treatment(MechanismType.VCG), 1, "a")));
        lobby.persons(1);
        assertThat(submit(lobby, 1)).isEqualTo(RefusalCode.WRONG_PHASE);
        Play play = open(MechanismType.FIRST_PRICE);
        assertThat(submit(play, 0)).isEqualTo(RefusalCode.WRONG_ROUND);
        assertThat(submit(play, 2)).isEqualTo(RefusalCode.WRONG_ROUND);
        assertThat(submit(play, 4)).isEqualTo(RefusalCode.WRONG_ROUND);
        play.send(new Command.CloseRound(play.now));
        assertThat(submit(play, 1)).isEqualTo(RefusalCode.LATE);
        assertThat(submit(play, 2)).isEqualTo(RefusalCode.WRONG_PHASE);
        play.tickAt(play.now + 4_000);
        assertThat(submit(play, 1)).isEqualTo(RefusalCode.LATE);
    }

    @Test
    void aRequestNeedsAnIdAndASeat() {
        Play play = open(MechanismType.FIRST_PRICE);
        assertThat(play.refusal(play.send(new Command.Submit(play.now, 0, 0, 1, new Amount(1)))))
                .isEqualTo(RefusalCode.MISSING_REQUEST_ID);
        assertThat(play.refusal(play.bid(2, 1))).isEqualTo(RefusalCode.NOT_ALLOWED);
        assertThat(play.refusal(play.bid(-1, 1))).isEqualTo(RefusalCode.NOT_ALLOWED);
    }

    @Test
    void aRepeatedRequestGetsTheSameReceiptAlsoWhenTheRoundIsOver() {
        Play play = open(MechanismType.FIRST_PRICE);
        Command.Submit request = new Command.Submit(play.now, 0, 5, 1, new Amount(1));
        assertThat(play.send(request)).isEqualTo(new Answer.Accepted(1, 1));
        play.bid(0, 2);
        assertThat(play.decide(request)).satisfies(again -> {
            assertThat(again.answer()).isEqualTo(new Answer.Repeated(1, 1));
            assertThat(again.events()).isEmpty();
        });
        assertThat(play.state.view(0, play.now).orElseThrow().standing()).contains(new Amount(2));
        play.send(new Command.CloseRound(play.now));
        assertThat(play.send(request)).isEqualTo(new Answer.Repeated(1, 1));
        assertThat(SessionCore.decide(play.replayed(), request).answer()).isEqualTo(new Answer.Repeated(1, 1));
        Command.Submit other = new Command.Submit(play.now, 0, 5, 1, new Amount(3));
        assertThat(play.refusal(play.send(other))).isEqualTo(RefusalCode.REQUEST_ID_REUSED);
        Command.Submit otherRound = new Command.Submit(play.now, 0, 5, 2, new Amount(1));
        assertThat(play.refusal(play.send(otherRound))).isEqualTo(RefusalCode.REQUEST_ID_REUSED);
        assertThat(play.refusal(play.send(new Command.Submit(play.now, 1, 5, 1, new Amount(3)))))
                .isEqualTo(RefusalCode.LATE);
    }

    @Test
    void theLast64RequestsOfASeatAreRemembered() {
        Play play = open(MechanismType.FIRST_PRICE);
        for (int id = 1; id <= 1_000; id++) {
            play.send(new Command.Submit(play.now, 0, id * 16L, 1, new Amount(id)));
            for (int back = 0; back < Math.min(id, RequestMemory.KEPT); back++) {
                Command.Submit again = new Command.Submit(play.now, 0, (id - back) * 16L, 1, new Amount(id - back));
                assertThat(play.send(again)).isEqualTo(new Answer.Repeated(id - back, 1));
            }
        }
    }

    @Test
    void theMessagesOfASeatAreCountedInEveryRoundAnewAndAlikeInAReplay() {
        Play play = open(MechanismType.FIRST_PRICE);
        play.send(new Command.Submit(play.now, 0, 5, 1, new Amount(1)));
        play.send(new Command.Submit(play.now, 0, 5, 1, new Amount(1)));
        play.send(new Command.Submit(play.now, 0, 6, 1, new Amount(-1)));
        play.send(new Command.Submit(play.now, 0, 7, 1, new Abstain()));
        assertThat(play.state.messages(0)).isEqualTo(2);
        assertThat(play.state.messages(1)).isZero();
        assertThat(play.replayed().messages(0)).isEqualTo(2);
        assertThat(play.state.isRepeated(0, 5)).isTrue();
        assertThat(play.state.isRepeated(0, 6)).isFalse();
        assertThat(play.state.isRepeated(1, 5)).isFalse();
        play.send(new Command.CloseRound(play.now));
        play.tickAt(play.state.wakeAt().orElseThrow());
        assertThat(play.state.round()).isEqualTo(2);
        assertThat(play.state.messages(0)).isZero();
    }

    @Test
    void aRefusedRequestMayUseItsIdAgain() {
        Play play = open(MechanismType.FIRST_PRICE);
        play.send(new Command.Submit(play.now, 0, 5, 1, new Amount(-1)));
        assertThat(play.send(new Command.Submit(play.now, 0, 5, 1, new Amount(1))))
                .isEqualTo(new Answer.Accepted(1, 1));
    }

    @Test
    void seatsGoByKeyAndFill() {
        Play play = new Play(TestPlans.plan(
                new dev.envelope.game.plan.seating.Seats(2, 1, dev.envelope.game.plan.seating.Seats.Start.INSTRUCTOR),
                TestPlans.block(TestPlans.treatment(MechanismType.FIRST_PRICE), 1, "a")));
        assertThat(play.send(new Command.TakeSeat(1, Play.key(0), true))).isEqualTo(new Answer.Seated(0, true));
        assertThat(play.send(new Command.TakeSeat(1, Play.key(0), true))).isEqualTo(new Answer.Seated(0, false));
        assertThat(play.send(new Command.TakeSeat(1, Play.key(1), true))).isEqualTo(new Answer.Seated(1, true));
        assertThat(play.refusal(play.send(new Command.TakeSeat(1, Play.key(2), true))))
                .isEqualTo(RefusalCode.SESSION_FULL);
        assertThat(play.refusal(play.send(new Command.TakeSeat(1, "abc", true))))
                .isEqualTo(RefusalCode.BAD_IDENTITY);
        play.send(new Command.Start(play.now));
        assertThat(play.refusal(play.send(new Command.TakeSeat(1, Play.key(2), true))))
                .isEqualTo(RefusalCode.DOOR_CLOSED);
        assertThat(play.send(new Command.TakeSeat(1, Play.key(1), true))).isEqualTo(new Answer.Seated(1, false));
        assertThat(play.state.seatOf(Play.key(1))).hasValue(1);
        assertThat(play.state.seatOf(Play.key(9))).isEmpty();
    }
}
