package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TruncatedExponential;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.distribution.composite.PiecewiseLinearDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SymmetricSolverTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void everybodyPaysItsBidSoBidsAreSmall() {
        Equilibrium equilibrium = alike(AllPayAuction.of(3), UNIT);
        for (double x = 0; x <= 1; x += 0.125) {
            assertThat(equilibrium.message(0, x)).isEqualTo(2 * x * x * x / 3, within(1e-13));
        }
        assertThat(equilibrium.predictions().revenue()).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void aMinimumBidKeepsTypesAwayThatWinTooSeldom() {
        Equilibrium equilibrium = alike(new AllPayAuction(2, 0.25), UNIT);
        assertThat(equilibrium.message(0, 0.499)).isNaN();
        assertThat(equilibrium.message(0, 0.5)).isEqualTo(0.25);
        assertThat(equilibrium.predictions().tradeProbability()).isEqualTo(0.75, within(1e-12));
    }

    @Test
    void aSoleBidderPaysTheMinimum() {
        Equilibrium equilibrium = alike(new AllPayAuction(1, 0.25), UNIT);
        assertThat(equilibrium.message(0, 0.2)).isNaN();
        assertThat(equilibrium.message(0, 0.9)).isEqualTo(0.25, within(1e-15));
        assertThat(equilibrium.predictions().revenue()).isEqualTo(0.25 * 0.75, within(1e-13));
    }

    @Test
    void aMinimumAboveEveryValueSellsNothing() {
        Predictions predictions = alike(new AllPayAuction(3, 2), UNIT).predictions();
        assertThat(List.of(predictions.revenue(), predictions.tradeProbability(), predictions.gains()))
                .containsExactly(0.0, 0.0, 0.0);
    }

    @Test
    void noDeviationGains() {
        ValueDistribution gap =
                MixtureDistribution.ofEqual(List.of(UniformDistribution.of(0, 1), UniformDistribution.of(1, 3)));
        noDeviationGains(AllPayAuction.of(3), UNIT, Utility.riskNeutral());
        noDeviationGains(new AllPayAuction(2, 4), UniformDistribution.of(10, 50), Utility.riskNeutral());
        noDeviationGains(AllPayAuction.of(2), gap, Utility.riskNeutral());
        Mechanism first = FirstPriceAuction.of(3, OptionalDouble.of(0.25));
        noDeviationGains(EntryFeeAuction.of(first, 0.125), UNIT, Utility.riskNeutral());
        Mechanism second = SecondPriceAuction.of(3, OptionalDouble.empty());
        noDeviationGains(EntryFeeAuction.of(second, 0.125), UNIT, Utility.riskNeutral());
        noDeviationGains(EntryFeeAuction.of(AllPayAuction.of(2), 0.125), UNIT, Utility.riskNeutral());
        noDeviationGains(first, UNIT, new ConstantRelativeRiskAversion(0.5));
        noDeviationGains(first, new TruncatedExponential(1, 0, 2), new ConstantAbsoluteRiskAversion(2));
    }

    private static void noDeviationGains(Mechanism mechanism, ValueDistribution type, Utility utility) {
        List<ValueDistribution> types = Collections.nCopies(mechanism.agents(), type);
        BayesianGame game = new BayesianGame(mechanism, types, utility);
        double range = type.upper() - type.lower();
        // The quadrature is good to 1e-12 of the range; a wrong formula gains far more.
        assertThat(BestResponse.largestGain(game, Solved.game(game).strategies(), 4))
                .isBetween(0.0, 1e-10 * range);
    }

    @Test
    void noThirdPriceBidIsBetter() {
        for (ValueDistribution type : List.of(UNIT, PowerDistribution.of(2, 0, 1), new BetaDistribution(5, 2, 0, 1))) {
            Equilibrium equilibrium = alike(ThirdPriceAuction.of(4), type);
            for (double x : new double[] {0.2, 0.5, 0.9}) {
                double truth = thirdPricePayoff(equilibrium, type, x, x);
                for (double like = 0.05; like < 1; like += 0.05) {
                    assertThat(thirdPricePayoff(equilibrium, type, x, like)).isLessThanOrEqualTo(truth + 1e-11);
                }
            }
        }
    }

    /** What {@code x} earns by bidding like {@code like}: the best of three rivals is below, the second best y sets the price. */
    private static double thirdPricePayoff(Equilibrium equilibrium, ValueDistribution type, double x, double like) {
        return Quadrature.integrate(
                y -> (x - equilibrium.message(0, y))
                        * 6
                        * (type.cdf(like) - type.cdf(y))
                        * type.cdf(y)
                        * type.density(y),
                0,
                like);
    }

    @Test
    void aDistributionThatIsNotLogConcaveHasNoThirdPriceEquilibrium() {
        ValueDistribution kinked =
                MixtureDistribution.ofEqual(List.of(UniformDistribution.of(0, 4), UniformDistribution.of(3, 4)));
        assertThat(Solved.refusal(ThirdPriceAuction.of(3), kinked, kinked, kinked))
                .contains("log-concave");
    }

    @Test
    void aThirdPriceBidThatFallsBetweenTwoNeighboursOfAnyGridIsSeenToFall() {
        // Bids fall by 2e-4 where the density rises by as much: with both neighbours 1e-3 away they are higher above
        // it.
        ValueDistribution stepped = new PiecewiseLinearDistribution(List.of(0.0, 1.0, 2.0), List.of(0.0, 0.49995, 1.0));
        assertThat(Solved.refusal(ThirdPriceAuction.of(3), stepped, stepped, stepped))
                .contains("falls somewhere");
        ValueDistribution gap = new MixtureDistribution(List.of(
                new MixtureDistribution.Component(0.4, UNIT),
                new MixtureDistribution.Component(0.6, UniformDistribution.of(1.00001, 2.50001))));
        assertThat(Solved.refusal(ThirdPriceAuction.of(4), gap, gap, gap, gap)).contains("falls somewhere");
    }

    @Test
    void manyBiddersHaveAThirdPriceEquilibriumThoughADistributionIsNotLogConcave() {
        ValueDistribution steep = new MixtureDistribution(List.of(
                new MixtureDistribution.Component(0.9, UNIT),
                new MixtureDistribution.Component(0.1, PowerDistribution.of(20, 0, 1))));
        ValueDistribution[] three = {steep, steep, steep};
        assertThat(Solved.refusal(ThirdPriceAuction.of(3), three)).contains("falls somewhere");
        Equilibrium equilibrium = alike(ThirdPriceAuction.of(10), steep);
        BidFunction bid = PiecewiseCubicBid.through(x -> equilibrium.message(0, x), 1e-9, 0, 1);
        BayesianGame game = new BayesianGame(ThirdPriceAuction.of(10), Collections.nCopies(10, steep));
        GainBound bound = GainBound.of(game, Collections.nCopies(10, bid), new GainBound.Effort(1e-5, 1 << 17));
        assertThat(bound.bound()).isBetween(0.0, 2e-5);
    }

    @Test
    void twoBiddersHaveNoThirdPrice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThirdPriceAuction.of(2))
                .withMessage("bidders: 2 (expected: at least 3, for a third price)");
    }

    @Test
    void theTopTypeOfAVanishingDensityBidsAFiniteNumber() {
        Equilibrium equilibrium = alike(ThirdPriceAuction.of(3), new BetaDistribution(5, 2, 0, 1));
        assertThat(equilibrium.message(0, 1)).isFinite().isGreaterThan(10);
    }

    @Test
    void whatIsNotKnownIsRefused() {
        ValueDistribution other = UniformDistribution.of(0.5, 2);
        assertThat(Solved.refusal(ThirdPriceAuction.of(3), UNIT, UNIT, other)).contains("same distribution");
        assertThat(Solved.refusal(EntryFeeAuction.of(FirstPriceAuction.of(2, OptionalDouble.empty()), 0.1), UNIT, UNIT))
                .contains("expected: a reserve");
        BayesianGame averse = new BayesianGame(
                ThirdPriceAuction.of(3), List.of(UNIT, UNIT, UNIT), new ConstantRelativeRiskAversion(0.5));
        assertThat(((NoEquilibrium) Equilibria.of(averse)).reason()).contains("risk-neutral");
    }

    private static Equilibrium alike(Mechanism mechanism, ValueDistribution type) {
        return Solved.game(mechanism, Collections.nCopies(mechanism.agents(), type));
    }
}
