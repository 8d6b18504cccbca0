package dev.envelope.theory.distribution.discrete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.composite.DistributionDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiscreteDistributionTest {

    private static final DiscreteDistribution THREE =
            new DiscreteDistribution(List.of(1.0, 2.0, 4.0), List.of(0.5, 0.25, 0.25));

    @Test
    void massesAddUpToSteps() {
        assertThat(THREE.cdf(0.9)).isZero();
        assertThat(THREE.cdf(1)).isEqualTo(0.5);
        assertThat(THREE.cdf(3)).isEqualTo(0.75);
        assertThat(THREE.cdf(4)).isEqualTo(1);
        assertThat(THREE.mass(2)).isEqualTo(0.25);
        assertThat(THREE.mass(3)).isZero();
        assertThat(THREE.mean()).isEqualTo(2);
        assertThat(THREE.quantile(0)).isEqualTo(1);
        assertThat(THREE.quantile(0.5)).isEqualTo(1);
        assertThat(THREE.quantile(0.51)).isEqualTo(2);
        assertThat(THREE.quantile(1)).isEqualTo(4);
        assertThat(THREE.affine(2, 1).points()).containsExactly(3.0, 5.0, 9.0);
    }

    @Test
    void dataAreAsLikelyAsTheyAreFrequent() {
        DiscreteDistribution data = DiscreteDistribution.ofData(List.of(5.0, 3.0, 5.0, 1.0));
        assertThat(data.points()).containsExactly(1.0, 3.0, 5.0);
        assertThat(data.probabilities()).containsExactly(0.25, 0.25, 0.5);
        assertThat(DiscreteDistribution.point(7).quantile(0.3)).isEqualTo(7);
        assertThat(DiscreteDistribution.point(7).virtualValues().values()).containsExactly(7.0);
    }

    @Test
    void orderStatisticsAreThoseOfAllDraws() {
        double[] masses = new double[3];
        for (int draws = 0; draws < 27; draws++) {
            int[] types = {draws % 3, draws / 3 % 3, draws / 9};
            double likely = 1;
            for (int type : types) {
                likely *= THREE.probabilities().get(type);
            }
            masses[java.util.Arrays.stream(types).sorted().toArray()[1]] += likely;
        }
        DiscreteDistribution second = THREE.orderStatistic(3, 2);
        for (int k = 0; k < 3; k++) {
            assertThat(second.probabilities().get(k)).isEqualTo(masses[k], within(1e-14));
        }
    }

    @Test
    void virtualValuesAreMarginalRevenues() {
        // Selling at 4, 2, 1 brings 1, 1, 1: lowering the price gains nothing.
        assertThat(THREE.virtualValues().values()).containsExactly(0.0, 0.0, 4.0);
        DiscreteDistribution uneven = new DiscreteDistribution(List.of(1.0, 2.0, 3.0), List.of(0.4, 0.1, 0.5));
        assertThat(uneven.virtualValues().isRegular()).isFalse();
        assertThat(uneven.virtualValues().values().get(0)).isEqualTo(-0.5, within(1e-14));
        assertThat(uneven.virtualValues().values().get(1)).isEqualTo(-3);
        assertThat(uneven.virtualValues().ironed().get(0)).isEqualTo(-1, within(1e-14));
        assertThat(uneven.virtualValues().ironed().get(1)).isEqualTo(-1, within(1e-14));
        assertThat(uneven.virtualValues().reserve(0)).isEqualTo(3);
        assertThat(uneven.virtualValues().reserve(5)).isInfinite();
    }

    @Test
    void oneBidderIsBestOfferedAPrice() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            DiscreteDistribution types = random(random, 1 + random.nextInt(6));
            double best = 0;
            for (double price : types.points()) {
                best = Math.max(best, price * (1 - types.cdf(price) + types.mass(price)));
            }
            assertThat(types.virtualValues().optimalRevenue(1)).isEqualTo(best, within(1e-12));
            double posted = types.virtualValues().reserve(0);
            assertThat(posted * (1 - types.cdf(posted) + types.mass(posted))).isEqualTo(best, within(1e-12));
        }
    }

    @Test
    void noSecondPriceAuctionTakesInMoreThanTheOptimalOne() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 100; round++) {
            DiscreteDistribution types = random(random, 2 + random.nextInt(4));
            double optimal = types.virtualValues().optimalRevenue(2);
            for (double reserve : types.points()) {
                assertThat(secondPrice(types, reserve)).isLessThanOrEqualTo(optimal + 1e-12);
            }
        }
        // Two types of 1 and 2: the high one pays 2 but where it must be kept from reporting 1 against a 1.
        DiscreteDistribution two = new DiscreteDistribution(List.of(1.0, 2.0), List.of(0.75, 0.25));
        assertThat(two.virtualValues().optimalRevenue(2)).isEqualTo(2 / 3.0 * 9 / 16 + 2 * 7 / 16.0, within(1e-14));
    }

    @Test
    void filesStateThem() {
        Map<String, ?> grid = Map.of("type", "discrete", "x", List.of(1, 2, 4), "p", List.of(0.5, 0.25, 0.25));
        assertThat(new DistributionDescription(grid).discrete()).isEqualTo(THREE);
        Map<String, ?> data = Map.of("type", "empirical", "data", List.of(2, 1, 2, 1), "smoothed", false);
        assertThat(new DistributionDescription(data).discrete())
                .isEqualTo(new DiscreteDistribution(List.of(1.0, 2.0), List.of(0.5, 0.5)));
        Map<String, ?> point = Map.of("type", "point", "x", 3);
        assertThat(new DistributionDescription(point).discrete()).isEqualTo(DiscreteDistribution.point(3));
        assertThat(new DistributionDescription(point).isDiscrete()).isTrue();
        Map<String, ?> uniform = Map.of("type", "uniform", "lo", 0, "hi", 1);
        assertThat(new DistributionDescription(uniform).isDiscrete()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DistributionDescription(uniform).discrete())
                .withMessageStartingWith("distribution: uniform (expected: finitely many types");
        for (Map<String, ?> each : List.of(grid, data, point)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new DistributionDescription(each).distribution())
                    .withMessageContaining("density");
        }
    }

    @Test
    void whatIsNoDistributionIsRefusedByName() {
        refused(List.of(1.0, 1.0), List.of(0.5, 0.5), "discrete x: 1.0 (expected: above the value before it)");
        refused(List.of(1.0, 2.0), List.of(0.5, 0.4), "discrete p: 0.9 in total (expected: 1)");
        refused(List.of(1.0, 2.0), List.of(1.0, 0.0), "discrete p: 0.0 (expected: above 0)");
        refused(List.of(1.0), List.of(), "discrete p: [] (expected: one per value of x, 1)");
        refused(List.of(), List.of(), "discrete x: [] (expected: at least one value)");
        refused(List.of(Double.NaN), List.of(1.0), "discrete x: NaN (expected: a finite number)");
    }

    private static void refused(List<Double> points, List<Double> probabilities, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiscreteDistribution(points, probabilities))
                .withMessage(message);
    }

    /** What two truthful bidders pay: the lower value or the reserve. */
    private static double secondPrice(DiscreteDistribution types, double reserve) {
        double revenue = 0;
        for (int i = 0; i < types.size(); i++) {
            for (int j = 0; j < types.size(); j++) {
                double high = Math.max(types.points().get(i), types.points().get(j));
                double low = Math.min(types.points().get(i), types.points().get(j));
                double paid = high >= reserve ? Math.max(low, reserve) : 0;
                revenue += paid
                        * types.probabilities().get(i)
                        * types.probabilities().get(j);
            }
        }
        return revenue;
    }

    private static DiscreteDistribution random(SplittableRandom random, int size) {
        List<Double> points = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        double point = random.nextDouble();
        double total = 0;
        for (int k = 0; k < size; k++) {
            points.add(point);
            point += 0.1 + random.nextDouble();
            weights.add(0.1 + random.nextDouble());
            total += weights.get(k);
        }
        double sum = total;
        return new DiscreteDistribution(
                points, weights.stream().map(w -> w / sum).toList());
    }
}
