package dev.envelope.game.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.message.Report;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.DistributionSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.RoleSpec;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.TestPlans;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SettledRound;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.View;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.solver.Equilibria;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadlessSessionTest {

    private static final Treatment FIRST = TestPlans.bidders(TestPlans.treatment(MechanismType.FIRST_PRICE), 4);
    private static final Treatment SECOND = TestPlans.bidders(TestPlans.treatment(MechanismType.SECOND_PRICE), 4);
    private static final Treatment THIRD = TestPlans.treatment(MechanismType.THIRD_PRICE);
    private static final Treatment TRADE = TestPlans.treatment(MechanismType.K_DOUBLE_AUCTION);
    private static final Treatment OPTIMAL = TestPlans.roles(
            TestPlans.treatment(MechanismType.OPTIMAL),
            List.of(
                    new RoleSpec("weak", Side.BIDDER, 1, DistributionSpec.uniform(0, 80)),
                    new RoleSpec("strong", Side.BIDDER, 1, DistributionSpec.uniform(0, 120))));

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

    private static Treatment renamed(Treatment t, String id) {
        return new Treatment(id, t.mechanism(), t.roles(), t.ticks(), t.matching(), t.timing(), t.reveal(), t.absent());
    }

    private static Plan plan(int rounds) {
        return TestPlans.plan(
                24,
                TestPlans.block(FIRST, rounds, "ipv"),
                TestPlans.block(SECOND, rounds, "ipv"),
                TestPlans.block(THIRD, rounds, "ipv"),
                TestPlans.block(TRADE, rounds, "trade"),
                TestPlans.block(OPTIMAL, rounds, "optimal"));
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

    /** Means with their standard errors, in ticks. */
    private static final class Sample {

        private int count;
        private double sum;
        private double squares;

        void add(long ticks) {
            double x = (double) ticks;
            count++;
            sum += x;
            squares += x * x;
        }

        double mean() {
            return sum / count;
        }

        double error() {
            return StrictMath.sqrt((squares / count - mean() * mean()) / count);
        }
    }

    private static Sample of(Map<String, Sample> samples, String treatment) {
        return samples.computeIfAbsent(treatment, id -> new Sample());
    }

    /** Four standard errors, and half a tick for the rounding of bids: a fixed seed either passes or does not. */
    private static void assertAgrees(Sample sample, double predicted) {
        assertThat(sample.mean()).isCloseTo(predicted, within(4 * sample.error() + 0.5));
    }

    @Test
    void equilibriumPlayEarnsWhatTheoryPredicts() {
        Map<String, Sample> revenue = new HashMap<>();
        Map<String, Sample> gains = new HashMap<>();
        HeadlessRun run =
                HeadlessSession.play(plan(1_000), SessionSeed.of(11), seat -> new Equilibrated(), 1, round -> {
                    for (Outcome outcome : round.outcomes()) {
                        String id = round.treatment().id();
                        of(revenue, id).add(outcome.revenueTicks());
                        of(gains, id).add(outcome.gainsTicks());
                    }
                });
        assertThat(run.refusals()).isEmpty();
        for (Treatment treatment : List.of(FIRST, SECOND, THIRD, TRADE, OPTIMAL)) {
            Predictions predicted = equilibrium(treatment).predictions();
            assertAgrees(of(gains, treatment.id()), predicted.gains());
            assertAgrees(of(revenue, treatment.id()), predicted.revenue());
        }
        assertThat(of(revenue, FIRST.id()).mean()).isCloseTo(6_000, within(60.0));
        assertThat(of(gains, TRADE.id()).mean()).isCloseTo(10_000 * 9 / 64.0, within(40.0));
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
                        assertThat(outcome.gainsTicks()).isEqualTo(firstBest(round.treatment(), outcome));
                        of(revenue, id).add(outcome.revenueTicks());
                        of(gains, id).add(outcome.gainsTicks());
                        for (int agent = 0; agent < 2; agent++) {
                            of(surplus, id + agent)
                                    .add(outcome.seats().get(agent).payoffTicks());
                        }
                    }
                });
        assertThat(run.refusals()).isEmpty();
        for (Treatment treatment : treatments) {
            Predictions predicted = equilibrium(treatment).predictions();
            String id = treatment.id();
            if (treatment.equals(VCG_TRADE)) {
                assertAgrees(of(revenue, id), predicted.revenue());
                assertThat(predicted.revenue()).isCloseTo(-10_000 / 6.0, within(1e-6));
            } else {
                assertThat(of(revenue, id).mean()).isZero();
                assertThat(of(revenue, id).error()).isZero();
                assertThat(predicted.revenue()).isZero();
            }
            assertAgrees(of(gains, id), predicted.gains());
            assertThat(predicted.efficiency()).isCloseTo(1, within(1e-12));
            for (int agent = 0; agent < 2; agent++) {
                assertAgrees(of(surplus, id + agent), predicted.surplus().get(agent));
            }
        }
    }

    private static long firstBest(Treatment treatment, Outcome outcome) {
        long first = outcome.seats().get(0).valueTicks();
        long second = outcome.seats().get(1).valueTicks();
        boolean trade = treatment.roles().get(0).side() == Side.BUYER;
        return trade ? StrictMath.max(0, first - second) : StrictMath.max(first, second);
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

    private static Strategy truthful() {
        return (view, random) -> view.treatment().mechanism().type().messageKind() == MessageKind.REPORT
                ? Report.of(view.valueTicks())
                : new Amount(view.valueTicks());
    }

    @Test
    void blocksOfOneLabelHaveTheSameValuesAndGroups() {
        List<Event.RoundDealt> dealt =
                HeadlessSession.record(plan(3), SessionSeed.of(1), seat -> truthful(), 1).events().stream()
                        .filter(Event.RoundDealt.class::isInstance)
                        .map(Event.RoundDealt.class::cast)
                        .toList();
        for (int round = 0; round < 3; round++) {
            assertThat(dealt.get(round + 3).markets())
                    .isEqualTo(dealt.get(round).markets());
            assertThat(dealt.get(round + 6).markets())
                    .isNotEqualTo(dealt.get(round).markets());
        }
        assertThat(dealt.get(1).markets()).isNotEqualTo(dealt.get(0).markets());
    }

    @Test
    void theSameSeedsGiveTheSameEvents() {
        Strategy noisy = (view, random) -> new Amount(random.nextLong(100));
        Plan plan = TestPlans.plan(9, TestPlans.block(FIRST, 20, "a"));
        HeadlessRun once = HeadlessSession.record(plan, SessionSeed.of(3), seat -> noisy, 5);
        assertThat(HeadlessSession.record(plan, SessionSeed.of(3), seat -> noisy, 5)
                        .events())
                .isEqualTo(once.events());
        assertThat(HeadlessSession.record(plan, SessionSeed.of(3), seat -> noisy, 6)
                        .events())
                .isNotEqualTo(once.events());
        assertThat(HeadlessSession.record(plan, SessionSeed.of(4), seat -> noisy, 5)
                        .events())
                .isNotEqualTo(once.events());
    }

    @Test
    void strategiesLearnTheirOwnResultsInOrder() {
        List<RoundResult> learned = new ArrayList<>();
        List<SettledRound> rounds = new ArrayList<>();
        Strategy student = new Strategy() {
            @Override
            public Message decide(View view, RandomGenerator random) {
                assertThat(view.seat()).isZero();
                assertThat(learned).hasSize(view.round() - 1);
                return new Amount(view.valueTicks());
            }

            @Override
            public void learn(RoundResult result) {
                learned.add(result);
            }
        };
        Plan plan = TestPlans.plan(4, TestPlans.block(FIRST, 5, "a"));
        HeadlessSession.play(plan, SessionSeed.of(3), seat -> seat == 0 ? student : truthful(), 5, rounds::add);
        assertThat(learned).extracting(RoundResult::round).containsExactly(1, 2, 3, 4, 5);
        for (int round = 0; round < 5; round++) {
            SeatOutcome own = rounds.get(round).outcomes().get(0).seats().stream()
                    .filter(s -> s.seat() == 0)
                    .findFirst()
                    .orElseThrow();
            assertThat(learned.get(round).payoffTicks()).isEqualTo(own.payoffTicks());
        }
    }

    @Test
    void aRefusedMessageCountsAsNoneAndTheSessionGoesOn() {
        Strategy wrong = (view, random) -> new Amount(-1);
        Plan plan = TestPlans.plan(4, TestPlans.block(FIRST, 3, "a"));
        HeadlessRun run = HeadlessSession.record(plan, SessionSeed.of(3), seat -> seat == 2 ? wrong : truthful(), 5);
        assertThat(run.refusals()).hasSize(3);
        assertThat(run.state().result(2).orElseThrow().byDefault()).isTrue();
        assertThat(run.state().round()).isEqualTo(3);
    }

    @Test
    void seatsByLinkAreTakenAndBotsThatMakeGroupsEvenPlayLikeTheOthers() {
        Plan plan = PlanReader.read("""
                envelope: 1
                seats: {wanted: 5, entry: links}
                uneven: bot
                treatments:
                  auction: {mechanism: first_price, bidders: 3, values: [0, 100]}
                rounds: 4
                """).orElseThrow();
        HeadlessRun run = HeadlessSession.record(
                plan, SessionSeed.of(3), seat -> (view, random) -> new Amount(view.valueTicks() / 2), 1);

        assertThat(run.refusals()).isEmpty();
        assertThat(run.events().stream().filter(Event.SeatFilled.class::isInstance))
                .hasSize(1);
        assertThat(run.events().stream()
                        .filter(Event.RoundSettled.class::isInstance)
                        .flatMap(event -> ((Event.RoundSettled) event).markets().stream())
                        .flatMap(market -> market.seats().stream())
                        .map(Event.SettledSeat::counted))
                .hasSize(24)
                .allMatch(message -> message.isPresent() && message.get() instanceof Amount);
    }
}
