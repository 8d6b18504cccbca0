package dev.envelope.theory.unlike;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.MathIllegalStateException;

/**
 * Which bidders of an all-pay auction stop before the lowest bid, and where.
 *
 * <p>Followed on, the bids of a kind may come to where a lower bid earns it more, as where two others have no low values. It then
 * has stopped before, at the value to which the bid there is worth nothing, and whose lower values do not bid (as in Parreiras and
 * Rubinchik, <i>Games and Economic Behavior</i>, 2010). What that bid is depends on how the others go on, so that the place
 * is searched for; and where it has nothing to gain from its highest bid already, it never bids.
 */
final class AllPayStops {

    private static final int MAX_STEPS = 100;
    private static final double RELATIVE = 1e-15;
    private static final double ABSOLUTE = 1e-13;

    /** What the bid at a stop may be worth, in units of the highest value: the search may end at a jump. */
    private static final double NOTHING = 1e-9;

    private final List<AllPayKind> kinds;
    private final double least;
    private final Effort effort = new Effort();

    private AllPayStops(List<AllPayKind> kinds, double least) {
        this.kinds = kinds;
        this.least = least;
    }

    /**
     * The path on which nobody is stuck.
     *
     * @throws MathIllegalStateException where none is found
     */
    static AllPayPath settled(List<AllPayKind> kinds, double least) {
        double[] leaving = new double[kinds.size()];
        Arrays.fill(leaving, Double.POSITIVE_INFINITY);
        try {
            return new AllPayStops(kinds, least).settled(leaving);
        } catch (TooDeep e) {
            throw new MathIllegalStateException();
        }
    }

    private AllPayPath settled(double[] leaving) {
        AllPayPath path = AllPayDescent.follow(kinds, least, leaving, effort);
        int stuck = path.stuck();
        if (stuck < 0) {
            return path;
        }
        if (!Double.isInfinite(leaving[stuck])) {
            throw new TooDeep(stuck);
        }
        if (!(worth(leaving, stuck, 0) > 0)) {
            return settled(stoppedAt(leaving, stuck, 0));
        }
        double place = new BrentSolver(RELATIVE, ABSOLUTE)
                .solve(MAX_STEPS, depth -> worth(leaving, stuck, depth), 0, path.depth());
        AllPayPath found = settled(stoppedAt(leaving, stuck, place));
        if (!(Math.abs(found.utility(stuck, Math.max(place, found.joined(stuck)))) <= NOTHING)) {
            throw new MathIllegalStateException();
        }
        return found;
    }

    /** What its last bid is worth to {@code kind} where it stops at {@code depth}; below 0 where it is stuck before or never bids. */
    private double worth(double[] leaving, int kind, double depth) {
        try {
            AllPayPath path = settled(stoppedAt(leaving, kind, depth));
            double last = Math.max(depth, path.joined(kind));
            return last <= path.depth() ? path.utility(kind, last) : -1;
        } catch (TooDeep e) {
            if (e.kind != kind) {
                throw e;
            }
            return -1;
        }
    }

    private static double[] stoppedAt(double[] leaving, int kind, double depth) {
        double[] stopped = leaving.clone();
        stopped[kind] = depth;
        return stopped;
    }

    /** How much is left to do, over all paths that are tried. */
    static final class Effort {

        private static final int MAX_EVALUATIONS = 1_000_000;

        private int left = MAX_EVALUATIONS;

        /** Counts one evaluation. */
        void spend() {
            left--;
            if (left < 0) {
                throw new MathIllegalStateException();
            }
        }
    }

    /** A kind is stuck before the place at which it was to stop. */
    private static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int kind;

        TooDeep(int kind) {
            this.kind = kind;
        }
    }
}
