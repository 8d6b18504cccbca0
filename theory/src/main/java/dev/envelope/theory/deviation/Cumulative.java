package dev.envelope.theory.deviation;

import dev.envelope.theory.numeric.Quadrature;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** ∫ f from the first of some points to any other, known at the points and integrated from the nearest one below. */
final class Cumulative {

    private static final double ACCURACY = 1e-14;
    private static final double SMALLEST_SHARE = 1e-3;
    private static final int REFINEMENTS = 24;

    private final DoubleUnaryOperator f;
    private final double[] points;
    private final double[] integrals;

    /** The integral of {@code f}, which is smooth between {@code points}, in increasing order, and of the size of 1. */
    Cumulative(DoubleUnaryOperator f, double... points) {
        this.f = f;
        this.points = refined(points);
        this.integrals = new double[this.points.length];
        for (int i = 1; i < integrals.length; i++) {
            integrals[i] = integrals[i - 1] + piece(this.points[i - 1], this.points[i]);
        }
    }

    /** With points that approach the first, near which a distribution may rise like a root. */
    private static double[] refined(double... points) {
        if (points.length < 2) {
            return points.clone();
        }
        double[] refined = new double[points.length + REFINEMENTS];
        refined[0] = points[0];
        for (int i = 1; i <= REFINEMENTS; i++) {
            refined[REFINEMENTS + 1 - i] = points[0] + (points[1] - points[0]) * StrictMath.scalb(1.0, -2 * i);
        }
        System.arraycopy(points, 1, refined, REFINEMENTS + 1, points.length - 1);
        return refined;
    }

    /** The integral from the first point to {@code end}; 0 below it. */
    double to(double end) {
        if (end <= points[0]) {
            return 0;
        }
        int found = Arrays.binarySearch(points, end);
        int before = found >= 0 ? found : -found - 2;
        return integrals[before] + (end > points[before] ? piece(points[before], end) : 0);
    }

    private double piece(double from, double to) {
        double whole = points[points.length - 1] - points[0];
        return Quadrature.integrateWithin(ACCURACY * Math.max(to - from, SMALLEST_SHARE * whole), f, from, to);
    }
}
