package dev.envelope.theory.bayes;

import java.util.Arrays;

/** The monotone piecewise-cubic curve through increasing points (Fritsch &amp; Carlson 1980; slopes by Butland's means). */
final class MonotoneCurve {

    private final double[] x;
    private final double[] y;
    private final double[] slope;

    MonotoneCurve(double[] x, double[] y) {
        int n = x.length;
        this.x = x;
        this.y = y;
        this.slope = new double[n];
        for (int k = 1; k + 1 < n; k++) {
            double before = x[k] - x[k - 1];
            double after = x[k + 1] - x[k];
            double left = (y[k] - y[k - 1]) / before;
            double right = (y[k + 1] - y[k]) / after;
            slope[k] = (after * left + before * right) / (before + after);
        }
        slope[0] = end(0, 1, 2);
        slope[n - 1] = end(n - 1, n - 2, n - 3);
    }

    /** The slope of the parabola through three points at the first, kept from overshooting. */
    private double end(int first, int second, int third) {
        double near = (y[second] - y[first]) / (x[second] - x[first]);
        double far = (y[third] - y[second]) / (x[third] - x[second]);
        double h = Math.abs(x[second] - x[first]);
        double parabola = near + (near - far) * h / (h + Math.abs(x[third] - x[second]));
        return parabola;
    }

    double at(double here) {
        int found = Arrays.binarySearch(x, here);
        if (found >= 0) {
            return y[found];
        }
        int k = Math.max(0, Math.min(x.length - 2, -found - 2));
        double h = x[k + 1] - x[k];
        double t = (here - x[k]) / h;
        double rise = y[k + 1] - y[k];
        return y[k] + t * t * (3 - 2 * t) * rise + h * t * (1 - t) * ((1 - t) * slope[k] - t * slope[k + 1]);
    }
}
