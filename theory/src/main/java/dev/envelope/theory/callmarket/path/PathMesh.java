package dev.envelope.theory.callmarket.path;

import dev.envelope.theory.callmarket.offer.GaussPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The pieces of a path and the points at which the conditions are asked of it, on [0, 1]: Gauss points of pieces that are shorter
 * near both ends. Pieces meet where the path has a break.
 *
 * @param edges where pieces meet, 0 and 1 included
 * @param breaks in increasing order
 */
record PathMesh(List<Double> edges, List<PathBreak> breaks) {

    private static final List<Double> EDGES = List.of(0.0, 0.01, 0.05, 0.15, 0.325, 0.5, 0.675, 0.85, 0.95, 0.99, 1.0);

    /** An edge that is nearer to a break than this share of the shorter piece beside it gives way. */
    private static final double NEAR = 0.3;

    /** The mesh of a path with {@code breaks}. */
    static PathMesh of(List<PathBreak> breaks) {
        List<Double> edges = new ArrayList<>(EDGES);
        for (int i = EDGES.size() - 2; i > 0; i--) {
            double edge = EDGES.get(i);
            double near = NEAR * Math.min(edge - EDGES.get(i - 1), EDGES.get(i + 1) - edge);
            if (breaks.stream().anyMatch(each -> Math.abs(each.at() - edge) < near)) {
                edges.remove(i);
            }
        }
        return new PathMesh(edges, List.of()).with(breaks);
    }

    private PathMesh with(List<PathBreak> more) {
        TreeSet<Double> all = new TreeSet<>(edges);
        more.forEach(each -> all.add(each.at()));
        return new PathMesh(List.copyOf(all), List.copyOf(more));
    }

    /** The same with each of the {@code pieces} in two halves. */
    PathMesh halved(List<Integer> pieces) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < pieces(); i++) {
            all.add(edges.get(i));
            if (pieces.contains(i)) {
                all.add((edges.get(i) + edges.get(i + 1)) / 2);
            }
        }
        all.add(1.0);
        return new PathMesh(List.copyOf(all), breaks);
    }

    int pieces() {
        return edges.size() - 1;
    }

    double from(int piece) {
        return edges.get(piece);
    }

    double width(int piece) {
        return edges.get(piece + 1) - edges.get(piece);
    }

    /** Where point {@code j} of a piece is. */
    double at(int piece, int j) {
        return from(piece) + width(piece) * GaussPanel.POINTS[j];
    }

    /** The break where a piece begins. */
    Optional<PathBreak> breakAt(int piece) {
        return breaks.stream().filter(each -> each.at() == from(piece)).findFirst();
    }
}
