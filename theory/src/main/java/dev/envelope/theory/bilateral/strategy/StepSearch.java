package dev.envelope.theory.bilateral.strategy;

import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The search for the thresholds of a {@link StepDoubleAuction}. The first cost threshold determines all others one after
 * the other; it is sought such that the last one comes out as the last price.
 */
final class StepSearch {

    private static final int GRID = 4096;

    /** How far the last threshold may be from the last price, and a gain from 0, in units of the range of types. */
    private static final double ACCURACY = 1e-11;

    private final Traders traders;
    private final double k;
    private final List<Double> prices;

    StepSearch(Traders traders, double k, List<Double> prices) {
        this.traders = traders;
        this.k = k;
        this.prices = prices;
    }

    /** The equilibrium of the largest gains among those found. */
    Optional<StepDoubleAuction> best() {
        double first = prices.get(0);
        if (prices.size() == 1) {
            return Optional.of(new StepDoubleAuction(traders, k, prices, prices, prices));
        }
        Optional<StepDoubleAuction> best = Optional.empty();
        double from = traders.costs().lower();
        double step = (Math.min(first, traders.costs().upper()) - from) / GRID;
        for (int i = 0; i < GRID && step > 0; i++) {
            double here = from + i * step;
            double next = i == GRID - 1 ? Math.min(first, traders.costs().upper()) : here + step;
            boolean before = excess(here) >= 0;
            if (before != excess(next) >= 0) {
                double root = Bisection.first(here, next, c -> excess(c) >= 0 != before);
                best = better(best, equilibrium(root));
            }
        }
        return best;
    }

    private static Optional<StepDoubleAuction> better(
            Optional<StepDoubleAuction> one, Optional<StepDoubleAuction> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return other.get().figures().gains() > one.get().figures().gains() ? other : one;
    }

    private Optional<StepDoubleAuction> equilibrium(double firstCost) {
        Thresholds found = thresholds(firstCost);
        int last = prices.size() - 1;
        double accuracy = ACCURACY * traders.range();
        if (!found.isComplete() || !(Math.abs(found.costs.get(last) - prices.get(last)) <= accuracy)) {
            return Optional.empty();
        }
        found.costs.set(last, prices.get(last));
        StepDoubleAuction steps = new StepDoubleAuction(traders, k, prices, found.values, found.costs);
        return steps.largestGain() <= accuracy ? Optional.of(steps) : Optional.empty();
    }

    /** c_m − p_m; as if c_m were too high where the recursion leaves the supports. */
    private double excess(double firstCost) {
        Thresholds found = thresholds(firstCost);
        int last = prices.size() - 1;
        return found.isComplete() ? found.costs.get(last) - prices.get(last) : 1;
    }

    /** The recursion Y_{j+1} from c_j, then X_{j+1} from v_{j+1}. */
    private Thresholds thresholds(double firstCost) {
        Thresholds found = new Thresholds();
        found.values.add(prices.get(0));
        found.costs.add(firstCost);
        double sellers = traders.costs().cdf(firstCost);
        double buyers = 1 - traders.values().cdf(prices.get(0));
        for (int j = 1; j < prices.size(); j++) {
            double distance = prices.get(j) - prices.get(j - 1);
            double margin = prices.get(j - 1) - found.costs.get(j - 1);
            buyers *= margin / (margin + (1 - k) * distance);
            if (!(margin > 0 && buyers > 0)) {
                return found;
            }
            double value = traders.values().quantile(1 - buyers);
            sellers *= 1 + k * distance / (value - prices.get(j));
            if (!(value > prices.get(j) && sellers <= 1)) {
                return found;
            }
            found.values.add(value);
            found.costs.add(traders.costs().quantile(sellers));
        }
        return found;
    }

    /** As far as they are determined. */
    private final class Thresholds {
        private final List<Double> values = new ArrayList<>();
        private final List<Double> costs = new ArrayList<>();

        boolean isComplete() {
            return costs.size() == prices.size();
        }
    }
}
