package dev.envelope.theory.asymmetric.collocation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where on the way down classes begin to bid, each between two panels: unknowns of {@link BoundaryNewton}. When one moves, the panels
 * from the break above to the one below keep their shares in what they cover.
 */
final class Breaks {

    private final List<PanelEquations> panels;
    private final int[] at;

    /** Where classes begin to bid on {@code panels}, which go downwards. */
    Breaks(List<PanelEquations> panels) {
        this.panels = panels;
        this.at = IntStream.range(1, panels.size())
                .filter(p ->
                        !Arrays.equals(panels.get(p).bids(), panels.get(p - 1).bids()))
                .toArray();
    }

    int count() {
        return at.length;
    }

    /** The first panel on which those that begin at break {@code k} bid. */
    int panel(int k) {
        return at[k];
    }

    /** The x of the first; −∞ where there is none. */
    double first() {
        return at.length > 0 ? panels.get(at[0]).from() : Double.NEGATIVE_INFINITY;
    }

    /**
     * By how much the margin of the highest type that begins to bid at break {@code k} exceeds 1/T without it: 0 where the break is where it
     * should be.
     */
    double eagerness(int k) {
        PanelEquations above = panels.get(at[k] - 1);
        boolean[] bids = panels.get(at[k]).bids();
        int m = bids.length;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            boolean begins = bids[i] && !above.bids()[i];
            highest = begins ? Math.max(highest, above.last().values()[i]) : highest;
        }
        return highest - above.last().state()[m] - above.last().slopes()[m];
    }

    /** How the eagerness at break {@code k} answers to the {@code changes} of the point there. */
    double eagernessChange(int k, double[] changes) {
        double[] shares = panels.get(at[k] - 1).last().jacobian()[changes.length - 1];
        double change = -changes[changes.length - 1];
        for (int c = 0; c < changes.length; c++) {
            change -= shares[c] * changes[c];
        }
        return change;
    }

    /** How the lengths of all panels answer to the x of break {@code k}. */
    double[] lengthening(int k) {
        double[] lengths = new double[panels.size()];
        spread(lengths, k == 0 ? 0 : at[k - 1], at[k], -1);
        spread(lengths, at[k], k == at.length - 1 ? lengths.length : at[k + 1], 1);
        return lengths;
    }

    private void spread(double[] lengths, int from, int to, double by) {
        double all = panels.get(from).from() - panels.get(to - 1).to();
        for (int p = from; p < to; p++) {
            lengths[p] = by * panels.get(p).length() / all;
        }
    }
}
