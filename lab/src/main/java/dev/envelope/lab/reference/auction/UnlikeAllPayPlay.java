package dev.envelope.lab.reference.auction;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.unlike.UnlikeAllPay;
import java.util.List;

/**
 * The all-pay auction of two bidders that differ.
 *
 * @param auction its equilibrium
 */
record UnlikeAllPayPlay(UnlikeAllPay auction) implements PlayedAuction {

    @Override
    public List<ValueDistribution> types() {
        return auction.types();
    }

    @Override
    public double bid(int bidder, double value) {
        return auction.bid(bidder, value);
    }

    @Override
    public double cutOff(int bidder) {
        return types().get(bidder).lower();
    }

    @Override
    public double winProbability(int bidder, double value) {
        return auction.winProbability(bidder, value);
    }

    @Override
    public double payment(int bidder, double value) {
        return auction.bid(bidder, value);
    }

    @Override
    public double utility(int bidder, double value) {
        return auction.utility(bidder, value);
    }

    @Override
    public double winProbability(int bidder) {
        return auction.winProbability(bidder);
    }

    @Override
    public double payment(int bidder) {
        return auction.payment(bidder);
    }

    @Override
    public double surplus(int bidder) {
        return auction.gains(bidder) - auction.payment(bidder);
    }

    @Override
    public double revenue() {
        return payment(0) + payment(1);
    }

    @Override
    public double gains() {
        return auction.gains(0) + auction.gains(1);
    }

    @Override
    public double saleProbability() {
        return 1;
    }

    @Override
    public double misallocation() {
        return auction.misallocation();
    }
}
