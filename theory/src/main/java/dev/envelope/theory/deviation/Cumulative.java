package dev.envelope.theory.deviation;

import dev.envelope.theory.numeric.Quadrature;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** ∫ f from the first of some points to any other, known at the points and integrated from the nearest one below. */
final class Cumulative {

    private static final double ACCURACY = 1e-15;

    private final DoubleUnaryOperator f;
    private final double[] points;
    private final double[] integrals;

    /** The integral of {@code f}, which is smooth between {@code points}, in increasing order, and of the size of 1. */
    Cumulative(DoubleUnaryOperator f, double... points) {
        this.f = f;
        this.points = points.clone();
        this.integrals = new double[points.length];
        for (int i = 1; i < points.length; i++) {
            integrals[i] = integrals[i - 1] + piece(points[i - 1], points[i]);
        }
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
        return Quadrature.integrateWithin(ACCURACY * (to - from), f, from, to);
    }
}
