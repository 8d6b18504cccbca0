package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Quadrature;

/**
 * A distribution that knows its F and f, from which the rest is computed.
 *
 * <p>The special functions are those of Commons Math 3.6.1, which rest on its pure-Java {@code FastMath} and so give the
 * same bits everywhere; Commons Statistics calls {@code java.lang.Math}, which does not.
 */
interface NumericDistribution extends ValueDistribution {

    /** How many points of the support the virtual value is compared at. */
    int REGULARITY_GRID = 1024;

    /** F(x) for x inside the support. */
    double cdfInside(double x);

    /** f(x) for x in the support. */
    double densityInside(double x);

    @Override
    default double cdf(double x) {
        return x <= lower() ? 0 : x >= upper() ? 1 : Math.max(0, Math.min(1, cdfInside(x)));
    }

    @Override
    default double density(double x) {
        return x < lower() || x > upper() ? 0 : densityInside(x);
    }

    @Override
    default double quantile(double p) {
        Check.probability(p);
        return p == 1 ? upper() : Bisection.first(lower(), upper(), x -> cdf(x) >= p);
    }

    @Override
    default double mean() {
        return upper() - Quadrature.integrate(this::cdf, lower(), upper());
    }

    /** Whether the virtual value increases from each to the next of {@value #REGULARITY_GRID} points of the support. */
    @Override
    default boolean isRegular() {
        double step = (upper() - lower()) / REGULARITY_GRID;
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
