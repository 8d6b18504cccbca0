package dev.envelope.theory.distribution;

import dev.envelope.theory.numeric.Bisection;

/**
 * The smallest number with F ≥ p, by Newton's method held in a shrinking bracket; its last bits by bisection.
 *
 * @param type F with its density
 */
record QuantileSearch(NumericDistribution type) {

    private static final int STEPS = 60;

    /** How many units in the last place around Newton's answer are searched. */
    private static final int ULPS = 64;

    /** The quantile at {@code p} below 1. */
    double at(double p) {
        double fails = type.lower();
        double holds = type.upper();
        if (type.cdf(fails) >= p) {
            return fails;
        }
        double x = fails + p * (holds - fails);
        for (int i = 0; i < STEPS; i++) {
            if (!(x > fails && x < holds)) {
                x = fails + (holds - fails) / 2;
            }
            double excess = type.cdf(x) - p;
            if (excess >= 0) {
                holds = x;
            } else {
                fails = x;
            }
            double step = excess / type.density(x);
            if (Math.abs(step) <= ULPS / 4 * Math.ulp(x)) {
                return exact(x - step, fails, holds, p);
            }
            x -= step;
        }
        return exact(holds, fails, holds, p);
    }

    /** Bisection near {@code x} where the answer is there, and in the whole bracket where it is not. */
    private double exact(double x, double fails, double holds, double p) {
        double near = ULPS * Math.ulp(x);
        double from = Math.max(fails, x - near);
        double to = Math.min(holds, x + near);
        boolean isBetween = from < to && !(from > fails && type.cdf(from) >= p) && (to == holds || type.cdf(to) >= p);
        return isBetween
                ? Bisection.first(from, to, y -> type.cdf(y) >= p)
                : Bisection.first(fails, holds, y -> type.cdf(y) >= p);
    }
}
