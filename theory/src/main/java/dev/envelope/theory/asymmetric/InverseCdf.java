package dev.envelope.theory.asymmetric;

import dev.envelope.theory.distribution.ValueDistribution;

/**
 * The value at a given ln F, by Newton's method from the value asked for last.
 *
 * <p>Below F = {@value #TAIL} differences of special functions have no digits left; there F continues as a power of the
 * distance to the lower end. Not for use by several threads.
 */
final class InverseCdf {

    private static final double TAIL = 1e-11;
    private static final int STEPS = 12;
    private static final double ROUNDING = 4e-16;

    private final ValueDistribution type;
    private final double width;
    private final double tail;
    private final double logTail;
    private final double elasticity;
    private double last;

    InverseCdf(ValueDistribution type) {
        this.type = type;
        this.width = type.upper() - type.lower();
        this.tail = type.quantile(TAIL);
        double atTail = type.cdf(tail);
        this.logTail = atTail > 0 ? StrictMath.log(atTail) : Double.NEGATIVE_INFINITY;
        this.elasticity = (tail - type.lower()) * type.density(tail) / atTail;
        this.last = type.quantile(0.5);
    }

    /** The value v with ln F(v) = {@code logCdf}. */
    double at(double logCdf) {
        if (logCdf >= 0) {
            return type.upper();
        }
        if (logCdf < logTail) {
            return type.lower() + (tail - type.lower()) * StrictMath.exp((logCdf - logTail) / elasticity);
        }
        double p = StrictMath.exp(logCdf);
        double v = last;
        for (int i = 0; i < STEPS; i++) {
            double step = (p - type.cdf(v)) / type.density(v);
            double next = v + step;
            if (!(next >= type.lower() && next <= type.upper())) {
                break;
            }
            v = next;
            if (Math.abs(step) <= 1e-9 * width) {
                // Newton's steps square their error, so one more ends at rounding.
                v += (p - type.cdf(v)) / type.density(v);
                last = Math.max(type.lower(), Math.min(type.upper(), v));
                return last;
            }
            if (Math.abs(step) <= ROUNDING * width) {
                break;
            }
        }
        last = type.quantile(p);
        return last;
    }
}
