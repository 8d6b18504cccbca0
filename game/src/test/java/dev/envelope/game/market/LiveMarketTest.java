package dev.envelope.game.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.Report;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.session.TestPlans;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiveMarketTest {

    private static final List<LiveMarket.Holding> PAIR =
            List.of(new LiveMarket.Holding(8, 9_000), new LiveMarket.Holding(3, 2_000));

    private static Treatment treatment(MechanismType type, Map<String, Double> parameters) {
        Treatment t = TestPlans.treatment(type);
        return new Treatment(
                t.id(),
                MechanismSpec.of(type, parameters),
                t.roles(),
                t.ticks(),
                t.matching(),
                t.timing(),
                t.reveal(),
                t.absent());
    }

    private static Outcome settle(LiveMarket market, Message first, Message second, int... ranks) {
        return market.settle(0, PAIR, List.of(first, second), TieOrder.of(ranks));
    }

    private static Outcome settle(Treatment treatment, Message first, Message second) {
        return settle(LiveMarket.of(treatment), first, second, 0, 1);
    }

    private static Outcome settle(MechanismType type, Message first, Message second) {
        return settle(treatment(type, Map.of()), first, second);
    }

    @Test
    void firstPriceChargesTheWinnersBid() {
        Outcome outcome = settle(MechanismType.FIRST_PRICE, new Amount(4_321), new Amount(1_234));
        assertThat(outcome.seats())
                .containsExactly(new SeatOutcome(8, 9_000, 1, 4_321), new SeatOutcome(3, 2_000, 0, 0));
        assertThat(outcome.price()).hasValue(4_321);
        assertThat(outcome.tradedValueTicks()).isEqualTo(9_000);
    }

    @Test
    void secondPriceChargesTheReserveWhenOneBids() {
        Treatment reserve = treatment(MechanismType.SECOND_PRICE, Map.of("reserve", 12.0));
        assertThat(settle(reserve, new Amount(4_321), new Abstain()).price()).hasValue(1_200);
        assertThat(settle(reserve, new Amount(4_321), new Amount(1_234)).price())
                .hasValue(1_234);
        assertThat(settle(reserve, new Amount(1_199), new Abstain()).price()).isEmpty();
    }

    @Test
    void equalBidsGoByTheSeededOrder() {
        LiveMarket market = LiveMarket.of(treatment(MechanismType.FIRST_PRICE, Map.of()));
        assertThat(settle(market, new Amount(5), new Amount(5), 0, 1)
                        .seats()
                        .get(0)
                        .units())
                .isEqualTo(1);
        assertThat(settle(market, new Amount(5), new Amount(5), 1, 0)
                        .seats()
                        .get(1)
                        .units())
                .isEqualTo(1);
    }

    @Test
    void aHalfTickOfADoubleAuctionsPriceGoesToTheSeller() {
        Outcome outcome = settle(MechanismType.K_DOUBLE_AUCTION, new Amount(11), new Amount(10));
        assertThat(outcome.price()).hasValue(11);
        assertThat(outcome.seats())
                .containsExactly(new SeatOutcome(8, 9_000, 1, 11), new SeatOutcome(3, 2_000, -1, -11));
        assertThat(outcome.revenueTicks()).isZero();
        assertThat(outcome.tradedValueTicks()).isEqualTo(7_000);
    }

    @Test
    void aDoubleAuctionsPriceIsWhollyExactForEveryWeight() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            Treatment trade = treatment(MechanismType.K_DOUBLE_AUCTION, Map.of("k", random.nextInt(11) / 10.0));
            long bid = random.nextLong(10_000);
            long ask = random.nextLong(10_000);
            Outcome outcome = settle(trade, new Amount(bid), new Amount(ask));
            assertThat(outcome.price().isPresent()).isEqualTo(bid >= ask);
            outcome.price().ifPresent(price -> assertThat(price).isBetween(ask, bid));
            assertThat(outcome.revenueTicks()).isZero();
        }
    }

    @Test
    void nobodyPaysMoreThanItsReportInADirectMechanism() {
        for (MechanismType type : List.of(MechanismType.VCG, MechanismType.OPTIMAL, MechanismType.FIRST_PRICE_PROXY)) {
            LiveMarket market = LiveMarket.of(treatment(type, Map.of()));
            SplittableRandom random = new SplittableRandom(4);
            for (int i = 0; i < 500; i++) {
                long[] reports = {random.nextLong(10_001), random.nextLong(10_001)};
                Outcome outcome = settle(market, Report.of(reports[0]), Report.of(reports[1]), 1, 0);
                assertThat(outcome.voided()).isEmpty();
                for (int k = 0; k < 2; k++) {
                    SeatOutcome seat = outcome.seats().get(k);
                    assertThat(seat.paymentTicks()).isBetween(0L, seat.units() * reports[k]);
                }
            }
        }
    }

    /** Expected externalities of two U[0,100]: M_1 = (x1² − x2²)/2, in units of 100. */
    @Test
    void agvChargesExpectedExternalitiesWhoeverWins() {
        assertThat(settle(MechanismType.AGV, Report.of(9_000), Report.of(3_000)).seats())
                .containsExactly(new SeatOutcome(8, 9_000, 1, 3_600), new SeatOutcome(3, 2_000, 0, -3_600));
        // 5000.5 · 0.0001 is half a tick, which the seeded order decides.
        LiveMarket market = LiveMarket.of(treatment(MechanismType.AGV, Map.of()));
        assertThat(settle(market, Report.of(1), Report.of(0), 0, 1).seats())
                .extracting(SeatOutcome::paymentTicks)
                .containsExactly(0L, 0L);
        assertThat(settle(market, Report.of(100), Report.of(0), 0, 1).seats())
                .extracting(SeatOutcome::paymentTicks)
                .containsExactly(1L, -1L);
        assertThat(settle(market, Report.of(100), Report.of(0), 1, 0).seats())
                .extracting(SeatOutcome::paymentTicks)
                .containsExactly(0L, 0L);
    }

    /** AGV trade on U[0,100]²: the buyer pays (v² + c̄² …)/2: e_s(c) − e_b(v) = (1 − c²)/2 + v²/2, in units of 100. */
    @Test
    void agvTradersPayWhetherTheyTradeOrNot() {
        LiveMarket market = LiveMarket.of(pair(MechanismType.AGV));
        assertThat(settle(market, Report.of(9_000), Report.of(2_000), 0, 1).seats())
                .containsExactly(new SeatOutcome(8, 9_000, 1, 8_850), new SeatOutcome(3, 2_000, -1, -8_850));
        assertThat(settle(market, Report.of(2_000), Report.of(9_000), 0, 1).seats())
                .containsExactly(new SeatOutcome(8, 9_000, 0, 1_150), new SeatOutcome(3, 2_000, 0, -1_150));
    }

    @Test
    void theHouseBearsTheDeficitOfEfficientTrade() {
        LiveMarket market = LiveMarket.of(pair(MechanismType.VCG));
        Outcome outcome = settle(market, Report.of(9_000), Report.of(2_000), 0, 1);
        assertThat(outcome.seats())
                .containsExactly(new SeatOutcome(8, 9_000, 1, 2_000), new SeatOutcome(3, 2_000, -1, -9_000));
        assertThat(outcome.revenueTicks()).isEqualTo(-7_000);
        assertThat(settle(market, Report.of(2_000), Report.of(9_000), 0, 1).revenueTicks())
                .isZero();
    }

    private static Treatment pair(MechanismType type) {
        return TestPlans.roles(
                TestPlans.treatment(type),
                List.of(TestPlans.role("buyer", Side.BUYER, 1), TestPlans.role("seller", Side.SELLER, 1)));
    }

    @Test
    void balancedPaymentsAddUpToExactlyNothing() {
        DistributionSpec odd = new DistributionSpec("power", new TreeMap<>(Map.of("a", 2.3, "lo", 0.0, "hi", 77.77)));
        for (MechanismType type : List.of(MechanismType.AGV, MechanismType.BALANCED)) {
            List<RoleSpec> roles =
                    List.of(TestPlans.role("even", Side.BIDDER, 3), new RoleSpec("odd", Side.BIDDER, 4, odd));
            assertBalanced(LiveMarket.of(TestPlans.roles(treatment(type, Map.of()), roles)), 7_777, 3, 4);
        }
    }

    /** Where a tick is next to nothing beside the amounts, and a sum of doubles is off by ticks. */
    @Test
    void balancedPaymentsOfVastAmountsAddUpToExactlyNothing() {
        RoleSpec rich = new RoleSpec("rich", Side.BIDDER, 300, DistributionSpec.uniform(0, 1e10));
        Treatment agv = TestPlans.roles(treatment(MechanismType.AGV, Map.of()), List.of(rich));
        assertBalanced(LiveMarket.of(agv), 1_000_000_000_000L, 300);
    }

    private static void assertBalanced(LiveMarket market, long top, int... counts) {
        int seats = Arrays.stream(counts).sum();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            List<LiveMarket.Holding> holdings = new ArrayList<>();
            List<Message> reports = new ArrayList<>();
            for (int seat = 0; seat < seats; seat++) {
                long report = random.nextLong(top + 1);
                holdings.add(new LiveMarket.Holding(seat, report));
                reports.add(Report.of(report));
            }
            Outcome outcome = market.settle(0, holdings, reports, TieOrder.byIndex(seats));
            assertThat(outcome.voided()).isEmpty();
            assertThat(outcome.revenueTicks()).isZero();
            assertThat(outcome.seats()).anyMatch(seat -> seat.paymentTicks() != 0);
        }
    }

    @Test
    void theProxyBidsHalfTheReportOfTwoUniformBidders() {
        Outcome outcome = settle(MechanismType.FIRST_PRICE_PROXY, Report.of(5_001), Report.of(10));
        assertThat(outcome.seats().get(0).paymentTicks()).isBetween(2_500L, 2_501L);
    }

    @Test
    void theOptimalReserveOfUniformsIsHalfTheTop() {
        assertThat(settle(MechanismType.OPTIMAL, Report.of(5_001), Report.of(10))
                        .price())
                .hasValue(5_000);
        assertThat(settle(MechanismType.OPTIMAL, Report.of(4_999), Report.of(10))
                        .price())
                .isEmpty();
    }

    @Test
    void theEndsOfASupportThatTicksMissByFloatNoiseCanBeReported() {
        RoleSpec narrow = new RoleSpec("bidder", Side.BIDDER, 2, DistributionSpec.uniform(0.07, 0.29));
        Treatment vcg = TestPlans.roles(treatment(MechanismType.VCG, Map.of()), List.of(narrow));
        assertThat(settle(vcg, Report.of(29), Report.of(7)).price()).hasValue(7);
    }

    @Test
    void aMechanismThatFailsMakesTheMarketVoid() {
        for (double payment : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            Outcome outcome = settle(broken(payment), new Amount(1), new Amount(2), 0, 1);
            assertThat(outcome.voided()).isPresent();
            assertThat(outcome.seats())
                    .containsExactly(new SeatOutcome(8, 9_000, 0, 0), new SeatOutcome(3, 2_000, 0, 0));
            assertThat(outcome.price()).isEmpty();
        }
        assertThat(settle(broken(-1), new Amount(1), new Amount(2), 0, 1).voided())
                .contains("the mechanism failed: IllegalStateException");
    }

    /** A mechanism that charges agent 0 {@code payment}, and throws where that is negative. */
    private static LiveMarket broken(double payment) {
        Mechanism mechanism = new Mechanism() {
            @Override
            public int agents() {
                return 2;
            }

            @Override
            public Side side(int agent) {
                return Side.BIDDER;
            }

            @Override
            public boolean isDirect() {
                return false;
            }

            @Override
            public MarketOutcome outcome(double[] messages, TieOrder ties) {
                if (payment < 0) {
                    throw new IllegalStateException("broken");
                }
                return MarketOutcome.of(new int[2], new double[] {payment, 0}, OptionalDouble.empty());
            }
        };
        ValueDistribution any = dev.envelope.game.plan.roles.StatedValues.distribution(DistributionSpec.uniform(0, 1));
        return LiveMarket.of(new BayesianGame(mechanism, List.of(any, any)));
    }
}
