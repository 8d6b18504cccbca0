package dev.envelope.theory.unlike;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;

/**
 * The all-pay auction among bidders whose values have different distributions, any number of them, with or without a minimum
 * bid: its first-order conditions, followed from the highest bid down ({@link AllPayDescent}).
 *
 * <p>Bidders whose values are too low bid nothing, or nothing below some value ({@link AllPayStops}). Whether that is an equilibrium is for a search for
 * better bids to say. Checked by {@code AsymmetricAllPayTest}.
 */
public final class AsymmetricAllPay {

    private static final double ACCURACY = 1e-13;

    /** A rank below which no value is silent: bids there are as good as 0. */
    private static final double NEVER = 1e-12;

    /** What beats a bid of 0, in units of the highest value. */
    private static final double LEAST = 1e-13;

    private final List<ValueDistribution> types;
    private final double minimumBid;
    private final double highestValue;
    private final List<BidderKind> kinds;
    private final int[] kindOf;
    private final AllPayDescent path;

    private AsymmetricAllPay(List<ValueDistribution> types, double minimumBid) {
        this.types = types;
        this.minimumBid = minimumBid;
        this.highestValue =
                types.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow();
        List<ValueDistribution> distinct = types.stream().distinct().toList();
        this.kindOf = types.stream().mapToInt(distinct::indexOf).toArray();
        this.kinds = distinct.stream()
                .map(type -> new BidderKind(
                        type, (int) types.stream().filter(type::equals).count()))
                .toList();
        this.path = AllPayStops.settled(kinds, minimumBid);
    }

    /**
     * The auction; empty where the conditions cannot be followed to the lowest bid.
     *
     * @param types the distributions of the values, which are at least 0, of at least two bidders that could pay the minimum bid
     * @param minimumBid at least 0
     */
    public static Optional<AsymmetricAllPay> of(List<ValueDistribution> types, double minimumBid) {
        if (types.stream().anyMatch(type -> type.lower() < 0)
                || types.stream().filter(type -> type.upper() > minimumBid).count() < 2) {
            throw new IllegalArgumentException("types: " + types
                    + " (expected: values of at least 0, and two bidders with values above the minimum bid of "
                    + minimumBid + ")");
        }
        try {
            return Optional.of(new AsymmetricAllPay(List.copyOf(types), minimumBid));
        } catch (MathIllegalStateException | MathIllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The highest bid of any bidder. */
    public double highestBid() {
        return path.highestBid();
    }

    /** The lowest value that bids more than the minimum bid; the highest value where none does. */
    public double silentUpTo(int bidder) {
        BidderKind kind = kind(bidder);
        double rank = path.silence(kindOf[bidder]);
        return rank < NEVER ? kind.type().lower() : kind.value(-Math.log(rank));
    }

    /**
     * The lowest value that bids at least the minimum bid: below {@link #silentUpTo} of a single bidder whose rivals leave it alone with
     * that bid.
     */
    public double bidsFrom(int bidder) {
        double silent = silentUpTo(bidder);
        double willing = Math.max(types.get(bidder).lower(), minimumBid / chanceAtEnd(bidder));
        return isAtEnd(bidder) && willing < silent * (1 - NEVER) ? willing : silent;
    }

    /** Whether it bids down to the minimum bid. */
    private boolean isAtEnd(int bidder) {
        int kind = kindOf[bidder];
        return minimumBid > 0 && !isOut(bidder) && path.left(kind) == path.depth();
    }

    /** The probability that no rival bids more than at the end of the path. */
    private double chanceAtEnd(int bidder) {
        return Math.exp(-path.depth()) / path.silence(kindOf[bidder]);
    }

    /** The lowest bid of {@code bidder}: a little more than 0, or than the minimum bid where a rival makes it. */
    private double lowestBid(int bidder) {
        boolean isMet = IntStream.range(0, types.size()).anyMatch(i -> i != bidder && bidsFrom(i) < silentUpTo(i));
        return minimumBid + (minimumBid == 0 || isMet ? LEAST * highestValue : 0);
    }

    /** What {@code bidder} of value {@code value} bids; without a minimum bid 0 for nothing, with one {@link Mechanism#ABSTAIN}. */
    public double bid(int bidder, double value) {
        if (value < bidsFrom(bidder) || isOut(bidder)) {
            return minimumBid > 0 ? Mechanism.ABSTAIN : 0;
        }
        double lowest = lowestBid(bidder);
        return value < silentUpTo(bidder) ? lowest : Math.max(lowest, path.bidOf(kindOf[bidder], value));
    }

    private boolean isOut(int bidder) {
        return path.joined(kindOf[bidder]) >= path.left(kindOf[bidder]);
    }

    /** What {@code bidder} pays on average. */
    public double payment(int bidder) {
        double atMinimum = minimumBid * (rank(bidder, silentUpTo(bidder)) - rank(bidder, bidsFrom(bidder)));
        return path.payment(kindOf[bidder]) + atMinimum;
    }

    /** E[the winner's value; {@code bidder} wins]. */
    public double gains(int bidder) {
        ValueDistribution type = types.get(bidder);
        double atMinimum = bidsFrom(bidder) < silentUpTo(bidder)
                ? chanceAtEnd(bidder)
                        * Expectation.of(
                                type,
                                bidsFrom(bidder),
                                silentUpTo(bidder),
                                ACCURACY * type.upper(),
                                type.kinks(),
                                x -> x)
                : 0;
        return path.gains(kindOf[bidder]) + atMinimum;
    }

    /** The probability that anybody bids. */
    public double saleProbability() {
        double nobody = 1;
        for (int i = 0; i < types.size(); i++) {
            nobody *= rank(i, bidsFrom(i));
        }
        return minimumBid > 0 ? 1 - nobody : 1;
    }

    private double rank(int bidder, double value) {
        return isOut(bidder) ? 1 : types.get(bidder).cdf(value);
    }

    /** The values of {@code bidder} between which its bids are smooth, the first and the last that bid included. */
    public double[] knots(int bidder) {
        ValueDistribution type = types.get(bidder);
        TreeSet<Double> knots = new TreeSet<>();
        double first = minimumBid > 0 ? bidsFrom(bidder) : type.lower();
        double silent = silentUpTo(bidder);
        knots.add(first);
        knots.add(type.upper());
        List<Double> inside = new ArrayList<>(List.of(silent));
        if (minimumBid == 0 && path.left(kindOf[bidder]) < path.depth()) {
            inside.add(Math.nextDown(silent));
        }
        for (double depth : path.kinks()) {
            if (depth > path.joined(kindOf[bidder]) && depth < path.left(kindOf[bidder])) {
                inside.add(path.valueAt(kindOf[bidder], depth));
            }
        }
        inside.stream().filter(x -> x > first && x < type.upper()).forEach(knots::add);
        return knots.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private BidderKind kind(int bidder) {
        return kinds.get(kindOf[bidder]);
    }
}
