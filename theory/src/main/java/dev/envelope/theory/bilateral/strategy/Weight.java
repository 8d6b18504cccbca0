package dev.envelope.theory.bilateral.strategy;

/** The check of the weight of the bid in the price. */
final class Weight {

    private Weight() {}

    /** Refuses what is not in [0, 1]. */
    static void check(double k) {
        if (!(k >= 0 && k <= 1)) {
            throw new IllegalArgumentException("k: " + k + " (expected: 0 to 1)");
        }
    }
}
