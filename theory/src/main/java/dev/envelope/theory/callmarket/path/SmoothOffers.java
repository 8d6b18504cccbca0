package dev.envelope.theory.callmarket.path;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.OfferPath;
import dev.envelope.theory.callmarket.offer.PathEnds;
import dev.envelope.theory.callmarket.offer.RisingPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The search for one of the continuum of smooth symmetric equilibria of the k-double auction, 0 &lt; k &lt; 1: the one with the least
 * curvature of prices and types over the sum of the types that offer the same ({@link PathFit}). With one of each and uniform types it is
 * the linear one of Chatterjee and Samuelson. Checked by {@code SmoothOffersTest}.
 */
public final class SmoothOffers implements Iterator<SmoothOffers.Attempt> {

    /** Up to this a path is what any line to start from leads to. */
    private static final double SETTLED = 1e-4;

    /** How far lines are from corners, from each of which a path is looked for, in this order. */
    private static final double[] STARTS = {0.3, 0.1, 0.6};

    /** Of these the one from which paths are looked for that rise firmly. */
    private static final double[] FIRST = {STARTS[0]};

    /** How paths are asked to rise, in this order. */
    private static final List<Rise> RISES = List.of(Rise.WEAK, Rise.FIRM, Rise.NEAR_REST);

    private final Population market;
    private final double k;
    private final Deque<Start> left = new ArrayDeque<>();
    private final Set<Kind> settled = new HashSet<>();

    private SmoothOffers(Population market, double k) {
        this.market = market;
        this.k = k;
        for (Rise rise : market.isTradeUncertain() ? RISES : List.<Rise>of()) {
            for (double off : rise.equals(Rise.WEAK) ? STARTS : FIRST) {
                PathEnds.of(market).forEach(ends -> left.add(new Start(new Kind(ends, rise), off)));
            }
        }
    }

    /** Paths of offers that meet the conditions, or nearly so, looked for one after the other. */
    public static SmoothOffers of(Population market, double k) {
        return new SmoothOffers(market, k);
    }

    /**
     * What came of one search.
     *
     * @param path a path that rises and all but meets the conditions, {@code miss} says how nearly; empty where there is an obstacle
     * @param miss by how much the nearest path misses the conditions, the root of the mean square in units of the range of types
     * @param obstacle what keeps the nearest path from being one of offers; empty where there is one
     */
    public record Attempt(Optional<OfferPath> path, double miss, String obstacle) {}

    /** A miss with its unit. */
    public static String inWords(double miss) {
        return String.format(Locale.ROOT, "%.2g of the range of types", miss);
    }

    private record Kind(PathEnds ends, Rise rise) {}

    private record Start(Kind kind, double off) {}

    @Override
    public boolean hasNext() {
        while (!left.isEmpty() && settled.contains(left.peek().kind())) {
            left.remove();
        }
        return !left.isEmpty();
    }

    @Override
    public Attempt next() {
        Start start = left.remove();
        PathEnds ends = start.kind().ends();
        PathFit fit = new PathFit(market, k, ends, start.kind().rise(), start.off());
        Optional<MeshPath> path = fit.solve();
        double miss = fit.miss();
        if (path.isEmpty()) {
            return new Attempt(Optional.empty(), miss, "the nearest path of offers misses them by " + inWords(miss));
        }
        if (miss <= SETTLED) {
            settled.add(start.kind());
        }
        MeshPath found = path.get();
        OfferPath offers = new OfferPath(market, k, ends, found.prices(), found.values(), found.costs());
        Optional<OfferPath> rising = RisingPath.of(offers);
        return new Attempt(
                rising,
                miss,
                rising.isPresent()
                        ? ""
                        : "on the nearest path, which misses them by " + inWords(miss) + ", some offers fall");
    }
}
