package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * One of the continuum of smooth symmetric equilibria of the k-double auction, 0 &lt; k &lt; 1: the one with the least curvature of
 * prices and types over the sum of the types that offer the same ({@link PathFit}). With one of each and uniform types it is the
 * linear one of Chatterjee and Samuelson. Checked by {@code SmoothOffersTest}.
 */
final class SmoothOffers {

    private static final int N = PathMesh.POINTS;

    /** Above this a path is no solution but as near as a path comes that ends otherwise. */
    private static final double MISSED = 1e-3;

    /** How far lines are from corners, from each of which a path is looked for until there is one. */
    private static final double[] STARTS = {0.3, 0.1, 0.6};

    private SmoothOffers() {}

    /** The path of offers; empty where none was found that meets the conditions and rises. */
    static Optional<OfferPath> of(Population market, double k) {
        return market.isTradeUncertain()
                ? DoubleStream.of(STARTS)
                        .boxed()
                        .flatMap(off -> ends(market).stream().flatMap(end -> path(market, k, end, off).stream()))
                        .findFirst()
                : Optional.empty();
    }

    /** How a path may end, at the ends of supports first. */
    private static List<PathEnds> ends(Population market) {
        List<PathEnds> ends = new ArrayList<>();
        boolean mayEndBelow = market.values().lower() > market.costs().lower();
        boolean mayEndAbove = market.values().upper() > market.costs().upper();
        if (mayEndBelow && mayEndAbove) {
            ends.add(new PathEnds(market, false, false));
        }
        if (mayEndAbove) {
            ends.add(new PathEnds(market, true, false));
        }
        if (mayEndBelow) {
            ends.add(new PathEnds(market, false, true));
        }
        ends.add(new PathEnds(market, true, true));
        return ends;
    }

    private static Optional<OfferPath> path(Population market, double k, PathEnds ends, double off) {
        PathFit fit = new PathFit(market, k, ends, off);
        return fit.solve()
                .filter(z -> fit.miss() <= MISSED)
                .map(z -> path(market, k, ends, z))
                .filter(OfferPath::isRising);
    }

    private static OfferPath path(Population market, double k, PathEnds ends, double[] z) {
        double from = z[2 * N + 1] + z[2 * N + 2];
        double length = z[2 * N + 4] + z[2 * N + 5] - from;
        double[] prices = Arrays.stream(z, 0, N).map(rate -> rate / length).toArray();
        double[] values = Arrays.stream(z, N, 2 * N).map(rate -> rate / length).toArray();
        double[] costs = Arrays.stream(values).map(rate -> 1 - rate).toArray();
        return new OfferPath(
                market,
                k,
                ends,
                panels(from, length, z[2 * N], prices),
                panels(from, length, z[2 * N + 1], values),
                panels(from, length, z[2 * N + 2], costs));
    }

    private static List<GaussPanel> panels(double from, double length, double start, double[] rates) {
        List<GaussPanel> panels = new ArrayList<>();
        double value = start;
        for (int i = 0; i + 1 < PathMesh.EDGES.length; i++) {
            GaussPanel panel = new GaussPanel(
                    from + length * PathMesh.EDGES[i],
                    length * (PathMesh.EDGES[i + 1] - PathMesh.EDGES[i]),
                    value,
                    Arrays.copyOfRange(rates, i * GaussPanel.STAGES, (i + 1) * GaussPanel.STAGES));
            panels.add(panel);
            value = panel.end();
        }
        return List.copyOf(panels);
    }
}
