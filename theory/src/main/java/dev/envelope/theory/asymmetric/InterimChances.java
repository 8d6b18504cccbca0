package dev.envelope.theory.asymmetric;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;

/**
 * What each type of a bidder can expect in a solved asymmetric first-price auction: q_i(x) = Π_{j≠i} F_j(β_j^{-1}(β_i(x))),
 * gains (x − β_i(x))·q_i(x). Bidders are counted from 0. Checked by {@code InterimChancesTest} against the solution's averages.
 *
 * @param auction the solution
 */
public record InterimChances(AsymmetricFirstPrice auction) {

    private static final double ACCURACY = 1e-11;

    /** q_i(x): 0 where the type abstains, or bids what never wins. */
    public double winProbability(int bidder, double value) {
        double bid = auction.bid(bidder, value);
        if (Double.isNaN(bid) || bid < auction.lowestBid()) {
            return 0;
        }
        double chance = 1;
        for (int j = 0; j < auction.types().size(); j++) {
            chance *= j == bidder ? 1 : below(j, bid);
        }
        return chance;
    }

    /** (x − β_i(x))·q_i(x). */
    public double utility(int bidder, double value) {
        double chance = winProbability(bidder, value);
        return chance == 0 ? 0 : (value - auction.bid(bidder, value)) * chance;
    }

    /** β_i(x)·q_i(x). */
    public double payment(int bidder, double value) {
        double chance = winProbability(bidder, value);
        return chance == 0 ? 0 : auction.bid(bidder, value) * chance;
    }

    /** E[β_i(X_i)·q_i(X_i)]. */
    public double payment(int bidder) {
        ValueDistribution own = auction.types().get(bidder);
        double from = Math.max(own.lower(), auction.lowestBid());
        List<Double> kinks = new ArrayList<>();
        auction.types().forEach(type -> kinks.addAll(List.of(type.lower(), type.upper())));
        return Expectation.of(own, from, own.upper(), ACCURACY * auction.range(), kinks, x -> payment(bidder, x));
    }

    private double below(int rival, double bid) {
        ValueDistribution type = auction.types().get(rival);
        return type.cdf(Bisection.first(type.lower(), type.upper(), v -> auction.bid(rival, v) > bid));
    }
}
