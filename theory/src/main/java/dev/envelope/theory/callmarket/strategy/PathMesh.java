package dev.envelope.theory.callmarket.strategy;

/** The points at which the conditions are asked of a path, on [0, 1]: the Gauss points of pieces that are shorter near both ends. */
final class PathMesh {

    /** Where pieces meet. */
    static final double[] EDGES = {0, 0.01, 0.05, 0.15, 0.325, 0.5, 0.675, 0.85, 0.95, 0.99, 1};

    /** How many points there are. */
    static final int POINTS = (EDGES.length - 1) * GaussPanel.STAGES;

    /** The points, increasing. */
    static final double[] AT = points();

    /** The weights of the points in an integral from 0 to 1. */
    static final double[] WEIGHTS = weights();

    /** The weight of point j in the integral from 0 to point i. */
    static final double[][] INTEGRALS = integrals();

    private PathMesh() {}

    private static double[] points() {
        double[] points = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            points[i] = from(i) + width(i) * GaussPanel.POINTS[i % GaussPanel.STAGES];
        }
        return points;
    }

    private static double[] weights() {
        double[] weights = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            weights[i] = width(i) * GaussPanel.WEIGHTS[i % GaussPanel.STAGES];
        }
        return weights;
    }

    private static double[][] integrals() {
        int stages = GaussPanel.STAGES;
        double[][] integrals = new double[POINTS][POINTS];
        for (int i = 0; i < POINTS; i++) {
            int start = i / stages * stages;
            System.arraycopy(WEIGHTS, 0, integrals[i], 0, start);
            for (int j = 0; j < stages; j++) {
                integrals[i][start + j] = width(i) * GaussPanel.INTEGRALS[i % stages][j];
            }
        }
        return integrals;
    }

    private static double from(int point) {
        return EDGES[point / GaussPanel.STAGES];
    }

    private static double width(int point) {
        return EDGES[point / GaussPanel.STAGES + 1] - from(point);
    }
}
