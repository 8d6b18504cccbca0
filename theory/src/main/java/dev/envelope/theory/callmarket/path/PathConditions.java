package dev.envelope.theory.callmarket.path;

import dev.envelope.theory.callmarket.offer.GaussPanel;
import dev.envelope.theory.callmarket.offer.PathEnds;
import dev.envelope.theory.numeric.BandedLeastSquares;
import java.util.ArrayList;
import java.util.List;

/**
 * The equations of a path on a mesh of which the sum of squares is to be least: the conditions of {@link SmoothField} at the points
 * with, linear in the unknowns, {@link PathLinks} and {@link PathShape}.
 *
 * <p>That a path rises ({@link Rise}) and stays within the supports is asked where it does not.
 */
final class PathConditions {

    private static final int STAGES = GaussPanel.STAGES;
    private static final int STRIDE = MeshPath.STRIDE;

    /** An equation reaches from any unknown of a piece to the first rates of the next. */
    private static final int WIDTH = STRIDE + MeshPath.RATES + 2;

    /** How strictly pieces are linked, against conditions. */
    private static final double STRICT = 1e3;

    /** How far a path stays away from the ends of supports, in the same units. */
    private static final double ROOM = 1e-3;

    private final SmoothField field;
    private final PathMesh mesh;
    private final double range;
    private final List<LinearEquation> links = new ArrayList<>();
    private final List<LinearEquation> bends = new ArrayList<>();

    /** Equations of what must not be negative. */
    private final List<LinearEquation> limits = new ArrayList<>();

    /**
     * @param rise how the path is asked to rise
     * @param curvature how much curvature weighs against the conditions
     */
    PathConditions(SmoothField field, PathEnds ends, PathMesh mesh, Rise rise, double curvature) {
        this.field = field;
        this.mesh = mesh;
        this.range = field.market().highest() - field.market().lowest();
        PathLinks.of(mesh, ends).forEach(each -> links.add(each.times(STRICT / range)));
        PathShape.bends(mesh).forEach(each -> bends.add(each.times(curvature / range)));
        PathShape.rises(mesh, rise.least() * range).forEach(each -> limits.add(each.times(rise.weight() / range)));
        PathShape.rooms(mesh, ends, ROOM * range).forEach(each -> limits.add(each.times(1 / range)));
    }

    /** The sum of squares. */
    double squares(MeshPath path) {
        double squares = conditionSquares(path);
        for (LinearEquation each : links) {
            double miss = each.miss(path.unknowns());
            squares += miss * miss;
        }
        for (LinearEquation each : bends) {
            double miss = each.miss(path.unknowns());
            squares += miss * miss;
        }
        for (LinearEquation each : limits) {
            double miss = Math.min(0, each.miss(path.unknowns()));
            squares += miss * miss;
        }
        return squares;
    }

    /** The mean square by which the conditions alone are missed, in units of the range. */
    double conditionSquares(MeshPath path) {
        double squares = 0;
        for (int piece = 0; piece < mesh.pieces(); piece++) {
            for (int j = 0; j < STAGES; j++) {
                double[] misses = field.residuals(path.point(piece, j));
                double weight = mesh.width(piece) * GaussPanel.WEIGHTS[j] / range / range;
                squares += weight * (misses[0] * misses[0] + misses[1] * misses[1]);
            }
        }
        return squares;
    }

    /** What a Gauss-Newton step takes from the unknowns of {@code path}; NaN among it where some stay open. */
    double[] step(MeshPath path) {
        BandedLeastSquares squares = new BandedLeastSquares(path.unknowns().length, WIDTH);
        // What weighs more comes first, or rounding would drown what weighs little.
        addAll(squares, links, path);
        for (int piece = 0; piece < mesh.pieces(); piece++) {
            for (int j = 0; j < STAGES; j++) {
                for (double[] miss : field.misses(path.point(piece, j))) {
                    addCondition(squares, piece, j, miss);
                }
            }
        }
        addAll(
                squares,
                limits.stream().filter(each -> each.miss(path.unknowns()) < 0).toList(),
                path);
        addAll(squares, bends, path);
        return squares.solve();
    }

    private static void addAll(BandedLeastSquares squares, List<LinearEquation> equations, MeshPath path) {
        equations.forEach(each -> squares.add(each.first(), each.coefficients(), each.miss(path.unknowns())));
    }

    /** A condition at point {@code j} of a piece, given what {@link SmoothField} says of it. */
    private void addCondition(BandedLeastSquares squares, int piece, int j, double[] miss) {
        double width = mesh.width(piece);
        double root = Math.sqrt(width * GaussPanel.WEIGHTS[j]) / range;
        double[] row = new double[STRIDE];
        row[MeshPath.PRICE] = root * miss[1];
        row[MeshPath.VALUE] = root * (miss[2] - miss[3]);
        row[MeshPath.SUM] = root * miss[3];
        row[MeshPath.LENGTH] = root * (miss[3] * width * GaussPanel.POINTS[j] + miss[6]);
        for (int i = 0; i < STAGES; i++) {
            double integral = width * GaussPanel.INTEGRALS[j][i];
            row[MeshPath.RATES + 2 * i] = root * miss[1] * integral;
            row[MeshPath.RATES + 2 * i + 1] = root * (miss[2] - miss[3]) * integral;
        }
        row[MeshPath.RATES + 2 * j] += root * miss[4];
        row[MeshPath.RATES + 2 * j + 1] += root * (miss[5] - miss[6]);
        squares.add(piece * STRIDE, row, root * miss[0]);
    }
}
