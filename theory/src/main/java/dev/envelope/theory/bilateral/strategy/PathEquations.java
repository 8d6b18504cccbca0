package dev.envelope.theory.bilateral.strategy;

import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.distribution.ValueDistribution;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;

/**
 * The first-order conditions of the k-double auction in inverse strategies: a price p, the cost C(p) that asks it and the value
 * V(p) that bids it.
 *
 * <p>The buyer's is (V − p)·C' = k·F(C)/f(C), the seller's (p − C)·V' = (1−k)·(1 − G(V))/g(V) (Chatterjee &amp; Samuelson 1983;
 * Satterthwaite &amp; Williams 1989). Both are singular at the ends of the range of trade. In a time with dp = (p − C)·(V −
 * p)·dt the ends are stable rest points, reached by every path from the inside. Where the path passes the top cost or the
 * lowest value, F/f and (1 − G)/g go on along their tangents, so that paths do not end there.
 */
final class PathEquations implements FirstOrderDifferentialEquations {

    /** The place of the price in a state. */
    static final int PRICE = 0;

    /** The place of the cost. */
    static final int COST = 1;

    /** The place of the value. */
    static final int VALUE = 2;

    private static final double NEAR = 1e-4;

    private final double k;
    private final ValueDistribution values;
    private final ValueDistribution costs;
    private final double range;
    private final double direction;
    private final double costSlope;
    private final double valueSlope;

    /**
     * The equations.
     *
     * @param direction 1 for prices that rise with time, −1 for prices that fall
     */
    PathEquations(Traders traders, double k, double direction) {
        this.k = k;
        this.values = traders.values();
        this.costs = traders.costs();
        this.range = traders.range();
        this.direction = direction;
        double c = costs.upper();
        double nearC = NEAR * (c - costs.lower());
        this.costSlope = (3 * costRent(c) - 4 * costRent(c - nearC) + costRent(c - 2 * nearC)) / (2 * nearC);
        double v = values.lower();
        double nearV = NEAR * (values.upper() - v);
        this.valueSlope = (-3 * valueRent(v) + 4 * valueRent(v + nearV) - valueRent(v + 2 * nearV)) / (2 * nearV);
    }

    @Override
    public int getDimension() {
        return 3;
    }

    @Override
    public void computeDerivatives(double t, double[] state, double[] rates) {
        double seller = Math.max(0, state[PRICE] - state[COST]) * direction / range;
        double buyer = Math.max(0, state[VALUE] - state[PRICE]);
        rates[PRICE] = seller * buyer;
        rates[COST] = k * seller * costRent(state[COST]);
        rates[VALUE] = (1 - k) * buyer * direction / range * valueRent(state[VALUE]);
    }

    /** F/f, continued above the highest cost. */
    double costRent(double cost) {
        if (cost > costs.upper()) {
            return costRent(costs.upper()) + Math.max(0, costSlope) * (cost - costs.upper());
        }
        return cost <= costs.lower() ? 0 : costs.virtualCost(cost) - cost;
    }

    /** (1 − G)/g, continued below the lowest value. */
    double valueRent(double value) {
        if (value < values.lower()) {
            return valueRent(values.lower()) + Math.min(0, valueSlope) * (value - values.lower());
        }
        return value >= values.upper() ? 0 : 1 / values.hazardRate(value);
    }
}
