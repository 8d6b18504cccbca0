package dev.envelope.theory.symmetric;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import java.util.stream.DoubleStream;

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

    /** Whether β does not fall and is finite, at some {@value #GRID} points of the support and on both sides of every kink of F. */
    public boolean isIncreasing() {
        double before = Double.NEGATIVE_INFINITY;
        double fall = ROUNDING * (type.upper() - type.lower());
        for (double x : looked()) {
            double here = at(x);
            if (!(here >= before - fall) || Double.isInfinite(here)) {
                return false;
            }
            before = here;
        }
        return true;
    }

    /** Types inside the support, in increasing order. */
    private double[] looked() {
        double range = type.upper() - type.lower();
        double[] ends = Kinks.between(type.lower(), type.upper(), type.kinks());
        DoubleStream.Builder types = DoubleStream.builder();
        for (int piece = 1; piece < ends.length; piece++) {
            double from = ends[piece - 1];
            double to = ends[piece];
            int parts = (int) Math.ceil(GRID * ((to - from) / range));
            if (piece > 1) {
                types.add(Math.nextUp(Math.nextUp(from)));
            }
            for (int i = 1; i < parts; i++) {
                types.add(from + (to - from) * i / parts);
            }
            if (piece + 1 < ends.length) {
                types.add(Math.nextDown(Math.nextDown(to)));
            }
        }
        return types.build().toArray();
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
