package dev.envelope.lab.reference.auction;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.unlike.RiskAverseUnlike;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first-price auction of bidders that differ and whose gains z are worth z^α.
 *
 * @param auction its equilibrium
 */
record RiskAverseUnlikePlay(RiskAverseUnlike auction) implements PlayedAuction {

    @Override
    public List<ValueDistribution> types() {
        return auction.types();
    }

    @Override
    public double bid(int bidder, double value) {
        double bid = auction.bid(bidder, value);
        if (Double.isNaN(bid)) {
            throw new IllegalArgumentException("at.value: " + value + " (expected: at least the reserve "
                    + auction.lowestBid() + ", below it is no bid)");
        }
        return bid;
    }

    @Override
    public double cutOff(int bidder) {
        return Math.max(auction.lowestBid(), types().get(bidder).lower());
    }

    @Override
    public double winProbability(int bidder, double value) {
        return auction.winProbability(bidder, value);
    }

    @Override
    public double payment(int bidder, double value) {
        return auction.payment(bidder, value);
    }

    @Override
    public double utility(int bidder, double value) {
        return auction.utility(bidder, value);
    }

    @Override
    public double winProbability(int bidder) {
        return auction.expectation(bidder, x -> auction.winProbability(bidder, x));
    }

    @Override
    public double payment(int bidder) {
        return auction.expectation(bidder, x -> auction.payment(bidder, x));
    }

    @Override
    public double surplus(int bidder) {
        return auction.expectation(bidder, x -> auction.utility(bidder, x));
    }

    @Override
    public double revenue() {
        return bidders().mapToDouble(this::payment).sum();
    }

    @Override
    public double gains() {
        return bidders()
                .mapToDouble(i -> auction.expectation(i, x -> x * auction.winProbability(i, x)))
                .sum();
    }

    @Override
    public double saleProbability() {
        return bidders().mapToDouble(this::winProbability).sum();
    }

    @Override
    public double misallocation() {
        throw new IllegalArgumentException(
                "misallocation: of risk-averse bidders that differ (expected: risk-neutral ones, or alike ones)");
    }

    private IntStream bidders() {
        return IntStream.range(0, types().size());
    }
}
