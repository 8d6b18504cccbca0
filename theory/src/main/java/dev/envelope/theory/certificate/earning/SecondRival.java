package dev.envelope.theory.certificate.earning;

import dev.envelope.theory.certificate.earning.BidPayoff.Change;
import dev.envelope.theory.certificate.law.MessageLaw;
import dev.envelope.theory.certificate.law.RivalLaws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a bidder's bids earn in a third-price auction, where it pays what the second of its m rivals bids: v·W(b) − P(b), P(b) = E[the
 * second-highest rival bid; b wins].
 *
 * <p>With H_j(b) the chance that rival j does not keep b from winning and A_j(t) the chance that all others are at most t, P(second ≤ t, b
 * wins) = Σ_j H_j(b)·A_j(t) − (m − 1)·H(t) for t &lt; b, so that P(b) = b·W(b) − Σ_j H_j(b)·∫^b A_j + (m − 1)·∫^b H. Along a span of bids
 * earnings change by Σ_j ∫ M_j dH_j, M_j(v, t) = v·A_j(t) − ∫^t s dA_j(s), which is known but for what A_j rises on the span. Integrals are trapezoids
 * between bids of many types; what contains them is the doubt.
 */
public final class SecondRival implements BidPayoff {

    private final List<MessageLaw> laws;
    private final HighestRival all;
    private final List<HighestRival> others = new ArrayList<>();
    private final int[] counts;
    private final int rivals;
    private final double[] bids;
    private final double[] ofAll;
    private final List<double[]> ofOthers = new ArrayList<>();
    private final boolean hasJumps;
    private double doubt;

    /**
     * The rivals.
     *
     * @param rivals of which each always bids
     * @param points bids at which integrals are computed, increasing
     */
    public SecondRival(RivalLaws rivals, double... points) {
        this.laws = rivals.laws();
        this.counts = rivals.counts();
        this.rivals = Arrays.stream(counts).sum();
        this.all = new HighestRival(rivals, true);
        this.bids = points;
        this.hasJumps = all.hasJumps();
        for (int j = 0; j < counts.length; j++) {
            double silent = laws.get(j).silent();
            if (silent > 0) {
                throw new IllegalArgumentException(
                        "strategies: one abstains with probability " + silent + " (expected: 0, with a third price)");
            }
            others.add(new HighestRival(rivals.without(j), true));
        }
        this.ofAll = integrals(all, this.rivals - 1);
        for (int j = 0; j < counts.length; j++) {
            ofOthers.add(integrals(others.get(j), counts[j]));
        }
    }

    private double[] integrals(HighestRival of, int times) {
        double[] integral = new double[bids.length];
        for (int k = 1; k < bids.length; k++) {
            integral[k] = integral[k - 1] + trapezoid(of, bids[k - 1], bids[k]);
            doubt += times * trapezoidDoubt(of, bids[k - 1], bids[k]);
        }
        return integral;
    }

    private static double trapezoid(HighestRival of, double from, double to) {
        return (to - from) * (of.atMost(from) + of.below(to)) / 2;
    }

    private static double trapezoidDoubt(HighestRival of, double from, double to) {
        MessageLaw.Slope slope = of.slope(from, to);
        double width = to - from;
        double bowed = width * width * (slope.most() - slope.least()) / 8;
        double coarse = width * Math.max(0, of.below(to) - of.atMost(from)) / 2;
        return bowed <= coarse ? bowed : coarse;
    }

    /** ∫^bid. */
    private double integral(HighestRival of, double[] integral, double bid) {
        if (bid <= bids[0]) {
            return 0;
        }
        int found = Arrays.binarySearch(bids, bid);
        int k = Math.min(bids.length - 1, found >= 0 ? found : -found - 2);
        return integral[k] + (bid > bids[k] ? trapezoid(of, bids[k], bid) : 0);
    }

    /** ∫^bid s dA_j(s), all of it up to just above {@code bid}. */
    private double paid(int j, double bid) {
        return bid * others.get(j).atMost(bid) - integral(others.get(j), ofOthers.get(j), bid);
    }

    /** v·W − P with the chances that each rival does not keep the bid from winning, and W. */
    private double earned(double type, double bid, double chance, ToDoubleFunction<MessageLaw> each) {
        double second = bid * chance + (rivals - 1) * integral(all, ofAll, bid);
        for (int j = 0; j < laws.size(); j++) {
            second -= counts[j] * each.applyAsDouble(laws.get(j)) * integral(others.get(j), ofOthers.get(j), bid);
        }
        return type * chance - second;
    }

    @Override
    public boolean hasJumps() {
        return hasJumps;
    }

    @Override
    public Contest contest() {
        return all;
    }

    @Override
    public double least() {
        return Double.NEGATIVE_INFINITY;
    }

    /** Tied rivals are each outranked with a chance that is even between 0 and 1, and common to all. */
    @Override
    public double at(double type, double bid) {
        return earned(type, bid, all.tied(bid), law -> (law.below(bid) + law.atMost(bid)) / 2);
    }

    @Override
    public double below(double type, double bid) {
        return earned(type, bid, all.below(bid), law -> law.below(bid));
    }

    @Override
    public double above(double type, double bid) {
        return earned(type, bid, all.atMost(bid), law -> law.atMost(bid));
    }

    @Override
    public Change over(double from, double to, double low, double high) {
        double least = 0;
        double most = 0;
        double up = 0;
        double down = 0;
        double steepest = 0;
        double flattest = 0;
        for (int j = 0; j < laws.size(); j++) {
            double first = others.get(j).atMost(from);
            double added = Math.max(0, others.get(j).below(to) - first);
            double paid = paid(j, from);
            double mostEarned = high * first - paid + added * Math.max(0, high - from);
            double leastEarned = low * first - paid + added * Math.min(0, low - to);
            double mass =
                    counts[j] * Math.max(0, laws.get(j).below(to) - laws.get(j).atMost(from));
            least += mass * leastEarned;
            most += mass * mostEarned;
            up += mass * Math.max(0, mostEarned);
            down += mass * Math.max(0, -leastEarned);
            MessageLaw.Slope slope = laws.get(j).slope(from, to);
            steepest += counts[j] * (mostEarned >= 0 ? slope.most() : slope.least()) * mostEarned;
            flattest += counts[j] * (leastEarned >= 0 ? slope.least() : slope.most()) * leastEarned;
        }
        double width = to - from;
        return new Change(
                least,
                most,
                steepest < Double.POSITIVE_INFINITY ? Math.min(up, width * Math.max(0, steepest)) : up,
                flattest > Double.NEGATIVE_INFINITY ? Math.min(down, width * Math.max(0, -flattest)) : down);
    }

    @Override
    public double rest(double bid, double high) {
        return (1 - all.atMost(bid)) * Math.max(0, high - bids[0]);
    }

    /** In a difference of two payoffs the integrals enter twice. */
    @Override
    public double doubt() {
        return 2 * doubt;
    }

    @Override
    public double certain(double expected) {
        return expected;
    }

    @Override
    public double money(double utility, double gain) {
        return gain;
    }

    @Override
    public double utility(double utility, double money) {
        return money;
    }
}
