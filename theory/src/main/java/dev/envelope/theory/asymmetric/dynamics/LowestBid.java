package dev.envelope.theory.asymmetric.dynamics;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Where winning bids begin (Lebrun 2006; Kaplan &amp; Zamir 2012).
 *
 * <p>Where one bidder's lowest value a_s exceeds all others', its lowest type faces rivals that bid up to their values and
 * bids the largest maximiser of (a_s − b)·Π F_j(b), or the reserve if that is more. Otherwise the second highest of the
 * lowest values, or the reserve.
 *
 * @param bid the lowest bid that wins, in the unit of the values
 * @param strongest the index of the bidder whose lowest value exceeds {@code bid}, −1 where there is none
 */
public record LowestBid(double bid, int strongest) {

    private static final int GRID = 2000;

    public static LowestBid of(List<ValueDistribution> types, OptionalDouble reserve) {
        double[] lowers =
                types.stream().mapToDouble(ValueDistribution::lower).sorted().toArray();
        double second = lowers.length > 1 ? lowers[lowers.length - 2] : Double.NEGATIVE_INFINITY;
        double least = Math.max(second, reserve.orElse(second));
        double highest = lowers[lowers.length - 1];
        if (highest <= least) {
            return new LowestBid(least, -1);
        }
        int strongest = types.indexOf(types.stream()
                .max(Comparator.comparingDouble(ValueDistribution::lower))
                .orElseThrow());
        return new LowestBid(best(types, strongest, least), strongest);
    }

    /** The largest maximiser of (a_s − b)·Π F_j(b) from {@code least} on. */
    private static double best(List<ValueDistribution> types, int strongest, double least) {
        double own = types.get(strongest).lower();
        double top = rivalTop(types, strongest);
        double to = Math.min(own, top);
        if (to <= least) {
            return least;
        }
        double step = (to - least) / GRID;
        int peak = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double b = least + i * step;
            double payoff = (own - b) * below(types, strongest, b);
            if (payoff >= most) {
                most = payoff;
                peak = i;
            }
        }
        double from = least + Math.max(0, peak - 1) * step;
        double until = Math.min(to, least + (peak + 1) * step);
        return Bisection.first(from, until, b -> slope(types, strongest, b) <= 0);
    }

    /** The derivative of ln((a_s − b)·Π F_j(b)). */
    private static double slope(List<ValueDistribution> types, int strongest, double b) {
        double slope = -1 / (types.get(strongest).lower() - b);
        for (int j = 0; j < types.size(); j++) {
            if (j != strongest) {
                slope += types.get(j).density(b) / types.get(j).cdf(b);
            }
        }
        return Double.isNaN(slope) ? Double.POSITIVE_INFINITY : slope;
    }

    private static double rivalTop(List<ValueDistribution> types, int strongest) {
        double top = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < types.size(); j++) {
            top = j == strongest ? top : Math.max(top, types.get(j).upper());
        }
        return top;
    }

    /** Π F_j(b) over the bidders but {@code without}. */
    public static double below(List<ValueDistribution> types, int without, double b) {
        double product = 1;
        for (int j = 0; j < types.size(); j++) {
            product *= j == without ? 1 : types.get(j).cdf(b);
        }
        return product;
    }
}
