package dev.envelope.theory.asymmetric;

/**
 * One step of a differential equation by the modified midpoint rule extrapolated to step 0 (Gragg, Bulirsch, Stoer), order 10.
 */
final class Extrapolation {

    private static final int[] DIVISIONS = {2, 4, 6, 8, 10};

    private final BidDynamics dynamics;
    private final int size;
    private final double[][] table;
    private final double[] start;
    private final double[] slopes;
    private final double[] before;
    private final double[] here;

    Extrapolation(BidDynamics dynamics) {
        this.dynamics = dynamics;
        this.size = dynamics.classes() + 1;
        this.table = new double[DIVISIONS.length][size];
        this.start = new double[size];
        this.slopes = new double[size];
        this.before = new double[size];
        this.here = new double[size];
    }

    /**
     * The state a step of {@code h} in x away.
     *
     * @param scales what an error of 1 is, per component
     * @return the largest estimated error of a component, in its scale
     */
    double step(double[] from, double h, double[] scales, double[] to) {
        dynamics.slopes(from, start);
        double[] corrected = new double[size];
        double error = 0;
        for (int k = 0; k < DIVISIONS.length; k++) {
            midpoint(from, h, DIVISIONS[k], table[k]);
            for (int j = k - 1; j >= 0; j--) {
                double ratio = (double) DIVISIONS[k] / DIVISIONS[j];
                for (int c = 0; c < size; c++) {
                    double change = (table[j + 1][c] - table[j][c]) / (ratio * ratio - 1);
                    table[j][c] = table[j + 1][c] + change;
                    corrected[c] = change;
                }
            }
        }
        for (int c = 0; c < size; c++) {
            error = Math.max(error, Math.abs(corrected[c]) / scales[c]);
            to[c] = c < size - 1 ? Math.min(0, table[0][c]) : table[0][c];
        }
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    private void midpoint(double[] from, double h, int divisions, double[] result) {
        double small = h / divisions;
        for (int c = 0; c < size; c++) {
            before[c] = from[c];
            here[c] = from[c] + small * start[c];
        }
        for (int i = 1; i < divisions; i++) {
            dynamics.slopes(here, slopes);
            for (int c = 0; c < size; c++) {
                double next = before[c] + 2 * small * slopes[c];
                before[c] = here[c];
                here[c] = next;
            }
        }
        dynamics.slopes(here, slopes);
        for (int c = 0; c < size; c++) {
            result[c] = (before[c] + here[c] + small * slopes[c]) / 2;
        }
    }
}
