package dev.envelope.theory.callmarket.path;

import dev.envelope.theory.callmarket.expectation.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * One of the continuum of smooth symmetric equilibria of the k-double auction, 0 &lt; k &lt; 1: the one with the least curvature of
 * prices and types over the sum of the types that offer the same ({@link PathFit}). With one of each and uniform types it is the
 * linear one of Chatterjee and Samuelson. Checked by {@code SmoothOffersTest}.
 */
public final class SmoothOffers {

    /** Above this a path is no solution but as near as a path comes that ends otherwise. */
    private static final double MISSED = 1e-3;

    /** How far lines are from corners, from each of which a path is looked for, in this order. */
    private static final double[] STARTS = {0.3, 0.1, 0.6};

    private SmoothOffers() {}

    /** Paths of offers that meet the conditions and rise, looked for one after the other; none where none was found. */
    public static Stream<OfferPath> of(Population market, double k) {
        return market.isTradeUncertain()
                ? DoubleStream.of(STARTS)
                        .boxed()
                        .flatMap(off -> ends(market).stream().flatMap(end -> path(market, k, end, off).stream()))
                : Stream.empty();
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
                .filter(path -> fit.miss() <= MISSED)
                .map(path -> new OfferPath(market, k, ends, path.prices(), path.values(), path.costs()))
                .filter(OfferPath::isRising);
    }
}
