package dev.envelope.lab.reference.auction;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;

/**
 * A truthful auction among bidders who are not risk neutral: what happens is the same, what it is worth to them is not known
 * here.
 *
 * @param money the auction among risk-neutral bidders
 */
record MoneyOnly(PlayedAuction money) implements PlayedAuction {

    @Override
    public List<ValueDistribution> types() {
        return money.types();
    }

    @Override
    public double bid(int bidder, double value) {
        return money.bid(bidder, value);
    }

    @Override
    public double cutOff(int bidder) {
        return money.cutOff(bidder);
    }

    @Override
    public double winProbability(int bidder, double value) {
        return money.winProbability(bidder, value);
    }

    @Override
    public double payment(int bidder, double value) {
        return money.payment(bidder, value);
    }

    @Override
    public double winProbability(int bidder) {
        return money.winProbability(bidder);
    }

    @Override
    public double payment(int bidder) {
        return money.payment(bidder);
    }

    @Override
    public double revenue() {
        return money.revenue();
    }

    @Override
    public double gains() {
        return money.gains();
    }

    @Override
    public double saleProbability() {
        return money.saleProbability();
    }

    @Override
    public double misallocation() {
        return money.misallocation();
    }

    @Override
    public double utility(int bidder, double value) {
        throw unknown();
    }

    @Override
    public double surplus(int bidder) {
        throw unknown();
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException(
                "utility: of gains in a truthful auction (expected: risk-neutral bidders, or the first price)");
    }
}
