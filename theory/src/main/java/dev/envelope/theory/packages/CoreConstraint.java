package dev.envelope.theory.packages;

/**
 * What winners outside a group of bidders pay together, at least, so that the group does not block.
 *
 * @param payers one bit per winner, set where it is outside
 * @param least in money
 */
record CoreConstraint(long payers, double least) {

    /** Whether winner {@code winner} is outside the group. */
    boolean has(int winner) {
        return (payers >>> winner & 1) == 1;
    }

    /** What those outside pay together. */
    double paid(double[] payments) {
        double total = 0;
        for (int k = 0; k < payments.length; k++) {
            total += has(k) ? payments[k] : 0;
        }
        return total;
    }
}
