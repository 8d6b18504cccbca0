package dev.envelope.theory.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.DirectMechanism;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.VcgAuction;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DirectSolverTest {

    private static final List<ValueDistribution> TWO =
            List.of(UniformDistribution.of(0, 1.2), UniformDistribution.of(0, 0.8));
    private static final List<ValueDistribution> MIXED =
            List.of(UniformDistribution.of(-0.5, 1), PowerDistribution.of(2, 0.2, 1.5), UniformDistribution.of(0, 2));

    @Test
    void truthIsAnEquilibriumOfEveryDirectMechanism() {
        for (List<ValueDistribution> types : List.of(TWO, MIXED)) {
            for (Mechanism mechanism :
                    List.of(VcgAuction.of(types), OptimalAuction.of(types, 0), OptimalAuction.of(types, 0.3))) {
                assertThat(Solved.game(mechanism, types).message(1, 0.6)).isEqualTo(0.6);
                assertThat(Solved.largestGain(mechanism, types))
                        .as(mechanism.toString())
                        .isBetween(0.0, 1e-10);
            }
        }
    }

    @Test
    void theOptimalAuctionOfTwoUniformsEarnsTheKnownRevenue() {
        double k = 0.2;
        double known = (5 + 5 * k + 2 * k * k) / (12 * (1 + k));
        assertThat(Solved.game(OptimalAuction.of(TWO, 0), TWO).predictions().revenue())
                .isEqualTo(known, within(1e-12));
    }

    @Test
    void revenueAndTheValueOfKeepingItAverageToTheHighestVirtualValue() {
        double sellerValue = 0.4;
        Predictions predictions =
                Solved.game(OptimalAuction.of(TWO, sellerValue), TWO).predictions();
        double expected = Quadrature.integrate(
                p -> Quadrature.integrate(q -> highestVirtualValue(p, q, sellerValue), 0, 1), 0, 1);
        double kept = sellerValue * (1 - predictions.tradeProbability());
        // A nested quadrature over kinks is good to some 1e-8.
        assertThat(predictions.revenue() + kept).isEqualTo(expected, within(1e-7));
    }

    private static double highestVirtualValue(double p, double q, double sellerValue) {
        double first = TWO.get(0).virtualValue(TWO.get(0).quantile(p));
        double second = TWO.get(1).virtualValue(TWO.get(1).quantile(q));
        return Math.max(sellerValue, Math.max(first, second));
    }

    @Test
    void theOptimalAuctionIsInefficient() {
        Predictions predictions = Solved.game(OptimalAuction.of(TWO, 0), TWO).predictions();
        assertThat(predictions.efficiency()).isLessThan(0.95);
        Predictions vcg = Solved.game(VcgAuction.of(TWO), TWO).predictions();
        assertThat(vcg.efficiency()).isEqualTo(1, within(1e-12));
        assertThat(vcg.revenue()).isLessThan(predictions.revenue());
        assertThat(vcg.firstBestGains()).isEqualTo(predictions.firstBestGains());
    }

    @Test
    void aSellerWhoKeepsItAlwaysEarnsNothing() {
        Predictions predictions = Solved.game(OptimalAuction.of(TWO, 5), TWO).predictions();
        assertThat(predictions.revenue()).isZero();
        assertThat(predictions.gains()).isZero();
        assertThat(predictions.efficiency()).isEqualTo(1);
        assertThat(predictions.tradeProbability()).isZero();
    }

    @Test
    void whatIsComposedWithItsEquilibriumHasTheSameOutcomesUnderTruth() {
        List<ValueDistribution> types = Collections.nCopies(3, UniformDistribution.of(0, 1));
        Mechanism indirect = FirstPriceAuction.of(3, OptionalDouble.of(0.3));
        Equilibrium placed = Solved.game(indirect, types);
        Mechanism direct = DirectMechanism.of(indirect, placed, types);
        Equilibrium truth = Solved.game(direct, types);
        assertThat(truth.predictions()).isEqualTo(placed.predictions());
        assertThat(truth.message(0, 0.7)).isEqualTo(0.7);
        assertThat(truth.certificate().source())
                .contains("revelation principle")
                .contains("Krishna");
        assertThat(Solved.largestGain(direct, types)).isBetween(0.0, 1e-10);
    }

    @Test
    void aMechanismForOtherTypesIsRefused() {
        String reason =
                Solved.refusal(OptimalAuction.of(TWO, 0), UniformDistribution.of(0, 1), UniformDistribution.of(0, 1));
        assertThat(reason).contains("designed for the types").contains("uniform on [0, 1.2]");
    }
}
