package dev.envelope.game.headless;

import static dev.envelope.game.headless.HeadlessPlans.FIRST;
import static dev.envelope.game.headless.HeadlessPlans.OPTIMAL;
import static dev.envelope.game.headless.HeadlessPlans.SECOND;
import static dev.envelope.game.headless.HeadlessPlans.THIRD;
import static dev.envelope.game.headless.HeadlessPlans.TRADE;
import static dev.envelope.game.headless.HeadlessPlans.plan;
import static dev.envelope.game.headless.HeadlessPlans.truthful;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.message.Report;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.session.TestPlans;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.view.View;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.solver.Equilibria;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What strategies earn against what theory predicts, in sessions without a server. */
class HeadlessEquilibriumTest {

    private static final Treatment AGV =
            renamed(TestPlans.roles(TestPlans.treatment(MechanismType.AGV), OPTIMAL.roles()), "agv");
    private static final Treatment BALANCED =
            renamed(TestPlans.roles(TestPlans.treatment(MechanismType.BALANCED), OPTIMAL.roles()), "balanced");
    private static final Treatment AGV_TRADE =
            renamed(TestPlans.roles(TestPlans.treatment(MechanismType.AGV), TRADE.roles()), "agv trade");
    private static final Treatment VCG_TRADE =
            renamed(TestPlans.roles(TestPlans.treatment(MechanismType.VCG), TRADE.roles()), "vcg trade");
    private static final Treatment FIXED_TRADE = renamed(
            TestPlans.roles(
                    TestPlans.treatment(MechanismType.BALANCED),
                    List.of(
                            new RoleSpec("buyer", Side.BUYER, 1, DistributionSpec.uniform(60, 100)),
                            new RoleSpec("seller", Side.SELLER, 1, DistributionSpec.uniform(0, 50)))),
            "fixed trade");

    @Test
    void equilibriumPlayEarnsWhatTheoryPredicts() {
        Map<String, Sample> revenue = new HashMap<>();
        Map<String, Sample> gains = new HashMap<>();
        HeadlessRun run =
                HeadlessSession.play(plan(1_000), SessionSeed.of(11), seat -> new Equilibrated(), 1, round -> {
                    for (Outcome outcome : round.outcomes()) {
                        String id = round.treatment().id();
                        Sample.of(revenue, id).add(outcome.revenueTicks());
                        Sample.of(gains, id).add(outcome.tradedValueTicks());
                    }
                });
        assertThat(run.refusals()).isEmpty();
        for (Treatment treatment : List.of(FIRST, SECOND, THIRD, TRADE, OPTIMAL)) {
            Predictions predicted = equilibrium(treatment).predictions();
            assertAgrees(Sample.of(gains, treatment.id()), predicted.gains());
            assertAgrees(Sample.of(revenue, treatment.id()), predicted.revenue());
        }
        assertThat(Sample.of(revenue, FIRST.id()).mean()).isCloseTo(6_000, within(60.0));
        assertThat(Sample.of(gains, TRADE.id()).mean()).isCloseTo(10_000 * 9 / 64.0, within(40.0));
    }

    /** Efficient and balanced in every market; each role's surplus is what theory predicts. */
    @Test
    void efficientMechanismsLeaveEveryRoleWhatTheoryPredicts() {
        List<Treatment> treatments = List.of(AGV, BALANCED, AGV_TRADE, VCG_TRADE, FIXED_TRADE);
        Map<String, Sample> surplus = new HashMap<>();
        Map<String, Sample> revenue = new HashMap<>();
        Map<String, Sample> gains = new HashMap<>();
        Block[] blocks = treatments.stream()
                .map(t -> TestPlans.block(t, 1_000, t.id().replace(' ', '-')))
                .toArray(Block[]::new);
        HeadlessRun run = HeadlessSession.play(
                TestPlans.plan(12, blocks), SessionSeed.of(12), seat -> new Equilibrated(), 1, round -> {
                    String id = round.treatment().id();
                    for (Outcome outcome : round.outcomes()) {
                        assertThat(outcome.voided()).isEmpty();
                        assertThat(outcome.tradedValueTicks()).isEqualTo(firstBest(round.treatment(), outcome));
                        Sample.of(revenue, id).add(outcome.revenueTicks());
                        Sample.of(gains, id).add(outcome.tradedValueTicks());
                        for (int agent = 0; agent < 2; agent++) {
                            Sample.of(surplus, id + agent)
                                    .add(outcome.seats().get(agent).payoffTicks());
                        }
                    }
                });
        assertThat(run.refusals()).isEmpty();
        for (Treatment treatment : treatments) {
            Predictions predicted = equilibrium(treatment).predictions();
            String id = treatment.id();
            if (treatment.equals(VCG_TRADE)) {
                assertAgrees(Sample.of(revenue, id), predicted.revenue());
                assertThat(predicted.revenue()).isCloseTo(-10_000 / 6.0, within(1e-6));
            } else {
                assertThat(Sample.of(revenue, id).mean()).isZero();
                assertThat(Sample.of(revenue, id).error()).isZero();
                assertThat(predicted.revenue()).isZero();
            }
            assertAgrees(Sample.of(gains, id), predicted.gains());
            assertThat(predicted.efficiency()).isCloseTo(1, within(1e-12));
            for (int agent = 0; agent < 2; agent++) {
                assertAgrees(Sample.of(surplus, id + agent), predicted.surplus().get(agent));
            }
        }
    }

    @Test
    void truthfulPlayOfAFirstPriceAuctionDoesNotAgree() {
        Sample revenue = new Sample();
        HeadlessSession.play(plan(100), SessionSeed.of(11), seat -> truthful(), 1, round -> {
            if (round.treatment().equals(FIRST)) {
                round.outcomes().forEach(o -> revenue.add(o.revenueTicks()));
            }
        });
        assertThat(revenue.mean() - 6_000).isGreaterThan(10 * revenue.error());
    }

    private static Treatment renamed(Treatment t, String id) {
        return new Treatment(id, t.mechanism(), t.roles(), t.ticks(), t.matching(), t.timing(), t.reveal(), t.absent());
    }

    /** Plays the equilibrium that theory names for the game on ticks. */
    private static final class Equilibrated implements Strategy {

        private static final Map<String, Equilibrium> KNOWN = new HashMap<>();

        @Override
        public Message decide(View view, RandomGenerator random) {
            Equilibrium equilibrium = KNOWN.computeIfAbsent(view.treatment().id(), id -> equilibrium(view.treatment()));
            int agent = IntStream.range(0, view.role())
                    .map(r -> view.treatment().roles().get(r).count())
                    .sum();
            double amount = equilibrium.message(agent, (double) view.valueTicks());
            long ticks = (long) StrictMath.floor(amount + 0.5);
            return view.treatment().mechanism().type().messageKind() == MessageKind.REPORT
                    ? Report.of(ticks)
                    : new Amount(ticks);
        }
    }

    private static Equilibrium equilibrium(Treatment treatment) {
        return (Equilibrium) Equilibria.of(TreatmentTheory.inTicks(treatment));
    }

    /** Four standard errors, and half a tick for the rounding of bids: a fixed seed either passes or does not. */
    private static void assertAgrees(Sample sample, double predicted) {
        assertThat(sample.mean()).isCloseTo(predicted, within(4 * sample.error() + 0.5));
    }

    private static long firstBest(Treatment treatment, Outcome outcome) {
        long first = outcome.seats().get(0).valueTicks();
        long second = outcome.seats().get(1).valueTicks();
        boolean trade = treatment.roles().get(0).side() == Side.BUYER;
        return trade ? StrictMath.max(0, first - second) : StrictMath.max(first, second);
    }
}
