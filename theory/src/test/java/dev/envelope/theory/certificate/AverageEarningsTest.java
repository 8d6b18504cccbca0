package dev.envelope.theory.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.McAfeeAuction;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AverageEarningsTest {

    private static final double ROUNDING = 1e-12;
    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final int DRAWS = 40_000;

    /** The chance that a difference exceeds so many standard errors by luck is one in two million. */
    private static final double SURELY = 5;

    @Test
    void twoUnitsAmongThreeWhoTellTheTruthCostTheLowerOfTwoRivals() {
        AverageEarnings earnings = of(UnitDemandAuction.of(3, 2, UnitPricing.HIGHEST_REJECTED), 0, BidFunction.TRUTH);
        for (double bid : new double[] {0, 0.2, 0.7, 1}) {
            assertThat(earnings.allocation(bid)).isCloseTo(1 - (1 - bid) * (1 - bid), within(ROUNDING));
            assertThat(earnings.payment(bid)).isCloseTo(bid * bid - 2 * bid * bid * bid / 3, within(ROUNDING));
        }
    }

    @ParameterizedTest
    @EnumSource(UnitPricing.class)
    void unitsAmongUnlikeBiddersAreWonAndPaidAsPlayed(UnitPricing pricing) {
        List<ValueDistribution> types = List.of(
                UNIT, UniformDistribution.of(0, 2), UniformDistribution.of(0, 2), PowerDistribution.of(3, 0, 1), UNIT);
        List<BidFunction> bids =
                List.of(x -> 0.8 * x, x -> x / (1 + x / 2), x -> 0.7 * x, x -> x * x, x -> x < 0.3 ? Double.NaN : x);
        UnitDemandAuction auction = new UnitDemandAuction(5, new MultiUnitAuction(2, pricing, 0.1));
        assertAsPlayed(new BayesianGame(auction, types), bids, 0, 0.05, 0.1, 0.35, 0.6, 0.9, 1.3);
        assertAsPlayed(new BayesianGame(auction, types), bids, 1, 0.2, 0.55, 1);
    }

    @ParameterizedTest
    @EnumSource(UnitPricing.class)
    void whoTiesWinsWithEvenChances(UnitPricing pricing) {
        BayesianGame game = new BayesianGame(UnitDemandAuction.of(4, 2, pricing), Collections.nCopies(4, UNIT));
        BidFunction capped = x -> Math.min(x, 0.5);
        assertAsPlayed(game, Collections.nCopies(4, capped), 2, 0.3, 0.5, 0.6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void buyersAndSellersTradeAndPayAsPlayed(double k) {
        List<ValueDistribution> types = new ArrayList<>(Collections.nCopies(3, UniformDistribution.of(0.2, 1.2)));
        types.addAll(Collections.nCopies(2, UNIT));
        List<BidFunction> offers = new ArrayList<>(Collections.nCopies(3, x -> 0.1 + 0.7 * x));
        offers.addAll(Collections.nCopies(2, x -> Math.max(0.3, 0.2 + 0.75 * x)));
        BayesianGame game = new BayesianGame(KDoubleAuction.of(3, 2, k), types);
        assertAsPlayed(game, offers, 0, 0.1, 0.3, 0.5, 0.8, 1.1);
        assertAsPlayed(game, offers, 4, 0.1, 0.3, 0.5, 0.8, 1.1);
    }

    @Test
    void whoStaysAwayOrBidsTooLittleNeitherWinsNorPays() {
        AverageEarnings earnings = AverageEarnings.of(
                        new BayesianGame(
                                new UnitDemandAuction(3, new MultiUnitAuction(2, UnitPricing.DISCRIMINATORY, 0.4)),
                                Collections.nCopies(3, UNIT)),
                        Collections.nCopies(3, BidFunction.TRUTH),
                        0)
                .orElseThrow();
        for (double bid : new double[] {Mechanism.ABSTAIN, 0.39}) {
            assertThat(earnings.allocation(bid)).isZero();
            assertThat(earnings.payment(bid)).isZero();
        }
        assertThat(earnings.allocation(0.4)).isCloseTo(1 - 0.6 * 0.6, within(ROUNDING));
    }

    /** The formula of a bid may fall by an ulp where the bid itself does not. */
    @Test
    void roundingIsNoFall() {
        BidFunction noisy = x -> 0.5 * x + 1e-14 * Math.sin(1e9 * x);
        BidFunction flat = x -> Math.min(0.3, 0.5 * x) + 1e-14 * Math.sin(1e9 * x);
        BayesianGame game =
                new BayesianGame(UnitDemandAuction.of(4, 2, UnitPricing.DISCRIMINATORY), Collections.nCopies(4, UNIT));
        assertThat(AverageEarnings.isKnown(game, Collections.nCopies(4, noisy))).isTrue();
        assertThat(AverageEarnings.isKnown(game, Collections.nCopies(4, flat))).isTrue();
        assertThat(of(UnitDemandAuction.of(4, 2, UnitPricing.DISCRIMINATORY), 0, noisy)
                        .allocation(0.25))
                .isCloseTo(0.5, within(1e-10)); // at most one of three values above a half
    }

    @Test
    void othersAreNotKnown() {
        BayesianGame units =
                new BayesianGame(UnitDemandAuction.of(3, 2, UnitPricing.DISCRIMINATORY), Collections.nCopies(3, UNIT));
        assertThat(AverageEarnings.isKnown(units, Collections.nCopies(3, BidFunction.TRUTH)))
                .isTrue();
        assertThat(AverageEarnings.isKnown(units, List.of(x -> x, x -> x, x -> 1 - x)))
                .isFalse();
        assertThat(AverageEarnings.isKnown(units, List.of(x -> x, x -> x, x -> x > 0.5 ? Double.NaN : x)))
                .isFalse();
        List<ValueDistribution> traders = Collections.nCopies(4, UNIT);
        BayesianGame market = new BayesianGame(KDoubleAuction.of(2, 2, 0.5), traders);
        assertThat(AverageEarnings.isKnown(market, Collections.nCopies(4, BidFunction.TRUTH)))
                .isTrue();
        assertThat(AverageEarnings.isKnown(market, List.of(x -> x, x -> x / 2, x -> x, x -> x)))
                .isFalse();
        BidFunction silent = x -> x < 0.5 ? Double.NaN : x;
        assertThat(AverageEarnings.isKnown(market, Collections.nCopies(4, silent)))
                .isFalse();
        assertThat(AverageEarnings.isKnown(
                        new BayesianGame(McAfeeAuction.of(2, 2, 0, 1), traders),
                        Collections.nCopies(4, BidFunction.TRUTH)))
                .isFalse();
    }

    private static AverageEarnings of(UnitDemandAuction auction, int agent, BidFunction bid) {
        int n = auction.agents();
        return AverageEarnings.of(
                        new BayesianGame(auction, Collections.nCopies(n, UNIT)), Collections.nCopies(n, bid), agent)
                .orElseThrow();
    }

    /** Within what draws of the others' types leave open, the mechanism played with every agent in turn first among equals. */
    private static void assertAsPlayed(BayesianGame game, List<BidFunction> strategies, int agent, double... messages) {
        AverageEarnings earnings = AverageEarnings.of(game, strategies, agent).orElseThrow();
        int n = strategies.size();
        for (double message : messages) {
            SplittableRandom random = new SplittableRandom(11);
            double[] sums = new double[4];
            for (int draw = 0; draw < DRAWS; draw++) {
                double[] sent = new double[n];
                for (int i = 0; i < n; i++) {
                    sent[i] = strategies.get(i).message(game.types().get(i).quantile(random.nextDouble()));
                }
                sent[agent] = message;
                MarketOutcome outcome = game.mechanism().outcome(sent, TieOrder.of(shuffled(n, random)));
                add(sums, outcome.coefficient(agent), outcome.payment(agent));
            }
            assertThat(earnings.allocation(message)).isCloseTo(sums[0] / DRAWS, within(error(sums[0], sums[1])));
            assertThat(earnings.payment(message)).isCloseTo(sums[2] / DRAWS, within(error(sums[2], sums[3])));
        }
    }

    private static int[] shuffled(int n, SplittableRandom random) {
        List<Integer> ranks = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        for (int i = n - 1; i > 0; i--) {
            Collections.swap(ranks, i, random.nextInt(i + 1));
        }
        return ranks.stream().mapToInt(rank -> rank).toArray();
    }

    private static void add(double[] sums, double units, double payment) {
        sums[0] += units;
        sums[1] += units * units;
        sums[2] += payment;
        sums[3] += payment * payment;
    }

    private static double error(double sum, double squares) {
        double mean = sum / DRAWS;
        return SURELY * Math.sqrt(Math.max(0, squares / DRAWS - mean * mean) / DRAWS) + ROUNDING;
    }
}
