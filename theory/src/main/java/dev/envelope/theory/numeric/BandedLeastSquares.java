package dev.envelope.theory.numeric;

/**
 * The least-squares solution of linear equations each of which has a few neighbouring unknowns: the triangular factor, whose rows
 * are short too, takes up one equation after the other by Givens rotations (George &amp; Heath 1980).
 */
public final class BandedLeastSquares {

    /** A coefficient of which the square would be lost. */
    private static final double NONE = 1e-120;

    private final double[][] triangle;
    private final double[] right;
    private final int width;

    /** @param width how many unknowns a row of the triangular factor has at most, from its first on */
    public BandedLeastSquares(int unknowns, int width) {
        this.triangle = new double[unknowns][];
        this.right = new double[unknowns];
        this.width = width;
    }

    /** Adds the equation Σ {@code coefficients}[j] · unknown({@code first} + j) = {@code constant}. */
    public void add(int first, double[] coefficients, double constant) {
        double[] row = new double[width];
        System.arraycopy(coefficients, 0, row, 0, coefficients.length);
        double rest = constant;
        for (int column = first; column < triangle.length; column++) {
            if (Math.abs(row[0]) > NONE) {
                if (triangle[column] == null) {
                    triangle[column] = row;
                    right[column] = rest;
                    return;
                }
                rest = rotate(triangle[column], column, row, rest);
            }
            System.arraycopy(row, 1, row, 0, width - 1);
            row[width - 1] = 0;
        }
    }

    /** Turns the row's first coefficient into 0; its constant then. */
    private double rotate(double[] pivot, int column, double[] row, double constant) {
        double length = Math.sqrt(pivot[0] * pivot[0] + row[0] * row[0]);
        double cosine = pivot[0] / length;
        double sine = row[0] / length;
        for (int j = 0; j < width; j++) {
            double above = pivot[j];
            pivot[j] = cosine * above + sine * row[j];
            row[j] = cosine * row[j] - sine * above;
        }
        double above = right[column];
        right[column] = cosine * above + sine * constant;
        return cosine * constant - sine * above;
    }

    /** The unknowns; NaN among them where the equations leave some open. */
    public double[] solve() {
        double[] unknowns = new double[triangle.length];
        for (int i = triangle.length - 1; i >= 0; i--) {
            double[] row = triangle[i];
            double sum = row == null ? Double.NaN : right[i];
            for (int j = 1; row != null && j < width && i + j < unknowns.length; j++) {
                sum -= row[j] * unknowns[i + j];
            }
            unknowns[i] = row == null ? Double.NaN : sum / row[0];
        }
        return unknowns;
    }
}
