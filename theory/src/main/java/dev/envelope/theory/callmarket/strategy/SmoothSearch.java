package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.OfferFunction;
import dev.envelope.theory.callmarket.offer.OfferPath;
import dev.envelope.theory.callmarket.path.SmoothOffers;
import dev.envelope.theory.callmarket.path.SmoothOffers.Attempt;
import java.util.Optional;

/**
 * The search for a smooth equilibrium of the k-double auction, 0 &lt; k &lt; 1, among the paths of {@link SmoothOffers}: until no deviation gains,
 * or there are no more.
 *
 * @param play the one from which deviating gains the least; empty where there was no path of offers
 * @param miss by how much its path misses the first-order conditions, in units of the range of types; 0 where there is none
 * @param obstacle what keeps the path that comes nearest from being one of offers; empty where there is one
 */
public record SmoothSearch(Optional<CallMarketPlay> play, double miss, String obstacle) {

    private static final String STEEP = "offers that all of the other side would accept rise too steeply";

    /** The search in {@code market}. */
    public static SmoothSearch of(Population market, double k) {
        SmoothOffers attempts = SmoothOffers.of(market, k);
        Optional<CallMarketPlay> best = Optional.empty();
        String obstacle = "a trade is certain or impossible";
        double miss = 0;
        double nearest = Double.POSITIVE_INFINITY;
        while (attempts.hasNext() && best.filter(CallMarketPlay::isExact).isEmpty()) {
            Attempt attempt = attempts.next();
            Optional<CallMarketPlay> play = attempt.path().flatMap(path -> play(market, k, path));
            Optional<CallMarketPlay> better = CallMarketPlay.better(best, play);
            miss = better.equals(best) ? miss : attempt.miss();
            best = better;
            if (play.isEmpty() && attempt.miss() < nearest) {
                nearest = attempt.miss();
                obstacle = attempt.path().isPresent() ? STEEP : attempt.obstacle();
            }
        }
        return new SmoothSearch(best, miss, best.isPresent() ? "" : obstacle);
    }

    /** What is played along {@code path}; empty where offers beyond its ends rise too steeply. */
    private static Optional<CallMarketPlay> play(Population market, double k, OfferPath path) {
        Optional<OfferFunction> bids = path.bids();
        Optional<OfferFunction> asks = path.asks();
        return bids.isPresent() && asks.isPresent()
                ? Optional.of(new CallMarketPlay(market, k, bids.get(), asks.get()))
                : Optional.empty();
    }
}
