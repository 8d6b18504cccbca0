package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.bayes.NumericEquilibrium;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NumericSolverTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void whatItFindsCarriesTheGainFoundAndItsBound() {
        BayesianGame game = new BayesianGame(BilateralDoubleAuction.of(0.5), List.of(UNIT, UNIT));
        Equilibrium found = (Equilibrium) Equilibria.fromScratch(game);
        Certificate certificate = found.certificate();
        assertThat(certificate.kind()).isEqualTo(Certificate.Kind.NUMERIC);
        assertThat(certificate.gainBound().getAsDouble())
                .isBetween(certificate.largestGain().getAsDouble(), 1e-5);
        assertThat(found.predictions().gains()).isEqualTo(9 / 64.0, within(1e-3));
        assertThat(found.predictions().firstBestGains()).isEqualTo(1 / 6.0, within(1e-12));
        assertThat(found.predictions().tradeProbability()).isEqualTo(9 / 32.0, within(1e-3));
        assertThat(found.predictions().revenue()).isEqualTo(0, within(1e-4));
    }

    @Test
    void predictionsOfAnAuctionFollowItsClosedForm() {
        BayesianGame game = new BayesianGame(AllPayAuction.of(2), List.of(UNIT, UNIT));
        Equilibrium found = (Equilibrium) Equilibria.fromScratch(game);
        assertThat(found.predictions().revenue()).isEqualTo(1 / 3.0, within(1e-3));
        assertThat(found.predictions().efficiency()).isEqualTo(1, within(1e-3));
        assertThat(found.predictions().surplus().get(1)).isEqualTo(1 / 6.0, within(1e-3));
    }

    @Test
    void whereAnythingIsAlwaysSoldTheChanceOfASaleIsOne() {
        List<ValueDistribution> unlike = List.of(UNIT, UniformDistribution.of(0, 2));
        for (BayesianGame game : List.of(
                new BayesianGame(
                        FirstPriceAuction.of(2, OptionalDouble.empty()), unlike, new ConstantRelativeRiskAversion(0.5)),
                new BayesianGame(AllPayAuction.of(2), unlike))) {
            Predictions predictions = Solved.game(game).predictions();
            assertThat(predictions.tradeProbability()).isEqualTo(1);
            assertThat(predictions.gains()).isLessThan(predictions.firstBestGains());
        }
    }

    /** Each wins in the chance that adds up to a sale: so do what is averaged over all types of each. */
    @Test
    void whoWinsAddsUpToASale() {
        for (double from : new double[] {0, 0.3}) {
            BayesianGame game = new BayesianGame(
                    FirstPriceAuction.of(2, OptionalDouble.of(from)),
                    List.of(UNIT, UniformDistribution.of(0, 2)),
                    new ConstantRelativeRiskAversion(0.5));
            double won = NumericEquilibrium.of(game).orElseThrow().averages().stream()
                    .mapToDouble(NumericEquilibrium.Average::allocation)
                    .sum();
            assertThat(won).isEqualTo(1 - from * from / 2, within(1e-8));
            assertThat(Solved.game(game).predictions().tradeProbability())
                    .isEqualTo(1 - from * from / 2, within(1e-12));
        }
    }

    @Test
    void aProfileThatIsNotVerifiedIsNotGivenOut() {
        // Against two bidders of a better distribution the first would rather bid nothing than a little.
        ValueDistribution square = PowerDistribution.of(2, 0, 1);
        BayesianGame game = new BayesianGame(AllPayAuction.of(3), List.of(UNIT, square, square));
        assertThat(((NoEquilibrium) Equilibria.fromScratch(game)).reason()).contains("leaves a gain of");
    }

    @Test
    void aThirdPriceIsSolvedWithoutItsFormula() {
        BayesianGame third = new BayesianGame(ThirdPriceAuction.of(4), Collections.nCopies(4, UNIT));
        Equilibrium found = (Equilibrium) Equilibria.fromScratch(third);
        assertThat(found.name()).startsWith("numeric");
        assertThat(found.message(3, 0.5)).isEqualTo(0.75, within(1e-6));
        assertThat(found.certificate().gainBound().getAsDouble())
                .isBetween(found.certificate().largestGain().getAsDouble(), 1e-6);
        assertThat(found.predictions().revenue()).isEqualTo(0.6, within(1e-3));
    }

    @Test
    void unlikeBiddersOfAThirdPriceAreSolvedAndVerifiedOrRefusedForAReason() {
        BayesianGame strong =
                new BayesianGame(ThirdPriceAuction.of(3), List.of(UniformDistribution.of(0, 1.2), UNIT, UNIT));
        Equilibrium found = (Equilibrium) Equilibria.of(strong);
        assertThat(found.name()).isEqualTo("numeric, asymmetric");
        assertThat(found.certificate().gainBound().getAsDouble())
                .isBetween(found.certificate().largestGain().getAsDouble(), 1e-6);
        assertThat(found.message(1, 0.7)).isEqualTo(1.4, within(1e-6));
        // Everybody bids twice its value: the mean price is twice the mean of the lowest of three values, ∫ (1 − x)²·(1
        // − x/1.2) dx.
        assertThat(found.predictions().revenue()).isEqualTo(2 * (1 / 3.0 - 1 / 14.4), within(1e-5));
        assertThat(found.predictions().tradeProbability()).isEqualTo(1, within(1e-6));
        BayesianGame two = new BayesianGame(
                ThirdPriceAuction.of(3), List.of(UNIT, UniformDistribution.of(0, 1.2), UniformDistribution.of(0, 1.2)));
        assertThat(((NoEquilibrium) Equilibria.of(two)).reason()).contains("only two bidders are left");
    }

    @Test
    void unlikeBiddersOfAnAllPayAuctionWithAMinimumBidAreSolvedAndVerified() {
        BayesianGame game = new BayesianGame(new AllPayAuction(2, 0.25), List.of(UNIT, UniformDistribution.of(0, 2)));
        Equilibrium found = (Equilibrium) Equilibria.of(game);
        assertThat(found.certificate().gainBound().getAsDouble()).isLessThan(1e-6);
        assertThat(BestResponse.largestGain(game, found.strategies(), 9)).isLessThan(1e-8);
        double taken = found.predictions().revenue()
                + found.predictions().surplus().get(0)
                + found.predictions().surplus().get(1);
        assertThat(taken).isEqualTo(found.predictions().gains(), within(1e-12));
        // φ2 = 2·φ1² down to φ1³ = 1/4, where the weak stay away; the strong gain there still, and pool down to 1/4 of
        // φ1.
        double least = Math.cbrt(0.25);
        assertThat(found.message(0, least - 1e-6)).isNaN();
        assertThat(found.message(0, 0.8)).isEqualTo(0.25 + 2 * (0.512 - 0.25) / 3, within(1e-7));
        assertThat(found.message(1, 0.25 / least - 1e-6)).isNaN();
        assertThat(found.message(1, 2 * least * least - 1e-3)).isEqualTo(0.25, within(1e-9));
    }

    @Test
    void unlikeRiskAverseBiddersAreSolvedWhateverTheOrder() {
        Utility root = new ConstantRelativeRiskAversion(0.5);
        ValueDistribution square = PowerDistribution.of(2, 0, 1);
        BayesianGame game =
                new BayesianGame(FirstPriceAuction.of(3, OptionalDouble.of(0.1)), List.of(square, UNIT, square), root);
        Equilibrium found = (Equilibrium) Equilibria.of(game);
        assertThat(found.certificate().gainBound().getAsDouble()).isLessThan(1e-6);
        assertThat(BestResponse.of(game, found.strategies(), 1).gain(0.77)).isLessThan(1e-9);
        assertThat(found.message(0, 0.8)).isEqualTo(found.message(2, 0.8));
    }
}
