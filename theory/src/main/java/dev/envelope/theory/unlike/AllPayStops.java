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

    private static final int MAX_PATHS = 2000;
    private static final int MAX_STEPS = 100;
    private static final double RELATIVE = 1e-15;
    private static final double ABSOLUTE = 1e-14;

    private final List<BidderKind> kinds;
    private final double least;
    private int paths;

    private AllPayStops(List<BidderKind> kinds, double least) {
        this.kinds = kinds;
        this.least = least;
    }

    /**
     * The path on which nobody is stuck.
     *
     * @throws MathIllegalStateException where none is found
     */
    static AllPayDescent settled(List<BidderKind> kinds, double least) {
        double[] leaving = new double[kinds.size()];
        Arrays.fill(leaving, Double.POSITIVE_INFINITY);
        try {
            return new AllPayStops(kinds, least).settled(leaving);
        } catch (TooDeep e) {
            throw new MathIllegalStateException();
        }
    }

    private AllPayDescent settled(double[] leaving) {
        paths++;
        if (paths > MAX_PATHS) {
            throw new MathIllegalStateException();
        }
        AllPayDescent path = AllPayDescent.of(kinds, least, leaving);
        int stuck = path.stuck();
        if (stuck < 0) {
            return path;
        }
        if (!Double.isInfinite(leaving[stuck])) {
            throw new TooDeep(stuck);
        }
        double first = path.joined(stuck);
        double place = worth(leaving, stuck, first) > 0
                ? new BrentSolver(RELATIVE, ABSOLUTE)
                        .solve(MAX_STEPS, depth -> worth(leaving, stuck, depth), first, path.depth())
                : first;
        return settled(stoppedAt(leaving, stuck, place));
    }

    /** What its bid there is worth to {@code kind} where it stops at {@code depth}; below 0 where it is stuck before. */
    private double worth(double[] leaving, int kind, double depth) {
        try {
            return settled(stoppedAt(leaving, kind, depth)).utility(kind, depth);
        } catch (TooDeep e) {
            if (e.kind != kind) {
                throw e;
            }
            return -kinds.get(kind).type().upper();
        }
    }

    private static double[] stoppedAt(double[] leaving, int kind, double depth) {
        double[] stopped = leaving.clone();
        stopped[kind] = depth;
        return stopped;
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
