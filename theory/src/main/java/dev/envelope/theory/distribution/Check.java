package dev.envelope.theory.distribution;

/** The conditions that the parameters of several families share. */
final class Check {

    private Check() {}

    /** Refuses a support that is not a bounded interval with an inside. */
    static void support(String family, double lo, double hi) {
        finite(family, "lo", lo);
        finite(family, "hi", hi);
        if (!(lo < hi)) {
            throw new IllegalArgumentException(family + " lo: " + lo + " (expected: below hi, " + hi + ")");
        }
        if (Double.isInfinite(hi - lo)) {
            throw new IllegalArgumentException(family + " hi: " + hi + " (expected: hi - lo to be finite)");
        }
    }

    /** Refuses NaN and infinities. */
    static void finite(String family, String parameter, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    family + " " + parameter + ": " + value + " (expected: a finite number)");
        }
    }

    /** Refuses what is not a finite number above 0. */
    static void positive(String family, String parameter, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    family + " " + parameter + ": " + value + " (expected: a number above 0)");
        }
    }

    /** Refuses what is below 0. */
    static void atLeastZero(String family, String parameter, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(family + " " + parameter + ": " + value + " (expected: at least 0)");
        }
    }

    /** Refuses what is no probability. */
    static void probability(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p: " + p + " (expected: 0 to 1)");
        }
    }

    /** Refuses a map that is not increasing. */
    static void affine(double scale, double shift) {
        positive("affine", "scale", scale);
        finite("affine", "shift", shift);
    }
}
