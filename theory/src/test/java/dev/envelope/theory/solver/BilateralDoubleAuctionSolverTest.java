package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.bilateral.PostedTradePrice;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.distribution.composite.OrderStatistic;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BilateralDoubleAuctionSolverTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void theSplitDifferenceAuctionOnTheUnitSquareIsTheTextbookOne() {
        Equilibrium equilibrium = Solved.game(BilateralDoubleAuction.of(0.5), UNIT, UNIT);
        assertThat(equilibrium.message(0, 0.6)).isEqualTo(1 / 12.0 + 0.4, within(1e-15));
        assertThat(equilibrium.message(1, 0.3)).isEqualTo(1 / 4.0 + 0.2, within(1e-15));
        Predictions predictions = equilibrium.predictions();
        assertThat(predictions.tradeProbability()).isEqualTo(9 / 32.0, within(1e-13));
        assertThat(predictions.gains()).isEqualTo(9 / 64.0, within(1e-13));
        assertThat(predictions.firstBestGains()).isEqualTo(1 / 6.0, within(1e-13));
        assertThat(predictions.revenue()).isZero();
        assertThat(predictions.surplus().get(0)).isEqualTo(9 / 128.0, within(1e-13));
        assertThat(predictions.surplus().get(1)).isEqualTo(9 / 128.0, within(1e-13));
        assertThat(equilibrium.certificate().kind()).isEqualTo(Certificate.Kind.CLOSED_FORM);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.9, 1})
    void noDeviationGainsWhateverTheWeight(double k) {
        assertThat(Solved.largestGain(BilateralDoubleAuction.of(k), List.of(UNIT, UNIT)))
                .isBetween(0.0, 1e-10);
        Predictions predictions =
                Solved.game(BilateralDoubleAuction.of(k), UNIT, UNIT).predictions();
        assertThat(predictions.tradeProbability()).isEqualTo((1 + k) * (2 - k) / 8, within(1e-13));
        assertThat(predictions.gains()).isEqualTo((1 + k) * (2 - k) / 16, within(1e-13));
    }

    @Test
    void theSideWithoutInfluenceOnThePriceIsTruthful() {
        assertThat(Solved.game(BilateralDoubleAuction.of(1), UNIT, UNIT).message(1, 0.3))
                .isEqualTo(0.3, within(1e-15));
        assertThat(Solved.game(BilateralDoubleAuction.of(0), UNIT, UNIT).message(0, 0.6))
                .isEqualTo(0.6, within(1e-15));
    }

    @Test
    void whoNeverTradesNamesItsOwnType() {
        Equilibrium equilibrium = Solved.game(BilateralDoubleAuction.of(0.5), UNIT, UNIT);
        assertThat(equilibrium.message(0, 0.1)).isEqualTo(0.1);
        assertThat(equilibrium.message(1, 0.9)).isEqualTo(0.9);
    }

    @Test
    void truncatedStrategiesAreVerifiedAndSayHowWell() {
        for (ValueDistribution[] types : new ValueDistribution[][] {
            {UNIT, UniformDistribution.of(0, 0.5)},
            {UniformDistribution.of(0.4, 1), UniformDistribution.of(0, 0.6)},
            {UniformDistribution.of(0.5, 1.5), UNIT}
        }) {
            Equilibrium equilibrium = Solved.game(BilateralDoubleAuction.of(0.5), types);
            assertThat(equilibrium.certificate().kind()).isEqualTo(Certificate.Kind.NUMERIC);
            assertThat(equilibrium.certificate().largestGain().orElseThrow()).isBetween(0.0, 1e-9);
            assertThat(equilibrium.name()).contains("truncated");
        }
    }

    @Test
    void theTruncatedAuctionMissesTheSecondBest() {
        Predictions predictions = Solved.game(BilateralDoubleAuction.of(0.5), UniformDistribution.of(0.5, 1.5), UNIT)
                .predictions();
        // The known figure has five digits; the second best is 0.47309.
        assertThat(predictions.gains()).isEqualTo(0.46810, within(5e-6));
    }

    @Test
    void whereEveryValueExceedsEveryCostOnePriceServesAll() {
        Equilibrium equilibrium =
                Solved.game(BilateralDoubleAuction.of(0.5), UniformDistribution.of(2, 3), UniformDistribution.of(0, 1));
        assertThat(equilibrium.predictions().tradeProbability()).isEqualTo(1, within(1e-15));
        assertThat(equilibrium.predictions().gains()).isEqualTo(2, within(1e-13));
        assertThat(Solved.largestGain(
                        BilateralDoubleAuction.of(0.5),
                        List.of(UniformDistribution.of(2, 3), UniformDistribution.of(0, 1))))
                .isBetween(0.0, 1e-10);
    }

    @Test
    void whereNothingCanBeGainedNothingIsTraded() {
        Equilibrium equilibrium = Solved.game(BilateralDoubleAuction.of(0.5), UNIT, UniformDistribution.of(1, 2));
        assertThat(equilibrium.message(0, 0.7)).isEqualTo(0.7);
        assertThat(equilibrium.message(1, 1.7)).isEqualTo(1.7);
        assertThat(equilibrium.predictions().tradeProbability()).isZero();
        assertThat(equilibrium.predictions().firstBestGains()).isZero();
        assertThat(equilibrium.predictions().efficiency()).isOne();
    }

    @Test
    void otherDistributionsGetASmoothEquilibriumThatIsVerified() {
        List<ValueDistribution> types = List.of(PowerDistribution.of(2, 0, 1), UNIT);
        Equilibrium equilibrium = Solved.game(BilateralDoubleAuction.of(0.5), types);
        assertThat(equilibrium.name()).contains("smooth");
        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isBetween(0.0, 1e-10);
        // The search that plays the mechanism itself agrees with the one that was used.
        assertThat(Solved.largestGain(BilateralDoubleAuction.of(0.5), types)).isBetween(0.0, 1e-10);
    }

    @Test
    void aDensityWithoutABoundWhereNobodyTradesDoesNoHarm() {
        Equilibrium equilibrium = Solved.game(BilateralDoubleAuction.of(0.5), PowerDistribution.of(0.5, 0, 1), UNIT);
        assertThat(equilibrium.certificate().largestGain().orElseThrow()).isBetween(0.0, 1e-10);
        assertThat(equilibrium.certificate().gainBound().orElseThrow()).isBetween(0.0, 1e-7);
    }

    /** The path that is selected elsewhere ends before all trade is made; the search that plays the auction knows of no path. */
    @Test
    void supportsThatOverlapInPartHaveASmoothEquilibriumToo() {
        List<ValueDistribution> types = List.of(UniformDistribution.of(0, 2), new BetaDistribution(2, 2, 0, 1));
        Equilibrium equilibrium = Solved.game(BilateralDoubleAuction.of(0.5), types.get(0), types.get(1));
        assertThat(equilibrium.name()).contains("most gains of those found");
        assertThat(largestGain(equilibrium, types)).isBetween(0.0, 1e-9);
        // Less than the first best, and more than the best single price.
        assertThat(equilibrium.predictions().gains())
                .isBetween(
                        PostedTradePrice.ofLargestGains(new Traders(types.get(0), types.get(1)))
                                .gains(),
                        equilibrium.predictions().firstBestGains());
    }

    @Test
    void anOrderStatisticIsTradedLikeTheBetaThatItIs() {
        ValueDistribution median = new OrderStatistic(UniformDistribution.of(0, 10), 3, 2);
        UniformDistribution cost = UniformDistribution.of(0, 8);
        Equilibrium one = Solved.game(BilateralDoubleAuction.of(0.4), median, cost);
        Equilibrium other = Solved.game(BilateralDoubleAuction.of(0.4), new BetaDistribution(2, 2, 0, 10), cost);
        assertThat(one.name()).isEqualTo(other.name());
        assertThat(one.predictions().gains()).isEqualTo(other.predictions().gains(), within(1e-10));
    }

    /** Buyers with values in two groups: the smooth conditions break over the gap, and one price that is best serves. */
    @Test
    void overAGapWithoutTypesOnePriceServes() {
        ValueDistribution values =
                MixtureDistribution.ofEqual(List.of(UniformDistribution.of(0, 1), UniformDistribution.of(2, 3)));
        Equilibrium equilibrium = Solved.game(BilateralDoubleAuction.of(0.5), values, UNIT);
        assertThat(equilibrium.name()).startsWith("one price");
        assertThat(largestGain(equilibrium, List.of(values, UNIT))).isBetween(0.0, 1e-10);
    }

    /** Of the auction with k = 1/2, by a search that plays it. */
    private static double largestGain(Equilibrium equilibrium, List<ValueDistribution> types) {
        BayesianGame game = new BayesianGame(BilateralDoubleAuction.of(0.5), types);
        return BestResponse.largestGain(game, equilibrium.strategies(), 3);
    }

    @Test
    void whoNamesThePriceNeedsNoSelection() {
        Equilibrium offer = Solved.game(BilateralDoubleAuction.of(1), UNIT, PowerDistribution.of(2, 0, 1));
        assertThat(offer.message(0, 0.6)).isEqualTo(0.4, within(1e-14));
        assertThat(offer.name()).isEqualTo("the buyer's offer");
    }
}
