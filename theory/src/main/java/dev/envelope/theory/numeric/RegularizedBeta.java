package dev.envelope.theory.numeric;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.ContinuedFraction;
import org.apache.commons.math3.util.FastMath;

/**
 * I_x(a, b), the regularized incomplete beta function, at many x (DLMF 8.17.22): what does not depend on x is worked out once. The same bits as
 * those of {@link Beta#regularizedBeta(double, double, double, double, int)}, checked by {@code RegularizedBetaTest}.
 */
public final class RegularizedBeta {

    private static final double RELATIVE_ERROR = 1e-15;
    private static final int MAX_TERMS = 10_000;

    private final double a;
    private final double b;
    private final double logA;
    private final double logB;
    private final double logBeta;
    private final double logMirrored;

    /** I for {@code a} and {@code b}, both positive. */
    public RegularizedBeta(double a, double b) {
        this.a = a;
        this.b = b;
        this.logA = FastMath.log(a);
        this.logB = FastMath.log(b);
        this.logBeta = Beta.logBeta(a, b);
        this.logMirrored = Beta.logBeta(b, a);
    }

    /** I_x(a, b), x from 0 to 1. */
    public double at(double x) {
        return isFarUp(x, a, b) ? 1 - series(1 - x, b, a, logB, logMirrored) : series(x, a, b, logA, logBeta);
    }

    /** I_y(b, a) = 1 − I_{1−y}(a, b), as exact where it is small. */
    public double mirroredAt(double y) {
        return isFarUp(y, b, a) ? 1 - series(1 - y, a, b, logA, logBeta) : series(y, b, a, logB, logMirrored);
    }

    /**
     * The ratio of I_y(b, a) to its slope, as exact where both are small or large.
     *
     * @param y between 0 and 1
     */
    public double mirroredOverSlopeAt(double y) {
        return overSlope(y, 1 - y, b, a, logMirrored);
    }

    /** x·(1 − x)/a over the fraction, of which the factor before it is the slope. */
    private static double overSlope(double x, double above, double a, double b, double logBeta) {
        if (!isFarUp(x, a, b)) {
            return x * above / (a * new Fraction(a, b).evaluate(x, RELATIVE_ERROR, MAX_TERMS));
        }
        double slope = FastMath.exp((a - 1) * FastMath.log(x) + (b - 1) * FastMath.log(above) - logBeta);
        return 1 / slope - x * above / (b * new Fraction(b, a).evaluate(above, RELATIVE_ERROR, MAX_TERMS));
    }

    /** ln B(a, b). */
    public double logBeta() {
        return logBeta;
    }

    /** Whether the fraction converges faster at 1 − x. */
    private static boolean isFarUp(double x, double a, double b) {
        return x > (a + 1) / (2 + b + a) && 1 - x <= (b + 1) / (2 + b + a);
    }

    private static double series(double x, double a, double b, double logA, double logBeta) {
        double factor = FastMath.exp(a * FastMath.log(x) + b * FastMath.log1p(-x) - logA - logBeta);
        return factor / new Fraction(a, b).evaluate(x, RELATIVE_ERROR, MAX_TERMS);
    }

    /** 1 + d₁/(1 + d₂/(1 + …)). */
    private static final class Fraction extends ContinuedFraction {

        private final double a;
        private final double b;

        Fraction(double a, double b) {
            this.a = a;
            this.b = b;
        }

        @Override
        protected double getA(int n, double x) {
            return 1;
        }

        @Override
        protected double getB(int n, double x) {
            double m = (n - n % 2) / 2.0;
            return n % 2 == 0
                    ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                    : -((a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
        }
    }
}
