package dev.envelope.theory.callmarket.path;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.GaussPanel;
import dev.envelope.theory.callmarket.offer.PathEnds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path that meets the conditions of {@link SmoothField} as nearly as a path with little curvature can, by least squares: price
 * x and value V over the sum of types V + C, by their rates ẋ and V̇ at the points of a {@link PathMesh}.
 *
 * <p>From a line on, the weight of curvature is reduced in steps, each solved by Gauss-Newton steps from the last. The conditions
 * leave two parameters open; a path that leaves the smoothest one bends ever more towards its ends, so what weight is left
 * selects that one, and costs in the conditions no more than itself. Where a density is not smooth the path has a break; where
 * the breaks are is found anew at every weight. Pieces on which the conditions hold at the points and not between them are halved.
 */
final class PathFit {

    private static final double[] WEIGHTS = {1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7};

    /** The weights from which on there are breaks, and from which on pieces are halved. */
    private static final double BROKEN = 1e-2;

    private static final double HALVED = 1e-3;

    private static final int STEPS = 8;
    private static final int LAST_STEPS = 24;
    private static final double CONVERGED = 1e-10;
    /** By how much the sum of squares may grow, by rounding, in a step that is taken. */
    private static final double ROUNDING = 1e-20;

    private static final double SHORTEST = 1e-4;

    /** How often breaks are sought anew and pieces halved at the least weight. */
    private static final int ROUNDS = 8;

    private static final int MOST_PIECES = 60;

    /** By how much conditions are missed on a piece that is halved, in units of the range, and against its points. */
    private static final double MISSED = 1e-7;

    private static final double UNEVEN = 4;

    /** A path that misses the conditions by this comes no nearer on a finer mesh. */
    private static final double HOPELESS = 0.03;

    private final SmoothField field;
    private final PathEnds ends;
    private final Rise rise;
    private final double range;
    private MeshPath path;

    /** The line from which to start is away from the corners by a share {@code off} of the range of prices. */
    PathFit(Population market, double k, PathEnds ends, Rise rise, double off) {
        this.field = new SmoothField(market, k);
        this.ends = ends;
        this.rise = rise;
        this.range = market.highest() - market.lowest();
        this.path = MeshPath.line(market, PathMesh.of(List.of()), ends.guess(k, off));
    }

    /**
     * The path; how far it is from the conditions {@link #miss} says. Empty where the line from which to start is not within the
     * supports, a step is the solution of a singular system, or the path is too far from the conditions to refine.
     */
    Optional<MeshPath> solve() {
        if (!path.isInside()) {
            return Optional.empty();
        }
        for (double weight : WEIGHTS) {
            if (weight <= BROKEN && !isBrokenWhereItShould()) {
                moveTo(path.on(PathMesh.of(PathBreak.of(path))));
            }
            if (!converge(weight)) {
                return Optional.empty();
            }
            if (weight <= HALVED && halve() && !converge(weight)) {
                return Optional.empty();
            }
        }
        if (miss() > HOPELESS) {
            return Optional.empty();
        }
        for (int round = 0; round < ROUNDS; round++) {
            boolean isChanged = isBrokenWhereItShould() ? halve() : moveTo(path.on(PathMesh.of(PathBreak.of(path))));
            if (!isChanged) {
                break;
            }
            if (!converge(least())) {
                return Optional.empty();
            }
        }
        return Optional.of(path);
    }

    /** The root of the mean square by which the conditions are missed, in units of the range. */
    double miss() {
        return Math.sqrt(new PathConditions(field, ends, path.mesh(), rise, 0).conditionSquares(path));
    }

    private static double least() {
        return WEIGHTS[WEIGHTS.length - 1];
    }

    /** Halves the pieces that are too long; false, and no change, where none is or they cannot be. */
    private boolean halve() {
        List<Integer> pieces = new ArrayList<>();
        for (int piece = 0; piece < path.mesh().pieces(); piece++) {
            double at = 0;
            double between = 0;
            for (int j = 0; j <= GaussPanel.STAGES; j++) {
                at = j < GaussPanel.STAGES ? Math.max(at, miss(path.point(piece, j))) : at;
                between = Math.max(between, miss(path.between(piece, j)));
            }
            if (between > Math.max(MISSED, UNEVEN * at)) {
                pieces.add(piece);
            }
        }
        if (pieces.isEmpty() || path.mesh().pieces() + pieces.size() > MOST_PIECES) {
            return false;
        }
        MeshPath even = path.normalised();
        return moveTo(even.on(even.mesh().halved(pieces)));
    }

    /** Goes on with the same path on another mesh; false, and no change, where its points there are not within the supports. */
    private boolean moveTo(MeshPath moved) {
        boolean isInside = moved.isInside();
        path = isInside ? moved : path;
        return isInside;
    }

    private double miss(double[] point) {
        double[] misses = field.residuals(point);
        return Math.max(Math.abs(misses[0]), Math.abs(misses[1])) / range;
    }

    /** Whether the path has the breaks that belong to the types on it, in their order. */
    private boolean isBrokenWhereItShould() {
        List<PathBreak> here = path.mesh().breaks();
        List<PathBreak> there = PathBreak.of(path);
        boolean holds = here.size() == there.size();
        for (int i = 0; holds && i < here.size(); i++) {
            holds = here.get(i).isOfSameType(there.get(i));
        }
        return holds;
    }

    /** Steps until none changes much; false where a step is the solution of a singular system. */
    private boolean converge(double weight) {
        PathConditions conditions = new PathConditions(field, ends, path.mesh(), rise, weight);
        boolean isLast = weight == least();
        double change = Double.POSITIVE_INFINITY;
        for (int i = 0; i < (isLast ? LAST_STEPS : STEPS) && change > (isLast ? CONVERGED : 1e-3 * weight); i++) {
            change = step(conditions);
        }
        return !Double.isNaN(change);
    }

    /** The largest change of an unknown, in units of the range; 0 where no step is better, NaN where there is none. */
    private double step(PathConditions conditions) {
        double[] change = conditions.step(path);
        double most = 0;
        for (double each : change) {
            most = Math.max(most, Math.abs(each) / range);
        }
        if (Double.isNaN(most)) {
            return Double.NaN;
        }
        double before = conditions.squares(path);
        for (double share = 1; share > SHORTEST; share /= 2) {
            MeshPath moved = path.less(change, share);
            if (moved.isInside() && conditions.squares(moved) <= before + ROUNDING) {
                path = moved;
                return share * most;
            }
        }
        return 0;
    }
}
