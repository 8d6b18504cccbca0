package dev.envelope.game.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines in a table of q rows and g columns, one place of each column on a line: (i, y + x·s_i) for all i, with the slopes s_i
 * different elements of a ring in which their differences have inverses, so that two lines share one place at most. Round x has
 * the q lines of one x.
 */
final class TransversalDesign {

    private TransversalDesign() {}

    /**
     * The first {@code wanted} of q rounds; none where no ring of q elements has g such slopes. Place i·q + y is row y of column i.
     */
    static List<int[]> rounds(int rows, int columns, int wanted) {
        List<int[]> rounds = new ArrayList<>();
        FiniteRing ring = FiniteRing.of(rows);
        if (ring.slopes() < columns) {
            return rounds;
        }
        for (int x = 0; x < StrictMath.min(rows, wanted); x++) {
            int[] order = new int[rows * columns];
            for (int y = 0; y < rows; y++) {
                for (int i = 0; i < columns; i++) {
                    order[y * columns + i] = i * rows + ring.sum(y, ring.product(x, ring.slope(i)));
                }
            }
            rounds.add(order);
        }
        return rounds;
    }
}
