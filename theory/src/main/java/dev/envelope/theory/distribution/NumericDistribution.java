package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.Quadrature;

/**
 * A distribution that knows its F and f, from which the rest is computed.
 *
 * <p>The special functions are those of Commons Math 3.6.1, which rest on its pure-Java {@code FastMath} and so give the
 * same bits everywhere; Commons Statistics calls {@code java.lang.Math}, which does not.
 */
public interface NumericDistribution extends ValueDistribution {

    /** How many points of the support the virtual value is compared at. */
    int REGULARITY_GRID = 1024;

    /** How near to a kink its two sides are looked at, in units of the width of the support. */
    double NEAR = 1e-9;

    /** F(x) for x inside the support. */
    double cdfInside(double x);

    /** 1 − F(x) for x inside the support. */
    default double survivalInside(double x) {
        return 1 - cdfInside(x);
    }

    /** f(x) for x in the support. */
    double densityInside(double x);

    @Override
    default double cdf(double x) {
        return x <= lower() ? 0 : x >= upper() ? 1 : Math.max(0, Math.min(1, cdfInside(x)));
    }

    @Override
    default double survival(double x) {
        return x <= lower() ? 1 : x >= upper() ? 0 : Math.max(0, Math.min(1, survivalInside(x)));
    }

    @Override
    default double density(double x) {
        return x < lower() || x > upper() ? 0 : densityInside(x);
    }

    @Override
    default double quantile(double p) {
        Check.probability(p);
        return p == 1 ? upper() : new QuantileSearch(this).at(p);
    }

    @Override
    default double mean() {
        double below = 0;
        double from = lower();
        for (double kink : kinks()) {
            below += Quadrature.integrate(this::cdf, from, kink);
            from = kink;
        }
        return upper() - below - Quadrature.integrate(this::cdf, from, upper());
    }

    /**
     * Whether the virtual value increases from each to the next of {@value #REGULARITY_GRID} points of the support, and over
     * each kink.
     */
    @Override
    default boolean isRegular() {
        double width = upper() - lower();
        for (double kink : kinks()) {
            if (virtualValue(kink - NEAR * width) > virtualValue(kink + NEAR * width)) {
                return false;
            }
        }
        double step = width / REGULARITY_GRID;
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < REGULARITY_GRID; i++) {
            double here = virtualValue(lower() + i * step);
            if (here < before) {
                return false;
            }
            before = here;
        }
        return before <= upper();
    }
}
