package dev.envelope.theory.localglobal;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.Support;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;

/**
 * What a local's bid earns on average against the other local's, by integrating the payment rule over the global bid and the
 * other's value: independent of how the bids were found.
 */
public final class LocalDeviation {

    private static final int GRID = 32;
    private static final double ACCURACY = 1e-11;

    private final LocalBids bids;
    private final ValueDistribution type;

    /** Deviations from {@code bids}. */
    public LocalDeviation(LocalBids bids) {
        this.bids = bids;
        this.type = bids.game().local();
    }

    /** The expected payoff of a local of value {@code value} that bids {@code bid}. */
    public double payoff(double value, double bid) {
        double same = bids.game().correlation();
        double met = Bisection.first(type.lower(), type.upper(), v -> bids.at(v) >= bid);
        double independent = same == 1
                ? 0
                : Quadrature.integrateWithin(
                        ACCURACY * type.upper(),
                        rank -> against(value, bid, bids.at(type.quantile(rank))),
                        Kinks.between(0, 1, List.of(type.cdf(met), type.cdf(bids.silentUpTo()))));
        return same * against(value, bid, bids.at(value)) + (1 - same) * independent;
    }

    /** The largest gain found over bids and over {@code types} evenly spaced values. */
    public double largestGain(int types) {
        return best(types).gain();
    }

    /** Where that is: the value, the bid that gains and by how much; a gain of 0 where no bid does. */
    public Gain best(int types) {
        Gain largest = new Gain(type.lower(), bids.at(type.lower()), 0);
        Support support = Support.of(type);
        for (int i = 0; i < types; i++) {
            double share = (i + 0.5) / types;
            double value = (1 - share) * type.lower() + share * type.upper();
            if (!support.contains(value)) {
                continue;
            }
            double prescribed = payoff(value, bids.at(value));
            for (int k = 0; k <= GRID; k++) {
                double bid = type.upper() * k / GRID;
                double gain = payoff(value, bid) - prescribed;
                largest = gain > largest.gain() ? new Gain(value, bid, gain) : largest;
            }
        }
        return largest;
    }

    /** The payoff against a bid of {@code other}, over the global bids that lose to both. */
    private double against(double value, double bid, double other) {
        double highest = bids.game().globalUpper();
        double[] pieces = Kinks.between(
                0, Math.min(highest, bid + other), List.of(bid, other, 2 * bid, 2 * other, Math.abs(bid - other)));
        double total = 0;
        for (int i = 1; i < pieces.length; i++) {
            // The payment is linear in the global bid on every piece.
            double middle = (pieces[i - 1] + pieces[i]) / 2;
            total += (pieces[i] - pieces[i - 1]) * (value - bids.pricing().payment(bid, other, middle));
        }
        return total / highest;
    }

    /**
     * A bid that earns more than the prescribed one.
     *
     * @param value what the local's object is worth to it
     * @param bid what it bids
     * @param gain by how much it is better on average
     */
    public record Gain(double value, double bid, double gain) {}
}
