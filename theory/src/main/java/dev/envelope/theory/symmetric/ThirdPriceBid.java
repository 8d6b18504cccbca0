package dev.envelope.theory.symmetric;

import dev.envelope.theory.distribution.ValueDistribution;

/**
 * The symmetric equilibrium of the third-price auction, β(x) = x + F(x)/((n−2)·f(x)) for n ≥ 3 and log-concave F (Krishna,
 * Proposition 3.2). Bids exceed values; where f tends to 0 at the top they grow without bound, and the top type bids like the
 * number next to it.
 *
 * @param type F
 * @param bidders n, at least 3
 */
public record ThirdPriceBid(ValueDistribution type, int bidders) {

    private static final int GRID = 2048;

    /** How much F/f may fall from one point of the grid to the next, relative to itself, before it counts. */
    private static final double ROUNDING = 1e-9;

    /** Checks the number. */
    public ThirdPriceBid {
        if (bidders < 3) {
            throw new IllegalArgumentException("bidders: " + bidders + " (expected: at least 3, for a third price)");
        }
    }

    /** Whether F is log-concave, F/f not falling, at {@value #GRID} points of the support. */
    public boolean isLogConcave() {
        double before = 0;
        for (int i = 1; i < GRID; i++) {
            double share = i / (double) GRID;
            double here = reversedHazard((1 - share) * type.lower() + share * type.upper());
            if (!(here >= before * (1 - ROUNDING)) || Double.isInfinite(here)) {
                return false;
            }
            before = here;
        }
        return true;
    }

    /** β(x) for x in the support. */
    public double at(double x) {
        if (x <= type.lower()) {
            return x;
        }
        double inside = type.density(x) > 0 ? x : Math.nextDown(x);
        return x + reversedHazard(inside) / (bidders - 2);
    }

    private double reversedHazard(double x) {
        return type.cdf(x) / type.density(x);
    }
}
