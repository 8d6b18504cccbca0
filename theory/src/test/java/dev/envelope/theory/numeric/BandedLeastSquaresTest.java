package dev.envelope.theory.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.junit.jupiter.api.Test;

class BandedLeastSquaresTest {

    private static final int UNKNOWNS = 12;
    private static final int WIDTH = 4;

    @Test
    void theSolutionIsThatOfTheFullMatrix() {
        SplittableRandom random = new SplittableRandom(3);
        int rows = 3 * UNKNOWNS;
        double[][] matrix = new double[rows][UNKNOWNS];
        double[] right = new double[rows];
        BandedLeastSquares banded = new BandedLeastSquares(UNKNOWNS, WIDTH);
        for (int i = 0; i < rows; i++) {
            int first = random.nextInt(UNKNOWNS - WIDTH + 1);
            double[] row = random.doubles(WIDTH, -1, 1).toArray();
            right[i] = random.nextDouble();
            System.arraycopy(row, 0, matrix[i], first, WIDTH);
            banded.add(first, row, right[i]);
        }
        double[] expected = new QRDecomposition(new Array2DRowRealMatrix(matrix))
                .getSolver()
                .solve(new ArrayRealVector(right))
                .toArray();
        assertThat(banded.solve()).containsExactly(expected, within(1e-12));
    }

    @Test
    void whatTheEquationsLeaveOpenIsNoNumber() {
        BandedLeastSquares banded = new BandedLeastSquares(2, 2);
        banded.add(0, new double[] {1}, 1);
        assertThat(banded.solve()[1]).isNaN();
    }
}
