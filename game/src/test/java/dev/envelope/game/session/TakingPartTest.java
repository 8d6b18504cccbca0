package dev.envelope.game.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.theory.mechanism.Side;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where taking part is part of the rules, nobody gets out of it by abstaining or by saying nothing. */
class TakingPartTest {

    private static final Treatment AGV = TestPlans.treatment(MechanismType.AGV);
    private static final Treatment TRADE = TestPlans.roles(
            AGV, List.of(TestPlans.role("buyer", Side.BUYER, 1), TestPlans.role("seller", Side.SELLER, 1)));

    static Stream<MechanismType> playable() {
        return Stream.of(MechanismType.values()).filter(MechanismType::isPlayable);
    }

    @ParameterizedTest
    @MethodSource("playable")
    void whoMayAbstainIsAsTheoryHasIt(MechanismType type) {
        assertThat(TreatmentTheory.inTicks(TestPlans.treatment(type))
                        .mechanism()
                        .mayAbstain())
                .isEqualTo(type.mayAbstain());
    }

    @Test
    void anAbstentionIsRefusedAndChangesNothing() {
        Play play = open(AGV).persons(2);
        play.say(0, Report.of(70));
        int before = play.events.size();

        assertThat(play.say(0, new Abstain()))
                .isEqualTo(new Answer.Refused(new Refusal(
                        RefusalCode.WRONG_KIND, "message: ABSTAIN (expected: REPORT, all must take part)")));
        assertThat(play.events).hasSize(before);
        assertThat(play.state.view(0, play.now).orElseThrow().standing()).contains(Report.of(70));
    }

    @Test
    void theMissingCountAsReportingTheLeastInterest() {
        for (AbsentRule rule : List.of(AbsentRule.LEAST_INTEREST, AbsentRule.LAST_MESSAGE)) {
            assertThat(countedOfTheSilent(TestPlans.absent(AGV, rule))).containsExactly(Report.of(0), Report.of(0));
            assertThat(countedOfTheSilent(TestPlans.absent(TRADE, rule)))
                    .containsExactlyInAnyOrder(Report.of(0), Report.of(10_000));
        }
    }

    @Test
    void leastInterestIsForReportsOfAnyMechanism() {
        Treatment vcg = TestPlans.treatment(MechanismType.VCG);

        assertThat(countedOfTheSilent(vcg)).containsOnly(new Abstain());
        assertThat(countedOfTheSilent(TestPlans.absent(vcg, AbsentRule.LEAST_INTEREST)))
                .containsOnly(Report.of(0));
    }

    @Test
    void oneWhoIsSilentPaysItsShareAndTheBudgetHolds() {
        Play play = open(AGV).programs(2);
        play.say(0, Report.of(9_000));
        play.tickAt(play.now + 60_000);

        // (x1² − x2²)/2 on U[0,100]: 40.50 from the one who reports 90 to the one who counts as reporting 0.
        assertThat(play.state.result(0).orElseThrow().paymentTicks()).isEqualTo(4_050);
        assertThat(play.state.result(1).orElseThrow().paymentTicks()).isEqualTo(-4_050);
        assertThat(play.state.result(1).orElseThrow().byDefault()).isTrue();
        assertThat(play.state.result(1).orElseThrow().voided()).isEmpty();
    }

    @Test
    void theLastReportStandsInFromTheSecondRoundOn() {
        Play play = open(TestPlans.absent(AGV, AbsentRule.LAST_MESSAGE)).programs(2);
        play.say(0, Report.of(123));
        play.say(1, Report.of(456));
        play.tickAt(play.now + 60_000);

        assertThat(play.state.result(0).orElseThrow().played()).contains(Report.of(123));
        assertThat(play.state.result(0).orElseThrow().byDefault()).isTrue();
    }

    @Test
    void aMarketOfNobodyStillSettles() {
        Play play = open(TRADE).persons(2);
        play.tickAt(play.now + 60_000);
        Event.RoundSettled settled = play.last(Event.RoundSettled.class);

        assertThat(settled.markets()).hasSize(1);
        assertThat(settled.markets().get(0).voided()).isEmpty();
        assertThat(settled.markets().get(0).seats().stream()
                        .mapToLong(Event.SettledSeat::paymentTicks)
                        .sum())
                .isZero();
    }

    private static List<Message> countedOfTheSilent(Treatment treatment) {
        Play play = open(treatment).persons(2);
        play.tickAt(play.now + 60_000);
        return Stream.of(0, 1)
                .map(seat -> play.state.result(seat).orElseThrow().played().orElseThrow())
                .toList();
    }

    private static Play open(Treatment treatment) {
        return new Play(TestPlans.plan(2, TestPlans.block(treatment, 3, "a")));
    }
}
