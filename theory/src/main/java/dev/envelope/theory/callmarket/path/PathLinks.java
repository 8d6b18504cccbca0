package dev.envelope.theory.callmarket.path;

import dev.envelope.theory.callmarket.offer.GaussPanel;
import dev.envelope.theory.callmarket.offer.PathEnds;
import java.util.ArrayList;
import java.util.List;

/** What makes one path of the pieces of a mesh: where it ends, that pieces join, and which types are at breaks. */
final class PathLinks {

    private static final int STAGES = GaussPanel.STAGES;
    private static final int STRIDE = MeshPath.STRIDE;

    private PathLinks() {}

    /** The equations, in the unit of types. */
    static List<LinearEquation> of(PathMesh mesh, PathEnds ends) {
        List<LinearEquation> links = new ArrayList<>(ends(mesh, ends));
        for (int piece = 0; piece < mesh.pieces(); piece++) {
            links.addAll(joints(mesh, piece));
            if (piece > 0) {
                links.add(start(mesh, piece));
            }
        }
        return links;
    }

    private static List<LinearEquation> ends(PathMesh mesh, PathEnds ends) {
        List<LinearEquation> equations = new ArrayList<>();
        double[] constants = ends.misses(new double[6]);
        for (int i = 0; i < 4; i++) {
            int end = i < 2 ? 0 : 3;
            double[] row = new double[3];
            for (int j = 0; j < 3; j++) {
                double[] change = new double[6];
                change[end + j] = 1;
                if (j == MeshPath.VALUE) {
                    // At the same sum of types a higher value is a lower cost.
                    change[end + 2] = -1;
                }
                row[j] = ends.slopes(change)[i];
            }
            equations.add(new LinearEquation(i < 2 ? 0 : mesh.pieces() * STRIDE, row, -constants[i]));
        }
        if (ends.restsBelow()) {
            equations.add(resting(0, 0, /* isValue= */ true));
        }
        if (ends.restsAbove()) {
            equations.add(resting(mesh.pieces() - 1, 1, /* isValue= */ false));
        }
        return equations;
    }

    /** Values or costs do not change at an end of a piece: their rate is 0. */
    private static LinearEquation resting(int piece, double share, boolean isValue) {
        double[] row = new double[MeshPath.RATES - MeshPath.LENGTH + 2 * STAGES];
        row[0] = isValue ? 0 : 1;
        for (int j = 0; j < STAGES; j++) {
            row[MeshPath.RATES - MeshPath.LENGTH + 2 * j + 1] = (isValue ? 1 : -1) * GaussPanel.weight(j, share);
        }
        return new LinearEquation(piece * STRIDE + MeshPath.LENGTH, row, 0);
    }

    /** A piece ends where the next begins. */
    private static List<LinearEquation> joints(PathMesh mesh, int piece) {
        double width = mesh.width(piece);
        double[][] rows = new double[3][STRIDE + 3];
        for (int i = 0; i < 3; i++) {
            rows[i][i] = 1;
            rows[i][STRIDE + i] = -1;
        }
        for (int j = 0; j < STAGES; j++) {
            rows[MeshPath.PRICE][MeshPath.RATES + 2 * j] = width * GaussPanel.WEIGHTS[j];
            rows[MeshPath.VALUE][MeshPath.RATES + 2 * j + 1] = width * GaussPanel.WEIGHTS[j];
        }
        rows[MeshPath.SUM][MeshPath.LENGTH] = width;
        List<LinearEquation> joints = new ArrayList<>();
        for (double[] row : rows) {
            joints.add(new LinearEquation(piece * STRIDE, row, 0));
        }
        return joints;
    }

    /** Where a piece begins is a break, or else the sum of types goes on at the same rate. */
    private static LinearEquation start(PathMesh mesh, int piece) {
        return mesh.breakAt(piece)
                .map(found -> new LinearEquation(
                        piece * STRIDE,
                        found.isValue() ? new double[] {0, 1, 0} : new double[] {0, -1, 1},
                        found.type()))
                .orElseGet(() -> {
                    double[] row = new double[STRIDE + 1];
                    row[0] = 1;
                    row[STRIDE] = -1;
                    return new LinearEquation((piece - 1) * STRIDE + MeshPath.LENGTH, row, 0);
                });
    }
}
