package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnitDemandSolverTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final ValueDistribution WIDE = UniformDistribution.of(0, 1.5);

    private static BayesianGame game(UnitPricing pricing, double reserve, Utility utility, ValueDistribution... types) {
        return new BayesianGame(
                new UnitDemandAuction(types.length, new MultiUnitAuction(2, pricing, reserve)),
                List.of(types),
                utility);
    }

    private static Equilibrium solved(UnitPricing pricing, double reserve, ValueDistribution... types) {
        return (Equilibrium) Equilibria.of(game(pricing, reserve, Utility.riskNeutral(), types));
    }

    @Test
    void truthIsDominantWhateverTheBidders() {
        for (UnitPricing pricing : List.of(UnitPricing.VICKREY, UnitPricing.HIGHEST_REJECTED)) {
            Equilibrium unlike = solved(pricing, 0.2, UNIT, UNIT, WIDE);
            Equilibrium averse = (Equilibrium)
                    Equilibria.of(game(pricing, 0.2, new ConstantAbsoluteRiskAversion(2), UNIT, UNIT, UNIT));

            assertThat(unlike.name()).isEqualTo("truthful (weakly dominant)");
            assertThat(unlike.message(2, 1.3)).isEqualTo(1.3);
            assertThat(unlike.message(0, 0.1)).isNaN();
            assertThat(averse.message(0, 0.4)).isEqualTo(0.4);
            assertThat(averse.predictions().revenue())
                    .isEqualTo(
                            solved(pricing, 0.2, UNIT, UNIT, UNIT).predictions().revenue(), within(1e-12));
        }
    }

    /** Of four units and six bidders too nobody bids more than the highest bid of all. */
    @Test
    void highestBidsAreTheSame() {
        Equilibrium equilibrium = solved(4, UNIT, UNIT, UNIT, WIDE, WIDE, WIDE);

        assertThat(equilibrium.message(0, 1)).isEqualTo(equilibrium.message(5, 1.5), within(1e-9));
        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThan(1e-8);
    }

    private static Equilibrium solved(int units, ValueDistribution... types) {
        return (Equilibrium) Equilibria.of(new BayesianGame(
                UnitDemandAuction.of(types.length, units, UnitPricing.DISCRIMINATORY), List.of(types)));
    }

    /** What is played out: the mean payments and gains of 100,000 rounds of the bids, in 4 standard errors. */
    @Test
    void predictionsAreWhatIsPlayed() {
        for (UnitPricing pricing : List.of(UnitPricing.DISCRIMINATORY, UnitPricing.LOWEST_ACCEPTED)) {
            checkPlayed(pricing, UNIT, WIDE, WIDE, UniformDistribution.of(0, 2));
        }
    }

    /** Here values next to the lowest bid are left by the path from the highest bid that is too low, not by the one from above it. */
    @Test
    void theOtherPathIsTakenWhereOneLeavesValues() {
        ValueDistribution some = UniformDistribution.of(-0.5, 2.25);

        checkPlayed(UnitPricing.LOWEST_ACCEPTED, some, UniformDistribution.of(0, 1.75), some);
    }

    private static void checkPlayed(UnitPricing pricing, ValueDistribution... types) {
        int n = types.length;
        Equilibrium equilibrium = solved(pricing, 0, types);
        UnitDemandAuction auction = UnitDemandAuction.of(n, 2, pricing);
        SplittableRandom random = new SplittableRandom(3);
        int rounds = 100_000;
        double[] paid = new double[n];
        double gains = 0;
        double squares = 0;
        for (int round = 0; round < rounds; round++) {
            double gained = 0;
            double[] values = new double[n];
            double[] bids = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = types[i].quantile(random.nextDouble());
                bids[i] = equilibrium.message(i, values[i]);
            }
            var outcome = auction.outcome(bids, TieOrder.byIndex(n));
            for (int i = 0; i < n; i++) {
                paid[i] += outcome.payment(i) / rounds;
                gained += outcome.units(i) * values[i];
            }
            gains += gained / rounds;
            squares += gained * gained / rounds;
        }
        double error = Math.sqrt((squares - gains * gains) / rounds);
        assertThat(error).isBetween(0.001, 0.004);
        assertThat(equilibrium.predictions().gains()).isEqualTo(gains, within(4 * error));
        for (int i = 0; i < n; i++) {
            assertThat(equilibrium.predictions().payments().get(i)).isEqualTo(paid[i], within(0.005));
        }
    }

    /** One unit is the first-price auction. */
    @Test
    void oneUnitIsTheFirstPriceAuction() {
        Equilibrium equilibrium = solved(1, UNIT, UniformDistribution.of(0, 2));

        assertThat(equilibrium.message(1, 2)).isEqualTo(2 / 3.0, within(1e-9));
    }

    /** Against bids of others the best one gains next to nothing, and payments are what the envelope theorem leaves. */
    @Test
    void unlikeBiddersGainNothingByOtherBids() {
        for (UnitPricing pricing : List.of(UnitPricing.DISCRIMINATORY, UnitPricing.LOWEST_ACCEPTED)) {
            Equilibrium equilibrium = solved(pricing, 0.1, UNIT, UNIT, WIDE, WIDE);

            assertThat(equilibrium.certificate().largestGain().orElseThrow()).isLessThan(1e-8);
            assertThat(equilibrium.certificate().gainBound().orElseThrow()).isBetween(0.0, 1e-6);
            assertThat(equilibrium.predictions().payments().get(3))
                    .isEqualTo(equilibrium.predictions().payments().get(2));
            assertThat(equilibrium.predictions().efficiency()).isBetween(0.95, 0.9999);
            assertThat(equilibrium.message(0, 0.05)).isNaN();
        }
    }

    /** x − ∫_0^x (H(y)/H(x))^(1/α) dy, as for one unit (Krishna, ch. 4.1), with H the chance that at most one of three is above. */
    @Test
    void riskAverseBidsAreTheFirstPriceFormulaWithAnotherChance() {
        for (double alpha : new double[] {0.1, 0.5}) {
            Equilibrium equilibrium = (Equilibrium) Equilibria.of(game(
                    UnitPricing.DISCRIMINATORY, 0, new ConstantRelativeRiskAversion(alpha), UNIT, UNIT, UNIT, UNIT));
            for (double x : new double[] {0.2, 0.7}) {
                double formula =
                        x - Quadrature.integrate(y -> Math.pow(chance(y) / chance(x), 1 / alpha), 0, 0.9 * x, x);
                assertThat(equilibrium.message(1, x)).isEqualTo(formula, within(1e-11));
            }
            double paid = Quadrature.integrateWithin(1e-9, x -> chance(x) * equilibrium.message(0, x), 0, 1);

            assertThat(equilibrium.name()).isEqualTo("symmetric");
            assertThat(equilibrium.predictions().revenue()).isEqualTo(4 * paid, within(1e-8));
            assertThat(equilibrium.predictions().efficiency()).isEqualTo(1, within(1e-12));
            assertThat(equilibrium.certificate().gainBound().orElseThrow()).isBetween(0.0, 1e-6);
        }
    }

    private static double chance(double y) {
        return 3 * y * y - 2 * y * y * y;
    }

    @Test
    void unitsForAllWhoCanPayCostTheReserve() {
        Equilibrium equilibrium = solved(UnitPricing.DISCRIMINATORY, 1, UNIT, WIDE, UniformDistribution.of(0.5, 2));

        assertThat(equilibrium.message(1, 1.2)).isEqualTo(1);
        assertThat(equilibrium.message(1, 0.9)).isNaN();
        assertThat(equilibrium.predictions().revenue()).isEqualTo(1 / 3.0 + 2 / 3.0, within(1e-12));
        assertThat(equilibrium.predictions().surplus().get(2)).isEqualTo(1 / 3.0, within(1e-12));
        assertThat(equilibrium.predictions().surplus().get(0)).isZero();
    }

    @Test
    void whatHasNoCertificateIsRefusedWithTheReason() {
        ValueDistribution high = new BetaDistribution(2, 2, 0.5, 1);
        assertThat(reason(game(UnitPricing.LOWEST_ACCEPTED, 0, Utility.riskNeutral(), UNIT, UNIT, high)))
                .contains("the least bid that can win, 0.0");
        assertThat(reason(
                        game(UnitPricing.LOWEST_ACCEPTED, 0, new ConstantRelativeRiskAversion(0.5), UNIT, UNIT, WIDE)))
                .contains("each winner pays its own bid");
    }

    private static String reason(BayesianGame game) {
        return ((NoEquilibrium) Equilibria.of(game)).reason();
    }

    @Test
    void alikeRiskNeutralBiddersAreTheFormula() {
        Equilibrium equilibrium = (Equilibrium) Equilibria.of(
                new BayesianGame(UnitDemandAuction.of(4, 2, UnitPricing.DISCRIMINATORY), Collections.nCopies(4, UNIT)));

        assertThat(equilibrium.certificate().largestGain()).isEmpty();
        assertThat(equilibrium.message(0, 1)).isEqualTo(1 - 0.5, within(1e-12));
    }
}
