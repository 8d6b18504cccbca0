package dev.envelope.theory.localglobal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.packages.Bundle;
import dev.envelope.theory.packages.PackageAuction;
import dev.envelope.theory.packages.PackageBid;
import dev.envelope.theory.packages.PackagePricing;
import dev.envelope.theory.packages.XorBids;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LocalGlobalGameTest {

    private static final LocalGlobalGame UNIT = LocalGlobalGame.of(UniformDistribution.of(0, 1), 2);

    @Test
    void bidsHaveTheKnownForms() {
        LocalGlobalGame half = new LocalGlobalGame(UniformDistribution.of(0, 1), 2, 0.5);
        for (double v : new double[] {0.1, 0.4, 0.7, 1}) {
            bids(UNIT, LocalPricing.NEAREST_ZERO, v, Math.max(0, 1 + Math.log(v)));
            bids(UNIT, LocalPricing.NEAREST_VCG, v, Math.max(0, v - 3 + 2 * Math.sqrt(2)));
            bids(UNIT, LocalPricing.PROPORTIONAL, v, Math.max(0, v - 3 + 2 * Math.sqrt(2)));
            bids(UNIT, LocalPricing.NEAREST_BID, v, Math.log(2 / (2 - v)));
            bids(UNIT, LocalPricing.VCG, v, v);
            bids(half, LocalPricing.NEAREST_ZERO, v, Math.max(0, 1 + 2 * Math.log(0.5 + 0.5 * v)));
            bids(half, LocalPricing.NEAREST_BID, v, 2 * Math.log(2 / (2 - 0.5 * v)));
        }
        LocalGlobalGame same = new LocalGlobalGame(UniformDistribution.of(0, 1), 2, 1);
        bids(same, LocalPricing.NEAREST_ZERO, 0.3, 0.3);
        bids(same, LocalPricing.NEAREST_VCG, 0.3, 0.2);
        bids(same, LocalPricing.NEAREST_BID, 0.3, 0.15);
    }

    @Test
    void noOtherBidIsBetter() {
        List<LocalGlobalGame> games = List.of(
                UNIT,
                new LocalGlobalGame(UniformDistribution.of(0.5, 1.5), 3, 0.5),
                new LocalGlobalGame(PowerDistribution.of(2, 0, 1), 2.5, 0.25));
        for (LocalGlobalGame game : games) {
            for (LocalPricing pricing : LocalPricing.values()) {
                // The integrals are good to 1e-11; the formula of another rule gains 1e-3.
                assertThat(new LocalDeviation(game.bids(pricing)).largestGain(2))
                        .as(pricing + " in " + game)
                        .isLessThan(1e-9);
            }
        }
    }

    @Test
    void aWrongBidIsFound() {
        LocalDeviation vickrey = new LocalDeviation(UNIT.bids(LocalPricing.VCG));
        LocalDeviation zero = new LocalDeviation(UNIT.bids(LocalPricing.NEAREST_ZERO));
        assertThat(zero.payoff(0.6, 0.6)).isLessThan(zero.payoff(0.6, 0.489) - 1e-3);
        assertThat(vickrey.payoff(0.6, 0.5)).isLessThan(vickrey.payoff(0.6, 0.6) - 1e-3);
    }

    @Test
    void utilitiesAreInterimPayoffsOnAverage() {
        for (LocalPricing pricing : LocalPricing.values()) {
            LocalBids bids = UNIT.bids(pricing);
            LocalDeviation deviation = new LocalDeviation(bids);
            double utility =
                    Quadrature.integrateWithin(1e-8, v -> deviation.payoff(v, bids.at(v)), 0, bids.silentUpTo(), 1);
            LocalGlobalOutcome outcome = UNIT.outcome(pricing);
            assertThat(outcome.localUtility()).as("%s", pricing).isEqualTo(utility, within(1e-8));
            assertThat(outcome.revenue() + 2 * outcome.localUtility() + outcome.globalUtility())
                    .isEqualTo(outcome.welfare(), within(1e-13));
        }
    }

    @Test
    void nearestZeroHasTheKnownMoments() {
        double e = Math.E;
        double squares = 2 * (e - 2) / e + 2 / (e * e);
        assertThat(UNIT.outcome(LocalPricing.NEAREST_ZERO).revenue()).isEqualTo(2 / e - squares / 4, within(1e-13));
        // E[max(B, v1 + v2)] = (E[t²]/2 + 2)/2, E[t²] = 7/6.
        assertThat(UNIT.outcome(LocalPricing.VCG).efficiency()).isEqualTo(1, within(1e-13));
        assertThat(UNIT.outcome(LocalPricing.VCG).firstBest()).isEqualTo(31 / 24.0, within(1e-13));
        assertThat(UNIT.outcome(LocalPricing.NEAREST_ZERO).efficiency()).isBetween(0.9, 1.0);
    }

    @Test
    void simulationAgrees() {
        LocalGlobalGame game = new LocalGlobalGame(UniformDistribution.of(0, 1), 2, 0.25);
        for (LocalPricing pricing : LocalPricing.values()) {
            SplittableRandom random = new SplittableRandom(9);
            LocalBids bids = game.bids(pricing);
            int rounds = 20_000;
            double sum = 0;
            double squares = 0;
            for (int round = 0; round < rounds; round++) {
                double one = random.nextDouble();
                double two = random.nextDouble() < 0.25 ? one : random.nextDouble();
                double revenue = revenue(pricing, bids.at(one), bids.at(two), 2 * random.nextDouble());
                sum += revenue;
                squares += revenue * revenue;
            }
            double mean = sum / rounds;
            double error = Math.sqrt((squares / rounds - mean * mean) / rounds);
            assertThat(mean).isEqualTo(game.outcome(pricing).revenue(), within(5 * error));
        }
    }

    /** A global value below what both locals' values may add up to, but not below their bids. */
    @Test
    void aWeakGlobalBidderIsMetByTheSameBids() {
        for (double same : new double[] {0, 0.25}) {
            LocalGlobalGame game = new LocalGlobalGame(UniformDistribution.of(0, 1), 1.7, same);
            for (LocalPricing pricing : new LocalPricing[] {LocalPricing.NEAREST_BID, LocalPricing.NEAREST_VCG}) {
                LocalBids bids = game.bids(pricing);
                assertThat(new LocalDeviation(bids).largestGain(9)).isLessThan(1e-10);
                SplittableRandom random = new SplittableRandom(5);
                int rounds = 40_000;
                double best = 0;
                double wrong = 0;
                double squares = 0;
                for (int round = 0; round < rounds; round++) {
                    double one = random.nextDouble();
                    double two = random.nextDouble() < same ? one : random.nextDouble();
                    double global = 1.7 * random.nextDouble();
                    double most = Math.max(one + two, global);
                    best += most;
                    squares += most * most;
                    boolean isLocals = bids.at(one) + bids.at(two) > global;
                    wrong += isLocals == one + two > global ? 0 : 1;
                }
                double mean = best / rounds;
                double error = Math.sqrt((squares / rounds - mean * mean) / rounds);
                LocalGlobalOutcome outcome = game.outcome(pricing);
                assertThat(outcome.firstBest()).isEqualTo(mean, within(5 * error));
                assertThat(outcome.misallocation()).isEqualTo(wrong / rounds, within(5 * 0.5 / Math.sqrt(rounds)));
                assertThat(outcome.revenue() + 2 * outcome.localUtility() + outcome.globalUtility())
                        .isEqualTo(outcome.welfare(), within(1e-12));
            }
        }
    }

    /** E[max(B, t)] = ∫ 1 − P(B ≤ x)·P(t ≤ x) dx, t being the sum of two uniform values. */
    @Test
    void theFirstBestAgainstAWeakGlobalBidderIsThatOfTheDistributions() {
        double global = 1.4;
        double firstBest = Quadrature.integrate(
                x -> {
                    double sum = x < 1 ? x * x / 2 : 1 - (2 - x) * (2 - x) / 2;
                    return 1 - Math.min(1, x / global) * sum;
                },
                0,
                1,
                global,
                2);
        LocalGlobalOutcome outcome =
                LocalGlobalGame.of(UniformDistribution.of(0, 1), global).outcome(LocalPricing.NEAREST_BID);
        assertThat(outcome.firstBest()).isEqualTo(firstBest, within(1e-12));
    }

    private static double revenue(LocalPricing pricing, double one, double two, double global) {
        return one + two > global ? pricing.payment(one, two, global) + pricing.payment(two, one, global) : one + two;
    }

    @Test
    void paymentsAreThoseOfThePackageAuction() {
        SplittableRandom random = new SplittableRandom(2);
        for (LocalPricing pricing : LocalPricing.values()) {
            PackageAuction auction = new PackageAuction(PackagePricing.valueOf(pricing.name()));
            for (int round = 0; round < 3; round++) {
                double one = random.nextDouble();
                double two = random.nextDouble();
                double global = (one + two) * random.nextDouble();
                List<Double> paid = auction.outcome(offers(one, two, global), TieOrder.byIndex(3))
                        .payments();
                assertThat(paid.get(0)).isEqualTo(pricing.payment(one, two, global), within(1e-9));
                assertThat(paid.get(1)).isEqualTo(pricing.payment(two, one, global), within(1e-9));
            }
        }
    }

    @Test
    void theEquilibriumCarriesItsCertificate() {
        Equilibrium equilibrium = UNIT.equilibrium(LocalPricing.NEAREST_BID);
        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThan(1e-10);
        assertThat(equilibrium.message(0, 0.5)).isEqualTo(Math.log(2 / 1.5), within(1e-13));
        assertThat(equilibrium.message(2, 1.7)).isEqualTo(1.7);
        assertThat(equilibrium.predictions().surplus()).hasSize(3);
    }

    @Test
    void otherGamesAreRefusedByName() {
        ValueDistribution unit = UniformDistribution.of(0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalGlobalGame.of(unit, 1.5).bids(LocalPricing.NEAREST_ZERO))
                .withMessageContaining("globalUpper: 1.5 (expected: at least the most that two locals bid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LocalGlobalGame(unit, 2, 1.5))
                .withMessage("correlation: 1.5 (expected: 0 to 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalGlobalGame.of(UniformDistribution.of(-1, 1), 2))
                .withMessageContaining("local: values from -1.0");
    }

    private static void bids(LocalGlobalGame game, LocalPricing pricing, double value, double bid) {
        assertThat(game.bids(pricing).at(value)).isEqualTo(bid, within(1e-13));
    }

    private static XorBids offers(double one, double two, double global) {
        return new XorBids(
                2,
                List.of(
                        List.of(new PackageBid(Bundle.of(0), one)),
                        List.of(new PackageBid(Bundle.of(1), two)),
                        List.of(new PackageBid(Bundle.of(0, 1), global))));
    }
}
