package dev.envelope.game.matching;

/**
 * Lines in a table of q rows and g columns, one place of each column on a line: (i, y + x·s_i) for all i, with the slopes s_i
 * different elements of a ring in which their differences have inverses, so that two lines share one place at most. Round x has
 * the q lines of one x.
 */
final class TransversalDesign {

    private TransversalDesign() {}

    /** Round {@code x} of as many as there are rows. Place i·q + y is row y of column i. */
    static int[] order(FiniteRing ring, int rows, int columns, int x) {
        int[] order = new int[rows * columns];
        for (int i = 0; i < columns; i++) {
            int shift = ring.product(x, ring.slope(i));
            for (int y = 0; y < rows; y++) {
                order[y * columns + i] = i * rows + ring.sum(y, shift);
            }
        }
        return order;
    }
}
