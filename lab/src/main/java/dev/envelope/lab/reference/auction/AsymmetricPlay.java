package dev.envelope.lab.reference.auction;

import dev.envelope.theory.asymmetric.AsymmetricFirstPrice;
import dev.envelope.theory.asymmetric.InterimChances;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.Predictions;
import java.util.List;

/**
 * The first-price auction among bidders that differ, solved numerically.
 *
 * @param solution the bid functions
 * @param predictions the averages, of a solution that was checked by search
 */
record AsymmetricPlay(AsymmetricFirstPrice solution, Predictions predictions) implements PlayedAuction {

    @Override
    public List<ValueDistribution> types() {
        return solution.types();
    }

    @Override
    public double bid(int bidder, double value) {
        double bid = solution.bid(bidder, value);
        if (Double.isNaN(bid)) {
            throw new IllegalArgumentException("at.value: " + value + " (expected: at least the reserve "
                    + solution.lowestBid() + ", below it is no bid)");
        }
        return bid;
    }

    /** The lowest winning bid: below it nobody can win. */
    @Override
    public double cutOff(int bidder) {
        return Math.max(solution.lowestBid(), types().get(bidder).lower());
    }

    @Override
    public double winProbability(int bidder, double value) {
        return new InterimChances(solution).winProbability(bidder, value);
    }

    @Override
    public double payment(int bidder, double value) {
        return new InterimChances(solution).payment(bidder, value);
    }

    @Override
    public double utility(int bidder, double value) {
        return new InterimChances(solution).utility(bidder, value);
    }

    @Override
    public double winProbability(int bidder) {
        return solution.winProbability(bidder);
    }

    @Override
    public double payment(int bidder) {
        return new InterimChances(solution).payment(bidder);
    }

    @Override
    public double surplus(int bidder) {
        return predictions.surplus().get(bidder);
    }

    @Override
    public double revenue() {
        return predictions.revenue();
    }

    @Override
    public double gains() {
        return predictions.gains();
    }

    @Override
    public double saleProbability() {
        return predictions.tradeProbability();
    }

    @Override
    public double misallocation() {
        return solution.misallocationProbability();
    }
}
