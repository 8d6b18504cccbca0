package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.SampledMean;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.AmendedMechanism;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gains where keeping the object is worth something to the seller. */
class SellerValueTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final List<ValueDistribution> TWO = List.of(UNIT, UNIT);
    private static final double ROUNDING = 1e-13;

    private static Predictions predictions(List<ValueDistribution> types, double sellerValue) {
        return Solved.game(OptimalAuction.of(types, sellerValue), types).predictions();
    }

    /** The higher of two values has the density 2x and is sold to from 3/4 on: ∫ (x − 1/2)·2x from there and from 1/2. */
    @Test
    void aTradeGainsTheWinnersValueLessTheSellers() {
        Predictions half = predictions(TWO, 0.5);
        assertThat(half.gains()).isEqualTo(1 / 6.0, within(ROUNDING));
        assertThat(half.firstBestGains()).isEqualTo(5 / 24.0, within(ROUNDING));
        assertThat(half.efficiency()).isEqualTo(0.8, within(ROUNDING));
        assertThat(half.tradeProbability()).isEqualTo(7 / 16.0, within(ROUNDING));
        // What is paid, E[2x − 1; sold], and ∫ x·(1 − x) for each bidder do not depend on what is counted as gains.
        assertThat(half.revenue()).isEqualTo(1 / 3.0, within(ROUNDING));
        assertThat(half.surplus()).allSatisfy(each -> assertThat(each).isEqualTo(5 / 192.0, within(ROUNDING)));
        assertThat(half.payments()).allSatisfy(each -> assertThat(each).isEqualTo(1 / 6.0, within(ROUNDING)));
        // The seller's profit, 1/3 − 7/32, is what the bidders leave of the gains.
        assertThat(half.gains() - 2 * 5 / 192.0).isEqualTo(1 / 3.0 - 7 / 32.0, within(ROUNDING));
    }

    /** With −1/2 it is sold from 1/4 on, and best always: ∫ (x + 1/2)·2x. */
    @Test
    void whatCostsToKeepGainsMoreThanItsValueWhenItIsSold() {
        Predictions burden = predictions(TWO, -0.5);
        assertThat(burden.gains()).isEqualTo(9 / 8.0, within(ROUNDING));
        assertThat(burden.firstBestGains()).isEqualTo(7 / 6.0, within(ROUNDING));
        assertThat(burden.efficiency()).isEqualTo(27 / 28.0, within(ROUNDING));
    }

    /** With less than −1 it is always sold, to the higher value: what there is to gain is gained, and no more. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, -1.3, -7.7, -1e3, -1e6})
    void efficiencyIsNeverAboveOne(double sellerValue) {
        Predictions sold = predictions(TWO, sellerValue);
        assertThat(sold.efficiency()).isLessThanOrEqualTo(1).isEqualTo(1, within(ROUNDING));
        assertThat(sold.gains()).isEqualTo(2 / 3.0 - sellerValue, within(-ROUNDING * sellerValue));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 40})
    void whereNothingCanBeGainedNothingIsLost(double sellerValue) {
        Predictions kept = predictions(TWO, sellerValue);
        assertThat(kept.gains()).isZero();
        assertThat(kept.firstBestGains()).isZero();
        assertThat(kept.efficiency()).isEqualTo(1);
    }

    /** Of δ below the top: 2·(δ²/2 − δ²/8 − δ³/8 + δ³/24) of δ² − δ³/3, which is nothing beside the values and their chances. */
    @Test
    void littleThatCanBeGainedIsNotLostInRounding() {
        double gap = 0x1p-20;
        Predictions little = predictions(TWO, 1 - gap);
        assertThat(little.gains()).isEqualTo(gap * gap * (0.75 - gap / 6), within(1e-9 * gap * gap));
        assertThat(little.firstBestGains()).isEqualTo(gap * gap * (1 - gap / 3), within(1e-9 * gap * gap));
    }

    /** Bidders that differ, one of them to be ironed, against the auction played with drawn values. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.7, 1.6})
    void gainsAreThoseOfTheAuctionPlayed(double sellerValue) {
        List<ValueDistribution> types = List.of(
                MixtureDistribution.ofEqual(List.of(UniformDistribution.of(0, 2), UniformDistribution.of(2.5, 3))),
                UniformDistribution.of(-0.5, 2),
                UniformDistribution.of(0.5, 1.8));
        OptimalAuction auction = OptimalAuction.of(types, sellerValue);
        assertThat(auction.virtualValue(0).flats()).isNotEmpty();
        SplittableRandom random = new SplittableRandom(23);
        SampledMean gains = new SampledMean();
        SampledMean best = new SampledMean();
        for (int s = 0; s < 40_000; s++) {
            double[] values = new double[3];
            double highest = sellerValue;
            for (int i = 0; i < 3; i++) {
                values[i] = types.get(i).quantile(random.nextDouble());
                highest = Math.max(highest, values[i]);
            }
            int first = random.nextInt(3);
            MarketOutcome outcome = auction.outcome(values, TieOrder.of(first, (first + 1) % 3, (first + 2) % 3));
            double gained = 0;
            for (int i = 0; i < 3; i++) {
                gained += outcome.units(i) == 1 ? values[i] - sellerValue : 0;
            }
            gains.add(gained);
            best.add(highest - sellerValue);
        }
        Predictions predictions = predictions(types, sellerValue);
        assertThat(predictions.gains()).isEqualTo(gains.mean(), within(5 * gains.error()));
        assertThat(predictions.firstBestGains()).isEqualTo(best.mean(), within(5 * best.error()));
        assertThat(predictions.efficiency()).isBetween(0.5, 1.0);
        assertThat(predictions.gains())
                .isEqualTo(
                        predictions.surplus().stream().mapToDouble(each -> each).sum()
                                + predictions.revenue()
                                - sellerValue * predictions.tradeProbability(),
                        within(1e-9));
    }

    /** Two bid from 1/2 on where the object is worth 1/4 to who sells it: ∫ (x − 1/4)·2x of what that is from 1/4 on. */
    @Test
    void theGeneralSolverDeductsItToo() {
        Mechanism kept = new Kept(FirstPriceAuction.of(2, OptionalDouble.of(0.5)), 0.25);
        Predictions predictions = ((Equilibrium) Equilibria.fromScratch(new BayesianGame(kept, TWO))).predictions();
        assertThat(predictions.gains()).isEqualTo(7 / 12.0 - 3 / 16.0, within(1e-5));
        assertThat(predictions.firstBestGains()).isEqualTo(2 / 3.0 - 1 / 4.0 + 1 / 192.0, within(1e-12));
    }

    /** The rules of {@code auction} of an object that is worth {@code sellerValue} where it stays. */
    private record Kept(Mechanism auction, double sellerValue) implements AmendedMechanism {

        @Override
        public MarketOutcome outcome(double[] messages, TieOrder ties) {
            return auction.outcome(messages, ties);
        }
    }
}
