package dev.envelope.theory.asymmetric.dynamics;

import dev.envelope.theory.distribution.ValueDistribution;

/**
 * The value at a given ln F, by Newton's method from the value asked for last.
 *
 * <p>Below F = {@value #TAIL} differences of special functions have no digits left; there F continues as a power of the
 * distance to the lower end. Not for use by several threads.
 */
public final class InverseCdf {

    private static final double TAIL = 1e-11;

    /** How far the tail reaches at least, in units of the width and of rounding. */
    private static final double NEAREST = 1e-11;

    private static final double DISTINCT = 1e3;
    private static final double HALF = 0.5;
    private static final int STEPS = 12;
    private static final double ROUNDING = 4e-16;

    private final ValueDistribution type;
    private final double width;
    private final double tail;
    private final double logTail;
    private final double elasticity;
    private double last;
    private double slope;

    public InverseCdf(ValueDistribution type) {
        this.type = type;
        this.width = type.upper() - type.lower();
        double nearest = Math.max(NEAREST * width, DISTINCT * Math.ulp(type.lower()));
        this.tail = Math.max(type.quantile(TAIL), type.lower() + nearest);
        double atTail = type.cdf(tail);
        this.logTail = atTail > 0 ? StrictMath.log(atTail) : Double.NEGATIVE_INFINITY;
        this.elasticity = (tail - type.lower()) * type.density(tail) / atTail;
        this.last = type.quantile(0.5);
    }

    /** The length of the support. */
    double width() {
        return width;
    }

    /** The exponent of the power that F continues as below its tail. */
    double elasticity() {
        return elasticity;
    }

    /** The derivative of the value answered last, F/f; +∞ where there is no density. */
    double slope() {
        return slope;
    }

    /**
     * The value v with ln F(v) = {@code logCdf}, searched from {@code near} on; above 0 continued by its mirror image.
     */
    double continued(double logCdf, double near) {
        double start = logCdf > 0 ? 2 * type.upper() - near : near;
        last = start > type.lower() && start < type.upper() ? start : last;
        return logCdf > 0 ? 2 * type.upper() - at(-logCdf) : at(logCdf);
    }

    /** The value v with ln F(v) = {@code logCdf}. */
    public double at(double logCdf) {
        if (logCdf >= 0) {
            slope = 1 / type.density(type.upper());
            return type.upper();
        }
        if (logCdf < logTail) {
            double above = (tail - type.lower()) * StrictMath.exp((logCdf - logTail) / elasticity);
            slope = above / elasticity;
            return type.lower() + above;
        }
        double value = inside(logCdf);
        slope = StrictMath.exp(logCdf) / type.density(value);
        return value;
    }

    /** ln F(v), to rounding also where F is nearly 1; above the support continued by its mirror image, but for the sign. */
    double log(double v) {
        if (v > type.upper()) {
            return -log(2 * type.upper() - v);
        }
        double above = type.survival(v);
        return above < HALF ? StrictMath.log1p(-above) : StrictMath.log(type.cdf(v));
    }

    private double inside(double logCdf) {
        double p = StrictMath.exp(logCdf);
        double above = -StrictMath.expm1(logCdf);
        double v = last > type.lower() ? last : type.quantile(p);
        for (int i = 0; i < STEPS; i++) {
            double missed = above < HALF ? type.survival(v) - above : p - type.cdf(v);
            double step = missed / type.density(v);
            double next = v + step;
            if (!(next >= type.lower() && next <= type.upper())) {
                break;
            }
            v = next;
            // Newton's steps square their error relative to the distance from the ends.
            if (Math.abs(step) <= 1e-9 * Math.min(v - type.lower(), type.upper() - v)
                    || Math.abs(step) <= ROUNDING * width) {
                last = v;
                return v;
            }
        }
        last = type.quantile(p);
        return last;
    }
}
