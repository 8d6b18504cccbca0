package dev.envelope.theory.packages;

import java.util.Arrays;

/**
 * The core where one group's constraint is all that matters, as with one rival to all winners: those outside it pay together what it
 * asks for, all others their least. The nearest such payments add the same to each payer's reference, within its bounds. Checked by
 * {@code SoleConstraintTest} against the quadratic program.
 */
final class SoleConstraint {

    private final double[] lowest;
    private final double[] highest;
    private final CoreConstraint constraint;

    /** Payments from {@code lowest} to {@code highest}, one per winner, under {@code constraint}. */
    SoleConstraint(double[] lowest, double[] highest, CoreConstraint constraint) {
        this.lowest = lowest.clone();
        this.highest = highest.clone();
        this.constraint = constraint;
    }

    /** The payments nearest to {@code reference} of those of the least sum. */
    double[] nearest(double[] reference) {
        double[] ends = new double[2 * lowest.length];
        for (int k = 0; k < lowest.length; k++) {
            ends[2 * k] = lowest[k] - reference[k];
            ends[2 * k + 1] = highest[k] - reference[k];
        }
        Arrays.sort(ends);
        if (constraint.paid(lowest) >= constraint.least()) {
            return lowest.clone();
        }
        // What is paid is linear in what is added between these ends, and rises there.
        int above = 1;
        while (above < ends.length - 1 && constraint.paid(adding(ends[above], reference)) < constraint.least()) {
            above++;
        }
        double from = constraint.paid(adding(ends[above - 1], reference));
        double to = constraint.paid(adding(ends[above], reference));
        double share = to > from ? Math.min(1, (constraint.least() - from) / (to - from)) : 0;
        return adding(ends[above - 1] + share * (ends[above] - ends[above - 1]), reference);
    }

    private double[] adding(double more, double[] reference) {
        double[] payments = lowest.clone();
        for (int k = 0; k < payments.length; k++) {
            if (constraint.has(k)) {
                payments[k] = Math.max(lowest[k], Math.min(highest[k], reference[k] + more));
            }
        }
        return payments;
    }
}
