package dev.envelope.theory.ironing;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.OrderStatistic;
import dev.envelope.theory.ironing.IronedVirtualValue.Flat;
import dev.envelope.theory.numeric.Binomial;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.GaussLegendre;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The virtual cost x + G(x)/g(x) of the cheapest of n truthful sellers, ironed: what a sole buyer pays at the margin who names a price and pays
 * less only where a second seller is below it.
 *
 * <p>A bid x is met with chance W(x) = 1 − (1 − G)^n and costs x·W(x) − ∫ P(two or more are below) up to x. The ironed function is the
 * slope, over W, of the greatest convex function below that. Checked by {@code SoleBuyerBidTest}.
 *
 * @param costs G
 * @param flats where it is constant, in increasing order
 */
public record IronedVirtualCost(ValueDistribution costs, List<Flat> flats) {

    private static final int PARTS = 256;
    private static final double[] POINTS = GaussLegendre.points(8);
    private static final double[] WEIGHTS = GaussLegendre.weights(8);

    /** Copies the list. */
    public IronedVirtualCost {
        flats = List.copyOf(flats);
    }

    /** That of the cheapest of {@code sellers} with costs of one distribution. */
    public static IronedVirtualCost of(ValueDistribution costs, int sellers) {
        ValueDistribution cheapest = sellers == 1 ? costs : new OrderStatistic(costs, sellers, sellers);
        Paid paid = new Paid(costs, sellers);
        return new IronedVirtualCost(costs, new ConvexMinorant(cheapest, paid::upTo, costs::virtualCost).flats());
    }

    /** The ironed function at {@code x} in the support; does not decrease. */
    public double at(double x) {
        for (Flat flat : flats) {
            if (flat.contains(x)) {
                return flat.value();
            }
        }
        return costs.virtualCost(x);
    }

    /** The lowest bid that is best for {@code value}: the smallest x in the support at which the function reaches it, or the highest cost. */
    public double inverse(double value) {
        return Bisection.first(costs.lower(), costs.upper(), x -> at(x) >= value);
    }

    /** x·W(x) − ∫ H_2 up to x, the integral kept on a grid. */
    private static final class Paid {

        private final ValueDistribution costs;
        private final int sellers;
        private final double[] grid;
        private final double[] areas;

        Paid(ValueDistribution costs, int sellers) {
            this.costs = costs;
            this.sellers = sellers;
            List<Double> points = new ArrayList<>(costs.kinks());
            for (int i = 1; i < PARTS; i++) {
                points.add(costs.lower() + (costs.upper() - costs.lower()) * i / PARTS);
            }
            this.grid = Kinks.between(costs.lower(), costs.upper(), points);
            this.areas = new double[grid.length];
            for (int i = 1; i < grid.length; i++) {
                areas[i] = areas[i - 1] + area(grid[i - 1], grid[i]);
            }
        }

        double upTo(double x) {
            int found = Arrays.binarySearch(grid, x);
            int before = Math.max(0, found >= 0 ? found : -found - 2);
            return x * atLeast(1, x) - areas[before] - area(grid[before], x);
        }

        private double area(double from, double to) {
            double sum = 0;
            for (int i = 0; i < POINTS.length; i++) {
                sum += WEIGHTS[i] * atLeast(2, from + (to - from) * POINTS[i]);
            }
            return sum * (to - from);
        }

        private double atLeast(int count, double x) {
            return Binomial.atLeast(sellers, costs.cdf(x), count);
        }
    }
}
