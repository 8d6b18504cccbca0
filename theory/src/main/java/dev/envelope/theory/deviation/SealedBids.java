package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;

/**
 * The bids of one bidder's rivals in an auction of one object, every rival bidding by an increasing function of its value:
 * H(b) = Π_j F_j(β_j^{-1}(b)), the distribution of the highest of them.
 *
 * @param types F_j of each rival, at least one
 * @param bids β_j of each rival
 */
record SealedBids(List<ValueDistribution> types, List<BidFunction> bids) {

    private static final int GRID = 1024;

    /** Copies the lists and checks on a grid of values that each function increases. */
    SealedBids {
        types = List.copyOf(types);
        bids = List.copyOf(bids);
        for (int j = 0; j < types.size(); j++) {
            if (j == 0 || !isLike(types, bids, j, j - 1)) {
                checkIncreasing(types.get(j), bids.get(j));
            }
        }
    }

    static void checkIncreasing(ValueDistribution type, BidFunction bid) {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double share = i / (double) GRID;
            double x = (1 - share) * type.lower() + share * type.upper();
            double here = bid.message(x);
            if (!(here > before) || Double.isInfinite(here)) {
                throw new IllegalArgumentException("bid at " + x + ": " + here
                        + " (expected: a finite number above the bids of lower values, " + before + ")");
            }
            before = here;
        }
    }

    /** H(b). */
    double below(double bid) {
        double product = 1;
        double last = 1;
        for (int j = 0; j < types.size() && product > 0; j++) {
            last = j > 0 && isLike(types, bids, j, j - 1) ? last : below(j, bid);
            product *= last;
        }
        return product;
    }

    /** E[the second-highest of the rivals' bids; the highest is below b] = b·H(b) − ∫^b P(second ≤ t, highest ≤ b) dt. */
    double second(double bid) {
        double end = Math.min(bid, highest());
        double start = Double.POSITIVE_INFINITY;
        for (int j = 0; j < types.size(); j++) {
            start = Math.min(start, bids.get(j).message(types.get(j).lower()));
        }
        if (end <= start) {
            return 0;
        }
        double[] all = each(bid);
        return end * below(bid) - Quadrature.integrate(t -> secondBelow(t, all), Kinks.between(start, end, ends()));
    }

    /** P(every rival bids below its {@code all}, and at most one above {@code bid}). */
    private double secondBelow(double bid, double[] all) {
        double[] here = each(bid);
        double sum = 0;
        for (int j = -1; j < here.length; j++) {
            double product = 1;
            for (int i = 0; i < here.length; i++) {
                product *= i == j ? Math.max(0, all[i] - here[i]) : here[i];
            }
            sum += product;
        }
        return sum;
    }

    private double[] each(double bid) {
        double[] chances = new double[types.size()];
        for (int j = 0; j < chances.length; j++) {
            chances[j] = j > 0 && isLike(types, bids, j, j - 1) ? chances[j - 1] : below(j, bid);
        }
        return chances;
    }

    /** ∫ H from {@code from}, or from where H begins, to {@code to}. */
    double integral(double from, double to) {
        double start = Math.max(from, lowest());
        return to <= start ? 0 : Quadrature.integrate(this::below, Kinks.between(start, to, ends()));
    }

    /** The highest of the rivals' lowest bids: no lower bid can win. */
    double lowest() {
        double lowest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < types.size(); j++) {
            lowest = Math.max(lowest, bids.get(j).message(types.get(j).lower()));
        }
        return lowest;
    }

    /** The highest bid of any rival: a higher one wins no more often. */
    double highest() {
        double highest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < types.size(); j++) {
            highest = Math.max(highest, bids.get(j).message(types.get(j).upper()));
        }
        return highest;
    }

    /** The bids at which H may not be smooth. */
    List<Double> ends() {
        List<Double> ends = new ArrayList<>();
        for (int j = 0; j < types.size(); j++) {
            if (j == 0 || !isLike(types, bids, j, j - 1)) {
                ends.add(bids.get(j).message(types.get(j).lower()));
                ends.add(bids.get(j).message(types.get(j).upper()));
                for (double kink : types.get(j).kinks()) {
                    ends.add(bids.get(j).message(kink));
                }
            }
        }
        return ends;
    }

    private double below(int rival, double bid) {
        ValueDistribution type = types.get(rival);
        BidFunction function = bids.get(rival);
        if (bid > function.message(type.upper())) {
            return 1;
        }
        return type.cdf(Bisection.first(type.lower(), type.upper(), x -> function.message(x) >= bid));
    }

    private static boolean isLike(List<ValueDistribution> types, List<BidFunction> bids, int one, int other) {
        return types.get(one).equals(types.get(other)) && bids.get(one).equals(bids.get(other));
    }
}
