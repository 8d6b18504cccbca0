package dev.envelope.theory.unlike.descent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Which bidders of an all-pay auction stop before the lowest bid, and where.
 *
 * <p>Followed on, the bids of a kind may come to where a lower bid earns it more, as where two others have no low values. It then
 * has stopped before, at the value to which the bid there is worth nothing, and whose lower values do not bid (as in Parreiras and
 * Rubinchik, <i>Games and Economic Behavior</i>, 2010). What that bid is depends on how the others go on, so that the place
 * is searched for; and where it has nothing to gain from its highest bid already, it never bids.
 */
public final class AllPayStops {

    private static final int MAX_STEPS = 100;
    private static final double RELATIVE = 1e-13;
    private static final double ABSOLUTE = 1e-13;

    /** How exact stops are to be at first, before all of them are moved together. */
    private static final double ROUGHLY = 1e-3;

    /** How exact paths are, at first and then. */
    private static final double ROUGH = 1e-7;

    private static final double FINE = ROUGH * 1e-7;

    private static final int POLISHES = 12;
    private static final double MOVE = 1e-6;

    /** What bids at stops may be worth that were moved together, in units of the highest value. */
    private static final double EXACT = 1e-12;

    /** What the bid at a stop may be worth, in units of the highest value: the search may end at a jump. */
    private static final double NOTHING = 1e-9;

    private final List<AllPayKind> kinds;
    private final double least;
    private final Effort effort;
    private final double accuracy;

    private AllPayStops(List<AllPayKind> kinds, double least, Effort effort, double accuracy) {
        this.kinds = kinds;
        this.least = least;
        this.effort = effort;
        this.accuracy = accuracy;
    }

    /** A path and the depths at which its kinds were to stop. */
    private static final class Settled {

        private final AllPayPath path;
        private final double[] leaving;

        Settled(AllPayPath path, double[] leaving) {
            this.path = path;
            this.leaving = leaving.clone();
        }
    }

    /**
     * The path on which nobody is stuck.
     *
     * @throws UnfollowedException where none is found
     */
    public static AllPayPath settled(List<AllPayKind> kinds, double least) {
        double[] leaving = new double[kinds.size()];
        Arrays.fill(leaving, Double.POSITIVE_INFINITY);
        Effort effort = new Effort();
        try {
            Settled rough = new AllPayStops(kinds, least, effort, ROUGH).settled(leaving);
            Optional<AllPayPath> polished = new AllPayStops(kinds, least, effort, FINE).polished(rough.leaving);
            if (polished.isPresent()) {
                return polished.get();
            }
        } catch (TooDeep e) {
            // a stop that is not exact may leave others stuck
        }
        try {
            return new AllPayStops(kinds, least, effort, FINE).settled(leaving).path;
        } catch (TooDeep e) {
            throw new UnfollowedException(stopless(kinds.get(e.kind)));
        }
    }

    private boolean isExact() {
        return accuracy <= FINE;
    }

    private Settled settled(double[] leaving) {
        AllPayPath path = AllPayDescent.follow(kinds, least, leaving, accuracy, effort);
        int stuck = path.stuck();
        if (stuck < 0) {
            return new Settled(path, leaving);
        }
        if (!Double.isInfinite(leaving[stuck])) {
            throw new TooDeep(stuck);
        }
        if (!(worth(leaving, stuck, 0) > 0)) {
            return settled(stoppedAt(leaving, stuck, 0));
        }
        double place = place(leaving, stuck, path.depth());
        Settled found = settled(stoppedAt(leaving, stuck, place));
        double worth = found.path.utility(stuck, Math.max(place, found.path.joined(stuck)));
        if (!(Math.abs(worth) <= NOTHING) && isExact()) {
            throw new UnfollowedException(stopless(kinds.get(stuck)));
        }
        return found;
    }

    private double place(double[] leaving, int kind, double end) {
        try {
            return new BrentSolver(RELATIVE, isExact() ? ABSOLUTE : ROUGHLY)
                    .solve(MAX_STEPS, depth -> worth(leaving, kind, depth), 0, end);
        } catch (MathIllegalArgumentException | MathIllegalStateException e) {
            throw new UnfollowedException(stopless(kinds.get(kind)));
        }
    }

    private static String stopless(AllPayKind kind) {
        return "bids of " + kind.type()
                + " come to where lower ones earn more, and there is no bid found at which they can end";
    }

    /** What its last bid is worth to {@code kind} where it stops at {@code depth}; below 0 where it is stuck before or never bids. */
    private double worth(double[] leaving, int kind, double depth) {
        try {
            AllPayPath path = settled(stoppedAt(leaving, kind, depth)).path;
            double last = Math.max(depth, path.joined(kind));
            return last <= path.depth() ? path.utility(kind, last) : -1;
        } catch (TooDeep e) {
            if (e.kind != kind) {
                throw e;
            }
            return -1;
        }
    }

    /** The path on which all last bids are worth nothing, from stops that are nearly so by Newton's method; empty where it does not get there. */
    private Optional<AllPayPath> polished(double[] leaving) {
        int[] stopping = IntStream.range(0, leaving.length)
                .filter(i -> leaving[i] > 0 && leaving[i] < Double.POSITIVE_INFINITY)
                .toArray();
        double[] at = leaving.clone();
        for (int i = 0; i < POLISHES; i++) {
            AllPayPath path = AllPayDescent.follow(kinds, least, at, accuracy, effort);
            double[] worth = worths(path, stopping, at);
            double most = Arrays.stream(worth).map(Math::abs).max().orElse(path.stuck() < 0 ? 0 : Double.NaN);
            if (most <= EXACT) {
                return Optional.of(path);
            }
            Optional<double[]> step = Double.isNaN(most) ? Optional.empty() : step(stopping, at, worth);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            for (int k = 0; k < stopping.length; k++) {
                at[stopping[k]] -= step.get()[k];
            }
        }
        return Optional.empty();
    }

    /** What their last bids are worth; not a number where somebody is stuck, or the path does not lead there. */
    private static double[] worths(AllPayPath path, int[] stopping, double[] at) {
        return IntStream.of(stopping)
                .mapToDouble(kind -> path.stuck() < 0 && at[kind] >= path.joined(kind) && at[kind] <= path.depth()
                        ? path.utility(kind, at[kind])
                        : Double.NaN)
                .toArray();
    }

    private Optional<double[]> step(int[] stopping, double[] at, double[] worth) {
        double[][] slopes = new double[stopping.length][stopping.length];
        for (int k = 0; k < stopping.length; k++) {
            double[] moved = at.clone();
            moved[stopping[k]] -= MOVE;
            double[] other = worths(AllPayDescent.follow(kinds, least, moved, accuracy, effort), stopping, moved);
            for (int j = 0; j < stopping.length; j++) {
                slopes[j][k] = (worth[j] - other[j]) / MOVE;
                if (!Double.isFinite(slopes[j][k])) {
                    return Optional.empty();
                }
            }
        }
        try {
            return Optional.of(new LUDecomposition(new Array2DRowRealMatrix(slopes, false))
                    .getSolver()
                    .solve(new ArrayRealVector(worth, false))
                    .toArray());
        } catch (SingularMatrixException e) {
            return Optional.empty();
        }
    }

    private static double[] stoppedAt(double[] leaving, int kind, double depth) {
        double[] stopped = leaving.clone();
        stopped[kind] = depth;
        return stopped;
    }

    /** How much is left to do, over all paths that are tried. */
    static final class Effort {

        private static final int MAX_EVALUATIONS = 300_000;

        private int left = MAX_EVALUATIONS;

        /** Counts one evaluation. */
        void spend() {
            left--;
            if (left < 0) {
                throw new UnfollowedException("where some bidders' bids end is not found with bounded effort");
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
