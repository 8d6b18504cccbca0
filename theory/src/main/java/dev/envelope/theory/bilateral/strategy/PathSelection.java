package dev.envelope.theory.bilateral.strategy;

import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.numeric.Bisection;
import java.util.Optional;

/**
 * One path out of the continuum: the one through the middle of a line that is itself the path where both types are uniform.
 *
 * <p>At the top end of a path V = v_hi and C = p. There 1 − G is like a power γ of v_hi − V, and V' is finite and positive iff
 * k·F(p)/f(p) = (1 + (1−k)/γ)·(v_hi − p). At the bottom end C = c_lo and V = p, and C' is finite and positive iff (1−k)·(1 −
 * G(p))/g(p) = (1 + k/γ)·(p − c_lo), F being like a power γ of C − c_lo. The line joins the two ends at which this holds. No
 * path need reach both.
 */
final class PathSelection {

    private static final double NEAR = 1e-5;
    private static final double ORDER_ONE = 1e-3;

    private final Traders traders;
    private final double k;
    private final double top;
    private final double bottom;

    PathSelection(Traders traders, double k) {
        this.traders = traders;
        this.k = k;
        PathEquations equations = new PathEquations(traders, k, 1);
        double high = traders.values().upper();
        double low = traders.costs().lower();
        double near = NEAR * traders.range();
        double atTop = 1 + (1 - k) * order(equations.valueRent(high - near) / near);
        double atBottom = 1 + k * order(equations.costRent(low + near) / near);
        this.top = Bisection.first(low, high, p -> k * equations.costRent(p) >= atTop * (high - p));
        // Where the density of values has no bound at its lower end, both sides are 0 there.
        this.bottom = Bisection.first(low + near, high, p -> (1 - k) * equations.valueRent(p) <= atBottom * (p - low));
    }

    /** The path; empty where it cannot be followed to both ends. */
    Optional<TradePath> path() {
        double low = traders.costs().lower();
        double high = traders.values().upper();
        double price = (bottom + top) / 2;
        double value = (bottom + high) / 2;
        double cost = (low + top) / 2;
        boolean isInside = low < cost && cost < price && price < value && value < high;
        return isInside ? TradePath.through(traders, k, price, value, cost) : Optional.empty();
    }

    /** 1/γ from the slope of the rent at the end; 1 where it is near 1, as wherever the density there is positive. */
    private static double order(double slope) {
        return Math.abs(slope - 1) <= ORDER_ONE ? 1 : slope;
    }
}
