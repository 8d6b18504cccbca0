package dev.envelope.theory.asymmetric.collocation;

/** Gaussian elimination with partial pivoting on several right-hand sides at once. */
final class Elimination {

    private Elimination() {}

    /**
     * The solutions of A·X = B.
     *
     * @param matrix the rows of A and, after them, of B; overwritten
     * @param columns how many columns B has
     */
    static double[][] solved(double[][] matrix, int columns) {
        int n = matrix.length;
        for (int k = 0; k < n; k++) {
            bringUp(matrix, k);
            double[] pivot = matrix[k];
            for (int i = k + 1; i < n; i++) {
                double factor = matrix[i][k] / pivot[k];
                if (factor != 0) {
                    double[] row = matrix[i];
                    for (int j = k; j < n + columns; j++) {
                        row[j] -= factor * pivot[j];
                    }
                }
            }
        }
        double[][] solved = new double[n][columns];
        for (int k = n - 1; k >= 0; k--) {
            for (int c = 0; c < columns; c++) {
                double sum = matrix[k][n + c];
                for (int j = k + 1; j < n; j++) {
                    sum -= matrix[k][j] * solved[j][c];
                }
                solved[k][c] = sum / matrix[k][k];
            }
        }
        return solved;
    }

    private static void bringUp(double[][] matrix, int k) {
        int best = k;
        for (int i = k + 1; i < matrix.length; i++) {
            best = Math.abs(matrix[i][k]) > Math.abs(matrix[best][k]) ? i : best;
        }
        double[] row = matrix[k];
        matrix[k] = matrix[best];
        matrix[best] = row;
    }
}
