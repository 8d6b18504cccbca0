package dev.envelope.lab.reference.auction;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.envelope.HighestVirtualValueWins;
import dev.envelope.theory.envelope.InterimAllocation;
import dev.envelope.theory.envelope.PayoffEquivalence;
import dev.envelope.theory.equilibrium.Predictions;
import java.util.List;

/**
 * A truthful auction among bidders that may differ: the envelope formula for each bidder, the averages of its equilibrium.
 *
 * @param allocation who wins with which value
 * @param predictions the averages
 */
record EnvelopePlay(InterimAllocation allocation, Predictions predictions) implements PlayedAuction {

    @Override
    public List<ValueDistribution> types() {
        return allocation.types();
    }

    /** The value itself, also of a type that cannot win: where others abstain is the format's to say. */
    @Override
    public double bid(int bidder, double value) {
        if (!(value >= cutOff(bidder))) {
            throw new IllegalArgumentException("at.value: " + value + " (expected: at least the cut-off "
                    + cutOff(bidder) + ", below it is no bid)");
        }
        return value;
    }

    @Override
    public double cutOff(int bidder) {
        return allocation.threshold(bidder);
    }

    @Override
    public double winProbability(int bidder, double value) {
        return equivalence().winProbability(bidder, value);
    }

    @Override
    public double payment(int bidder, double value) {
        return equivalence().payment(bidder, value);
    }

    @Override
    public double utility(int bidder, double value) {
        return equivalence().utility(bidder, value);
    }

    @Override
    public double winProbability(int bidder) {
        return equivalence().winProbability(bidder);
    }

    @Override
    public double payment(int bidder) {
        return equivalence().payment(bidder);
    }

    @Override
    public double surplus(int bidder) {
        return predictions.surplus().get(bidder);
    }

    @Override
    public double revenue() {
        return predictions.revenue();
    }

    /** The winner's value is what is paid and what is left to the bidders, whatever keeping the object is worth to the seller. */
    @Override
    public double gains() {
        return predictions.revenue()
                + predictions.surplus().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
    }

    @Override
    public double saleProbability() {
        return predictions.tradeProbability();
    }

    @Override
    public double misallocation() {
        return allocation instanceof HighestVirtualValueWins virtual
                ? Math.max(0, saleProbability() - new BestValueWins(virtual.auction()).probability())
                : 0;
    }

    private PayoffEquivalence equivalence() {
        return new PayoffEquivalence(allocation);
    }
}
