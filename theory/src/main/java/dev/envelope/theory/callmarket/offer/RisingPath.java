package dev.envelope.theory.callmarket.offer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A path on which prices and types rise everywhere, given one on which they nearly do.
 *
 * <p>Where the chance that an offer matters is tiny the conditions say nothing, and a path may fall there. Such a stretch becomes a line
 * between the nearest ends of pieces between which all rise. What that costs, the search for deviations says.
 */
public final class RisingPath {

    private final List<List<GaussPanel>> curves;
    private final int pieces;

    private RisingPath(OfferPath path) {
        this.curves = List.of(path.prices(), path.values(), path.costs());
        this.pieces = path.prices().size();
    }

    /** {@code path} where it rises, else with lines in it; empty where not even its ends are above each other. */
    public static Optional<OfferPath> of(OfferPath path) {
        if (path.isRising()) {
            return Optional.of(path);
        }
        return new RisingPath(path)
                .straightened()
                .map(curves -> new OfferPath(
                        path.market(), path.k(), path.ends(), curves.get(0), curves.get(1), curves.get(2)));
    }

    private Optional<List<List<GaussPanel>>> straightened() {
        boolean[] isLine = new boolean[pieces];
        for (int i = 0; i < pieces; i++) {
            int piece = i;
            isLine[i] = !curves.stream().allMatch(curve -> curve.get(piece).isRising());
        }
        int from = 0;
        while (from < pieces) {
            int to = from;
            while (to < pieces && isLine[to]) {
                to++;
            }
            if (to == from || rises(from, to)) {
                from = Math.max(to, from + 1);
                continue;
            }
            if (from == 0 && to == pieces) {
                return Optional.empty();
            }
            isLine[Math.max(0, from - 1)] = true;
            isLine[Math.min(pieces - 1, to)] = true;
            from = 0;
        }
        return Optional.of(
                curves.stream().map(curve -> withLines(curve, isLine)).toList());
    }

    /** Whether all curves are higher where piece {@code to} begins than where piece {@code from} does. */
    private boolean rises(int from, int to) {
        return curves.stream()
                .allMatch(curve -> line(curve, from, to).slope(curve.get(from).from()) > 0);
    }

    private static GaussPanel line(List<GaussPanel> curve, int from, int to) {
        GaussPanel first = curve.get(from);
        GaussPanel last = curve.get(to - 1);
        double width = last.to() - first.from();
        double[] slopes = new double[GaussPanel.STAGES];
        Arrays.fill(slopes, (last.end() - first.start()) / width);
        return new GaussPanel(first.from(), width, first.start(), slopes);
    }

    private static List<GaussPanel> withLines(List<GaussPanel> curve, boolean[] isLine) {
        List<GaussPanel> pieces = new ArrayList<>();
        int from = 0;
        while (from < isLine.length) {
            int to = from;
            while (to < isLine.length && isLine[to]) {
                to++;
            }
            pieces.add(to == from ? curve.get(from) : line(curve, from, to));
            from = Math.max(to, from + 1);
        }
        return List.copyOf(pieces);
    }
}
