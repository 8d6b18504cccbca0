package dev.envelope.lab.reference.auction;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.symmetric.SymmetricAuction;
import java.util.Collections;
import java.util.List;

/**
 * An auction among alike, risk-neutral bidders in which the highest value wins: payoff equivalence and a bid function.
 *
 * @param auction who bids and from which value on
 * @param bids what a type that takes part bids
 */
record SymmetricPlay(SymmetricAuction auction, BidFunction bids) implements PlayedAuction {

    @Override
    public List<ValueDistribution> types() {
        return Collections.nCopies(auction.bidders(), auction.type());
    }

    @Override
    public double bid(int bidder, double value) {
        if (!(value >= cutOff(bidder))) {
            throw new IllegalArgumentException("at.value: " + value + " (expected: at least the cut-off "
                    + cutOff(bidder) + ", below it is no bid)");
        }
        return bids.message(value);
    }

    @Override
    public double cutOff(int bidder) {
        return auction.cutOff();
    }

    @Override
    public double winProbability(int bidder, double value) {
        return auction.winProbability(value);
    }

    @Override
    public double payment(int bidder, double value) {
        return auction.interimPayment(value);
    }

    @Override
    public double utility(int bidder, double value) {
        return auction.interimUtility(value);
    }

    @Override
    public double winProbability(int bidder) {
        return saleProbability() / auction.bidders();
    }

    @Override
    public double payment(int bidder) {
        return revenue() / auction.bidders();
    }

    @Override
    public double surplus(int bidder) {
        return auction.surplus();
    }

    @Override
    public double revenue() {
        return auction.revenue();
    }

    @Override
    public double gains() {
        return revenue() + auction.bidders() * surplus(0);
    }

    @Override
    public double saleProbability() {
        return auction.cutOff() >= auction.type().upper() ? 0 : auction.saleProbability();
    }

    @Override
    public double misallocation() {
        return 0;
    }
}
