package dev.envelope.theory.symmetric;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * x ↦ s(x) = ∫_a^x e^{λ(y−x)}·(F(y)/F(x))^c dy, kept at knots and integrated on from the last one below x:
 * s(x) = s(k)·e^{λ(k−x)}·(F(k)/F(x))^c + ∫_k^x. What is carried on only shrinks, so errors do not add up. Knots crowd towards where F is not
 * smooth; they are found when they are first needed. Checked by {@code ShadingTest}.
 */
public final class Shading implements DoubleUnaryOperator {

    /** How often the distance to an end of a piece is halved for another knot. */
    private static final int HALVINGS = 24;

    /** As many pieces have knots between their ends. */
    private static final int FEW = 16;

    /** The error of the integral from a knot on, relative to x, and to what is carried on. */
    private static final double OF_TYPE = 1e-15;

    private static final double OF_CARRIED = 1e-14;

    /** What a weight, relative to the one at x, adds nothing to. */
    private static final double NEGLIGIBLE = 1e-20;

    /** From which exponent on it pays to leave that out. */
    private static final double STEEP = 7;

    private final ValueDistribution type;
    private final double exponent;
    private final double lambda;
    private final double accuracy;
    private final double[] pieces;
    private volatile @Nullable Knots knots;

    /**
     * The integral from the first of {@code pieces}.
     *
     * @param exponent c, positive
     * @param lambda λ, 0 for the integral without a weight
     * @param accuracy an absolute error that does no harm
     * @param pieces a, where F is not smooth, and the highest x, in increasing order
     */
    public Shading(ValueDistribution type, double exponent, double lambda, double accuracy, double... pieces) {
        this.type = type;
        this.exponent = exponent;
        this.lambda = lambda;
        this.accuracy = accuracy;
        this.pieces = pieces.clone();
    }

    /** s(x); 0 where F(x) is, and up to a. */
    @Override
    public double applyAsDouble(double x) {
        double below = type.cdf(x);
        if (below == 0 || x <= pieces[0]) {
            return 0;
        }
        Knots known = knots;
        if (known == null) {
            known = new Knots(grid());
            knots = known;
        }
        return known.shading(x, below);
    }

    /** The ends of pieces, and what lies half, a quarter, an eighth … of the way from either. */
    private double[] grid() {
        TreeSet<Double> grid = new TreeSet<>();
        for (int i = 1; i < pieces.length; i++) {
            double width = pieces[i] - pieces[i - 1];
            grid.add(pieces[i - 1]);
            for (int k = 1; k <= HALVINGS && pieces.length <= FEW; k++) {
                grid.add(pieces[i - 1] + StrictMath.scalb(width, -k));
                grid.add(pieces[i] - StrictMath.scalb(width, -k));
            }
        }
        return grid.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What is known at some x in increasing order. */
    private final class Knots {

        private final double[] at;
        private final double[] below;
        private final double[] carried;

        Knots(double[] at) {
            this.at = at;
            this.below = Arrays.stream(at).map(type::cdf).toArray();
            this.carried = new double[at.length];
            for (int k = 1; k < at.length; k++) {
                carried[k] = below[k] == 0 ? 0 : onward(k - 1, at[k], below[k]);
            }
        }

        double shading(double x, double belowX) {
            int found = Arrays.binarySearch(at, x);
            return found >= 0 ? carried[found] : onward(-found - 2, x, belowX);
        }

        private double onward(int knot, double x, double belowX) {
            double sofar = carried[knot] * weight(at[knot], below[knot], x, belowX);
            double harmless = Math.max(accuracy, Math.max(OF_TYPE * Math.abs(x), OF_CARRIED * sofar));
            double from = Math.max(at[knot], felt(x, belowX));
            return from >= x
                    ? sofar
                    : sofar + Quadrature.integrateWithin(harmless, y -> weight(y, type.cdf(y), x, belowX), from, x);
        }

        /** From where on weights are felt at x, which may be so near that no rule over a whole piece meets it. */
        private double felt(double x, double belowX) {
            double steep = exponent < STEEP
                    ? Double.NEGATIVE_INFINITY
                    : type.quantile(belowX * StrictMath.pow(NEGLIGIBLE, 1 / exponent));
            return lambda > 0 ? Math.max(steep, x + StrictMath.log(NEGLIGIBLE) / lambda) : steep;
        }

        private double weight(double y, double belowY, double x, double belowX) {
            double share = StrictMath.pow(belowY / belowX, exponent);
            return lambda == 0 ? share : share * StrictMath.exp(lambda * (y - x));
        }
    }
}
