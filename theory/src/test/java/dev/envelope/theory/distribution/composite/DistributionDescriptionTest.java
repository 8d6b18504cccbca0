package dev.envelope.theory.distribution.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistributionDescriptionTest {

    private static final Map<String, Object> LOW = Map.of("type", "uniform", "lo", 0, "hi", 3.0);
    private static final Map<String, Object> HIGH = Map.of("type", "uniform", "lo", 5, "hi", 8);

    @Test
    void aFamilyIsReadWithItsRemarks() {
        assertThat(read(Map.of("type", "power", "a", 2, "lo", 0, "hi", 1, "cdf", "(x/hi)^a", "note", "convex")))
                .isEqualTo(PowerDistribution.of(2, 0, 1));
    }

    @Test
    void aMixtureWithAGapHasNoTypesInIt() {
        ValueDistribution mixture = mixture();
        assertThat(mixture.cdf(4)).isEqualTo(0.75);
        assertThat(mixture.density(4)).isZero();
        assertThat(mixture.quantile(0.75)).isEqualTo(3, within(1e-14));
        assertThat(mixture.quantile(0.76)).isGreaterThan(5);
        assertThat(mixture.mean()).isEqualTo(0.75 * 1.5 + 0.25 * 6.5, within(1e-14));
        assertThat(mixture.isRegular()).isFalse();
        assertThat(mixture.kinks()).containsExactly(3.0, 5.0);
    }

    @Test
    void anAffineMapOfAMixtureKeepsItsKinks() {
        ValueDistribution scaled = read(Map.of("type", "affine", "dist", mixtureFields(), "scale", 10, "shift", 1));
        assertThat(scaled.kinks()).containsExactly(31.0, 51.0);
        assertThat(scaled.upper()).isEqualTo(81);
    }

    @Test
    void smoothedDataRiseByTheSameStepBetweenNeighbours() {
        ValueDistribution data = read(Map.of("type", "empirical", "data", List.of(4, 1, 2)));
        assertThat(data.cdf(2)).isEqualTo(0.5);
        assertThat(data.cdf(3)).isEqualTo(0.75);
        assertThat(data.mean()).isEqualTo(0.5 * 1.5 + 0.5 * 3, within(1e-15));
    }

    @Test
    void piecesMayLeaveAGap() {
        ValueDistribution pieces =
                read(Map.of("type", "piecewise_linear", "x", List.of(0, 1, 2, 3), "p", List.of(0, 0.5, 0.5, 1)));
        assertThat(pieces.quantile(0.5)).isEqualTo(1);
        assertThat(pieces.density(1.5)).isZero();
        assertThat(pieces.isRegular()).isFalse();
    }

    @Test
    void anOrderStatisticIsWhatSortingDrawsGives() {
        ValueDistribution second = read(Map.of("type", "order_statistic", "dist", LOW, "draws", 5, "rank", 2));
        Random random = new Random(3);
        int rounds = 20_000;
        double sum = 0;
        double squares = 0;
        for (int round = 0; round < rounds; round++) {
            double[] draws = new double[5];
            Arrays.setAll(draws, i -> 3 * random.nextDouble());
            Arrays.sort(draws);
            sum += draws[3];
            squares += draws[3] * draws[3];
        }
        double mean = sum / rounds;
        double error = Math.sqrt((squares / rounds - mean * mean) / rounds);
        // About one false alarm in 15,000.
        assertThat(second.mean()).isEqualTo(mean, within(4 * error)).isEqualTo(3 * 4 / 6.0, within(1e-12));
    }

    @Test
    void theHazardRateIsTheDensityAmongThoseAbove() {
        assertThat(UniformDistribution.of(0, 4).hazardRate(3)).isEqualTo(1);
        assertThat(UniformDistribution.of(0, 4).hazardRate(4)).isInfinite();
    }

    @Test
    void whatDoesNotFitIsNamed() {
        refused(Map.of("lo", 1), "distribution type: null (expected: the name of a family)");
        refused(Map.of("type", "uniform", "lo", "low", "hi", 1), "uniform lo: low (expected: a number)");
        refused(Map.of("type", "empirical", "data", List.of(1, 2), "smoothed", false), "discrete and have no density");
        refused(Map.of("type", "empirical", "data", List.of(1, 2, 1)), "empirical data: 1.0 more than once");
        refused(Map.of("type", "discrete", "values", List.of(1, 2)), "distribution: discrete (expected: types with a");
        refused(Map.of("type", "mixture", "components", List.of()), "mixture components: []");
        refused(Map.of("type", "mixture", "components", List.of(3)), "mixture components: 3 (expected: a map)");
        refused(Map.of("type", "mixture", "parts", List.of()), "mixture parts: [] (expected: only components)");
        refused(
                Map.of("type", "mixture", "components", List.of(Map.of("weight", 0.5, "dist", LOW))),
                "mixture weight: 0.5 in total (expected: 1)");
        refused(
                Map.of("type", "order_statistic", "dist", LOW, "draws", 2, "rank", 3),
                "order_statistic rank: 3 (expected: 1 to 2)");
        refused(
                Map.of("type", "order_statistic", "dist", LOW, "draws", 2.5, "rank", 1),
                "order_statistic draws: 2.5 (expected: a whole number)");
        refused(Map.of("type", "affine", "scale", 2, "shift", 0), "affine dist: missing (expected: a map)");
    }

    @Test
    void pointsThatMakeNoDistributionAreNamed() {
        refusedPieces(List.of(0, 0), List.of(0, 1), "piecewise_linear x: 0.0 (expected: above the value before it)");
        refusedPieces(List.of(0, 1, 2), List.of(0, 0.5, 0.4), "p: 0.4 (expected: not below");
        refusedPieces(List.of(0, 1), List.of(0.1, 1), "p: 0.1 (expected: 0 at the first value)");
        refusedPieces(List.of(0, 1, 2), List.of(0, 0, 1), "p: 0.0 (expected: above 0 at the second value)");
        refusedPieces(List.of(0, 1, 2), List.of(0, 1, 1), "p: 1.0 (expected: below 1 before the last value)");
        refusedPieces(List.of(0, 1, 2), List.of(0, 1), "expected: one per value of x, 3");
    }

    private static void refusedPieces(List<?> x, List<?> p, String message) {
        refused(Map.of("type", "piecewise_linear", "x", x, "p", p), message);
    }

    private static void refused(Map<String, ?> fields, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(fields)).withMessageContaining(message);
    }

    private static ValueDistribution mixture() {
        return read(mixtureFields());
    }

    private static Map<String, Object> mixtureFields() {
        return Map.of(
                "type",
                "mixture",
                "components",
                List.of(Map.of("weight", 0.75, "dist", LOW), Map.of("weight", 0.25, "dist", HIGH)));
    }

    private static ValueDistribution read(Map<String, ?> fields) {
        return new DistributionDescription(fields).distribution();
    }
}
