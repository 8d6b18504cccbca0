package dev.envelope.theory.symmetric;

import dev.envelope.theory.distribution.ValueDistribution;

/**
 * The symmetric equilibrium of the third-price auction, β(x) = x + F(x)/((n−2)·f(x)) for n ≥ 3 where that rises, as it does where F is log-concave
 * (Krishna, Proposition 3.2). Bids exceed values; where f tends to 0 at the top they grow without bound, and the top type bids like
 * the number next to it.
 *
 * <p>Bidding like type z, x earns more by a little more at the rate of E[(x − second-highest rival bid); the highest is z's], of the sign of x − z: by
 * the definition of β it is 0 at z = x, and x counts for A(z) = F(z)^(n−2). So no other bid is better wherever β rises. Checked by {@code
 * SymmetricSolverTest}, by bounds on gains.
 *
 * @param type F
 * @param bidders n, at least 3
 */
public record ThirdPriceBid(ValueDistribution type, int bidders) {

    private static final int GRID = 2048;

    /** How much a bid may fall from one point of the grid to the next, in units of the range of types, before it counts. */
    private static final double ROUNDING = 1e-9;

    /** Checks the number. */
    public ThirdPriceBid {
        if (bidders < 3) {
            throw new IllegalArgumentException("bidders: " + bidders + " (expected: at least 3, for a third price)");
        }
    }

    /** Whether β does not fall and is finite, at {@value #GRID} points of the support. */
    public boolean isIncreasing() {
        double before = Double.NEGATIVE_INFINITY;
        double fall = ROUNDING * (type.upper() - type.lower());
        for (int i = 1; i < GRID; i++) {
            double share = i / (double) GRID;
            double here = at((1 - share) * type.lower() + share * type.upper());
            if (!(here >= before - fall) || Double.isInfinite(here)) {
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
