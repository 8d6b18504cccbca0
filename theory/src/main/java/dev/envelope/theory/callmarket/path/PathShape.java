package dev.envelope.theory.callmarket.path;

import dev.envelope.theory.callmarket.offer.GaussPanel;
import dev.envelope.theory.callmarket.offer.PathEnds;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.List;

/** What is asked of the shape of a path where the conditions leave it open: that it bends little, rises, and stays within the supports. */
final class PathShape {

    private static final int STAGES = GaussPanel.STAGES;
    private static final int STRIDE = MeshPath.STRIDE;

    private PathShape() {}

    /**
     * The differences between the rates at neighbouring points, of which the squares add up to the integral of the squared rate of
     * change.
     */
    static List<LinearEquation> bends(PathMesh mesh) {
        List<LinearEquation> bends = new ArrayList<>();
        for (int piece = 0; piece < mesh.pieces(); piece++) {
            int first = piece * STRIDE + MeshPath.RATES;
            for (int j = 1; j < STAGES; j++) {
                addBend(bends, first + 2 * (j - 1), 2, mesh.at(piece, j) - mesh.at(piece, j - 1));
            }
            if (piece + 1 < mesh.pieces()) {
                double distance = mesh.at(piece + 1, 0) - mesh.at(piece, STAGES - 1);
                addBend(bends, first + 2 * (STAGES - 1), MeshPath.RATES + 2, distance);
            }
        }
        return bends;
    }

    private static void addBend(List<LinearEquation> bends, int from, int step, double distance) {
        double[] row = new double[step + 1];
        row[0] = -1 / Math.sqrt(distance);
        row[step] = -row[0];
        bends.add(new LinearEquation(from, row, 0));
        bends.add(new LinearEquation(from + 1, row, 0));
    }

    /** What is at least {@code least} where price, value and cost rise at each point. */
    static List<LinearEquation> rises(PathMesh mesh, double least) {
        List<LinearEquation> rises = new ArrayList<>();
        for (int piece = 0; piece < mesh.pieces(); piece++) {
            for (int j = 0; j < STAGES; j++) {
                double root = Math.sqrt(mesh.width(piece) * GaussPanel.WEIGHTS[j]);
                int at = MeshPath.RATES + 2 * j;
                double[] costs = new double[at + 2 - MeshPath.LENGTH];
                costs[0] = root;
                costs[costs.length - 1] = -root;
                rises.add(new LinearEquation(piece * STRIDE + at, new double[] {root}, root * least));
                rises.add(new LinearEquation(piece * STRIDE + at + 1, new double[] {root}, root * least));
                rises.add(new LinearEquation(piece * STRIDE + MeshPath.LENGTH, costs, root * least));
            }
        }
        return rises;
    }

    /** What is at least {@code least} where the types that are open at the ends are within their supports. */
    static List<LinearEquation> rooms(PathMesh mesh, PathEnds ends, double least) {
        double[] value = {0, 1, 0};
        double[] cost = {0, -1, 1};
        double[] lessValue = {0, -1, 0};
        double[] lessCost = {0, 1, -1};
        int end = mesh.pieces() * STRIDE;
        ValueDistribution values = ends.market().values();
        ValueDistribution costs = ends.market().costs();
        return List.of(
                ends.cornerBelow()
                        ? new LinearEquation(0, value, values.lower() + least)
                        : new LinearEquation(0, cost, costs.lower() + least),
                ends.cornerAbove()
                        ? new LinearEquation(end, lessCost, least - costs.upper())
                        : new LinearEquation(end, lessValue, least - values.upper()));
    }
}
