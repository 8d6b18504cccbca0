package dev.envelope.theory.design;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** The search for the price of the highest revenue: by the sign of its slope, on a grid and then to the last bit. */
final class Peak {

    private static final int PIECES = 512;

    private Peak() {}

    /** The best of the prices at which the slope turns negative and of the ends of supports. */
    static PostedPrices.Choice highest(
            List<ValueDistribution> types, DoubleUnaryOperator revenue, DoubleUnaryOperator slope) {
        List<Double> corners = corners(types);
        List<Double> candidates = new ArrayList<>(corners);
        for (int i = 1; i < corners.size(); i++) {
            double width = (corners.get(i) - corners.get(i - 1)) / PIECES;
            for (int j = 0; j < PIECES; j++) {
                double from = corners.get(i - 1) + j * width;
                double to = j == PIECES - 1 ? Math.nextDown(corners.get(i)) : from + width;
                if (slope.applyAsDouble(from) >= 0 && slope.applyAsDouble(to) <= 0) {
                    candidates.add(Bisection.first(from, to, p -> slope.applyAsDouble(p) <= 0));
                }
            }
        }
        PostedPrices.Choice best = new PostedPrices.Choice(candidates.get(0), revenue.applyAsDouble(candidates.get(0)));
        for (double price : candidates) {
            double here = revenue.applyAsDouble(price);
            best = here > best.revenue() ? new PostedPrices.Choice(price, here) : best;
        }
        return best;
    }

    /** Π F_i(x). */
    static double allBelow(List<ValueDistribution> types, double x) {
        double product = 1;
        for (ValueDistribution type : types) {
            product *= type.cdf(x);
        }
        return product;
    }

    /** Σ f_i(x)·Π_{j≠i} F_j(x). */
    static double slopeOfAllBelow(List<ValueDistribution> types, double x) {
        double sum = 0;
        for (int i = 0; i < types.size(); i++) {
            double product = types.get(i).density(x);
            for (int j = 0; j < types.size(); j++) {
                product *= j == i ? 1 : types.get(j).cdf(x);
            }
            sum += product;
        }
        return sum;
    }

    private static List<Double> corners(List<ValueDistribution> types) {
        return types.stream()
                .flatMap(type -> Stream.concat(Stream.of(type.lower(), type.upper()), type.kinks().stream()))
                .sorted()
                .distinct()
                .toList();
    }
}
