package dev.envelope.theory.bilateral.strategy;

import dev.envelope.theory.bilateral.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/**
 * What a buyer's bids earn against asks that do not decrease in the seller's cost, and the best of them. A seller is such a
 * buyer in the mirror: −c for v, −ask for bid, 1 − k for k.
 *
 * <p>A bid b of a buyer of value v earns (v − k·b)·P(ask ≤ b) − (1−k)·E[ask; ask ≤ b], whose two terms do not depend on v. They
 * are kept on a grid of bids, just below, at and just above the asks at kinks among them; the best bids of the grid are
 * improved by golden section.
 */
final class BuyerDeviations {

    private static final int GRID = 192;
    private static final int GOLDEN_STEPS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double NUDGE = 1e-9;

    private final double k;
    private final ValueDistribution sellers;
    private final DoubleUnaryOperator ask;
    private final List<Double> kinks;
    private final List<Offer> grid = new ArrayList<>();

    BuyerDeviations(double k, ValueDistribution sellers, DoubleUnaryOperator ask, List<Double> kinks, double[] bids) {
        this.k = k;
        this.sellers = sellers;
        this.ask = ask;
        this.kinks = new ArrayList<>(kinks);
        this.kinks.addAll(sellers.kinks());
        TreeSet<Double> all = new TreeSet<>();
        double range = bids[1] - bids[0];
        for (int i = 0; i <= GRID; i++) {
            all.add(bids[0] + i * range / GRID);
        }
        List<Double> costs = new ArrayList<>(List.of(sellers.lower(), sellers.upper()));
        costs.addAll(kinks);
        for (double cost : costs) {
            double here = ask.applyAsDouble(Math.max(sellers.lower(), Math.min(sellers.upper(), cost)));
            all.addAll(List.of(here - NUDGE * range, here, here + NUDGE * range));
        }
        Offer before = new Offer(Double.NEGATIVE_INFINITY, sellers.lower(), 0, 0);
        for (double bid : all) {
            before = before.raisedTo(bid);
            grid.add(before);
        }
    }

    /** How much the best bid found earns a buyer of {@code value} beyond what {@code prescribed} does; at least 0. */
    double gain(double value, double prescribed) {
        Offer base = offer(prescribed);
        double own = base.payoff(value);
        int best = 0;
        for (int i = 1; i < grid.size(); i++) {
            best = grid.get(i).payoff(value) > grid.get(best).payoff(value) ? i : best;
        }
        double most = Math.max(Math.max(0, own), grid.get(best).payoff(value));
        double left = grid.get(Math.max(0, best - 1)).bid;
        double right = grid.get(Math.min(grid.size() - 1, best + 1)).bid;
        return Math.max(most, climb(value, left, right)) - own;
    }

    private double climb(double value, double from, double to) {
        double left = from;
        double right = to;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < GOLDEN_STEPS; i++) {
            double low = right - GOLDEN * (right - left);
            double high = left + GOLDEN * (right - left);
            double below = offer(low).payoff(value);
            double above = offer(high).payoff(value);
            best = Math.max(best, Math.max(below, above));
            if (below >= above) {
                right = high;
            } else {
                left = low;
            }
        }
        return best;
    }

    private Offer offer(double bid) {
        int from = -1;
        int to = grid.size();
        while (to - from > 1) {
            int middle = (from + to) / 2;
            if (grid.get(middle).bid <= bid) {
                from = middle;
            } else {
                to = middle;
            }
        }
        Offer below = from < 0 ? new Offer(Double.NEGATIVE_INFINITY, sellers.lower(), 0, 0) : grid.get(from);
        return below.raisedTo(bid);
    }

    /** A bid with the costs it buys from, up to {@code cost}: P(ask ≤ bid) and E[ask; ask ≤ bid]. */
    private final class Offer {
        private final double bid;
        private final double cost;
        private final double chance;
        private final double asks;

        Offer(double bid, double cost, double chance, double asks) {
            this.bid = bid;
            this.cost = cost;
            this.chance = chance;
            this.asks = asks;
        }

        Offer raisedTo(double higher) {
            if (ask.applyAsDouble(sellers.lower()) > higher) {
                return new Offer(higher, sellers.lower(), 0, 0);
            }
            double next = ask.applyAsDouble(sellers.upper()) <= higher
                    ? sellers.upper()
                    : Bisection.first(cost, sellers.upper(), c -> ask.applyAsDouble(c) > higher);
            double more = next > cost ? Expectation.of(sellers, cost, next, ask, kinks) : 0;
            return new Offer(higher, next, sellers.cdf(next), asks + more);
        }

        double payoff(double value) {
            return (value - k * bid) * chance - (1 - k) * asks;
        }
    }
}
