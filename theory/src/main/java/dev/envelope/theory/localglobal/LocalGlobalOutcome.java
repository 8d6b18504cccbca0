package dev.envelope.theory.localglobal;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What the locals' bids bring on average, in closed form of their moments, since the global value is uniform on [0, g].
 *
 * <p>With s the sum of the bids and t that of the values: the locals win with probability E[s]/g; a core payment is B where
 * they win and s where not, so the revenue is E[s] − E[s²]/(2g); under Vickrey it is E[v²]/g + E[s] − E[s²]/g. All amounts
 * are in the unit of the values. Checked by {@code LocalGlobalGameTest} against simulation and interim payoffs.
 */
public final class LocalGlobalOutcome {

    private final LocalBids bids;
    private final double highest;
    private final double squaredValue;
    private final double bidSum;
    private final double squaredBidSum;
    private final double valueSum;
    private final double squaredValueSum;
    private final double bidTimesValue;
    private final double valueExcess;
    private final double squaredValueExcess;

    LocalGlobalOutcome(LocalBids bids) {
        this.bids = bids;
        this.highest = bids.game().globalUpper();
        double same = bids.game().correlation();
        double value = bids.game().local().mean();
        double bid = mean(bids::at);
        double squaredBid = mean(v -> bids.at(v) * bids.at(v));
        double both = mean(v -> v * bids.at(v));
        this.squaredValue = mean(v -> v * v);
        this.bidSum = 2 * bid;
        this.valueSum = 2 * value;
        this.squaredBidSum = 2 * (1 + same) * squaredBid + 2 * (1 - same) * bid * bid;
        this.squaredValueSum = 2 * (1 + same) * squaredValue + 2 * (1 - same) * value * value;
        this.bidTimesValue = 2 * (1 + same) * both + 2 * (1 - same) * bid * value;
        this.valueExcess = excess(same, 1);
        this.squaredValueExcess = excess(same, 2);
    }

    /** E[Σ payments]. */
    public double revenue() {
        return isVickrey()
                ? squaredValue / highest + bidSum - squaredBidSum / highest
                : bidSum - squaredBidSum / (2 * highest);
    }

    /** A local's ex ante utility. */
    public double localUtility() {
        return isVickrey()
                ? (squaredValueSum - squaredValue) / (2 * highest)
                : (bidTimesValue - squaredBidSum / 2) / (2 * highest);
    }

    /** The global bidder's ex ante utility E(B − s)^+. */
    public double globalUtility() {
        return (highest - 2 * bidSum + squaredBidSum / highest) / 2;
    }

    /** E[s; B &gt; s]: the global bidder pays what the locals bid, under every pricing. */
    public double globalPayment() {
        return bidSum - squaredBidSum / highest;
    }

    /** What a local pays on average: half of the rest of the revenue. */
    public double localPayment() {
        return (revenue() - globalPayment()) / 2;
    }

    /** E[the value of what is awarded]. */
    public double welfare() {
        return bidTimesValue / highest + (highest - squaredBidSum / highest) / 2;
    }

    /** E[max(B, t)] = (E[t²]/g + g)/2 − E((t − g)^+)²/(2g). */
    public double firstBest() {
        return (squaredValueSum / highest + highest - squaredValueExcess / highest) / 2;
    }

    /** Realised welfare as a share of the first best. */
    public double efficiency() {
        return welfare() / firstBest();
    }

    /** P(the locals win). */
    public double localsWin() {
        return bidSum / highest;
    }

    /** P(those win whose values do not add up to the most). */
    public double misallocation() {
        return (valueSum - valueExcess - bidSum) / highest;
    }

    private boolean isVickrey() {
        return bids.pricing() == LocalPricing.VCG;
    }

    /** E[((t − g)^+)^power], by how much both values together exceed every global value. */
    private double excess(double same, int power) {
        ValueDistribution type = bids.game().local();
        if (2 * type.upper() <= highest) {
            return 0;
        }
        double equal = same == 0 ? 0 : mean(v -> StrictMath.pow(Math.max(0, 2 * v - highest), power), highest / 2);
        double apart = same == 1
                ? 0
                : mean(
                        one -> mean(two -> StrictMath.pow(Math.max(0, one + two - highest), power), highest - one),
                        highest - type.upper());
        return same * equal + (1 - same) * apart;
    }

    private double mean(DoubleUnaryOperator number) {
        return mean(number, bids.silentUpTo());
    }

    private double mean(DoubleUnaryOperator number, double kink) {
        ValueDistribution type = bids.game().local();
        List<Double> kinks = new ArrayList<>(type.kinks());
        kinks.add(kink);
        return Quadrature.integrateWithin(
                1e-15 * type.upper() * Math.max(1, type.upper()),
                v -> number.applyAsDouble(v) * type.density(v),
                Kinks.between(type.lower(), type.upper(), kinks));
    }
}
