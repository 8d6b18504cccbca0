package dev.envelope.theory.unlike;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.unlike.descent.AllPayKind;
import dev.envelope.theory.unlike.descent.AllPayPath;
import dev.envelope.theory.unlike.descent.AllPayStops;
import dev.envelope.theory.unlike.descent.UnfollowedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The all-pay auction among bidders whose values have different distributions, any number of them, with or without a minimum
 * bid: its first-order conditions, followed from the highest bid down ({@link AllPayPath}).
 *
 * <p>Bidders whose values are too low bid nothing, or nothing below some value ({@link AllPayStops}). Whether that is an equilibrium is for a search for
 * better bids to say. Checked by {@code AsymmetricAllPayTest}.
 */
public final class AsymmetricAllPay {

    private static final double ACCURACY = 1e-13;

    /** A rank below which there are as good as no values. */
    private static final double RARE = 1e-12;

    /** How far values differ, in units of themselves, that are told apart: more than they are off at the end of a path. */
    private static final double TOLD = 1e-8;

    /** What beats a bid of 0, in units of the highest value. */
    static final double LEAST = 1e-13;

    private final List<ValueDistribution> types;
    private final double minimumBid;
    private final double highestValue;
    private final List<AllPayKind> kinds;
    private final int[] kindOf;
    private final AllPayPath path;

    private AsymmetricAllPay(List<ValueDistribution> types, double minimumBid) {
        this.types = types;
        this.minimumBid = minimumBid;
        this.highestValue =
                types.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow();
        List<ValueDistribution> distinct = types.stream().distinct().toList();
        this.kindOf = types.stream().mapToInt(distinct::indexOf).toArray();
        this.kinds = distinct.stream()
                .map(type -> new AllPayKind(
                        type, (int) types.stream().filter(type::equals).count(), highestValue))
                .toList();
        this.path = AllPayStops.settled(kinds, minimumBid / highestValue);
    }

    /**
     * The auction or why it is not solved.
     *
     * @param auction empty where the conditions cannot be followed to the lowest bid, or not with bounded effort
     * @param obstacle why; empty where there is an auction
     */
    public record Attempt(Optional<AsymmetricAllPay> auction, Optional<String> obstacle) {}

    /** {@link #attempt}, whatever the reason where there is none. */
    public static Optional<AsymmetricAllPay> of(List<ValueDistribution> types, double minimumBid) {
        return attempt(types, minimumBid).auction();
    }

    /**
     * Follows the conditions.
     *
     * @param types the distributions of the values, which are at least 0, of at least two bidders that could pay the minimum bid
     * @param minimumBid at least 0
     */
    public static Attempt attempt(List<ValueDistribution> types, double minimumBid) {
        for (ValueDistribution type : types) {
            if (!(type.lower() >= 0)) {
                throw new IllegalArgumentException("types: " + type + " (expected: values of at least 0)");
            }
        }
        long able = types.stream().filter(type -> type.upper() > minimumBid).count();
        if (able < 2) {
            throw new IllegalArgumentException("types: " + able + " with values above the minimum bid of " + minimumBid
                    + " (expected: at least 2)");
        }
        try {
            return new Attempt(Optional.of(new AsymmetricAllPay(List.copyOf(types), minimumBid)), Optional.empty());
        } catch (UnfollowedException e) {
            return new Attempt(Optional.empty(), Optional.ofNullable(e.getMessage()));
        }
    }

    /** The highest bid of any bidder. */
    public double highestBid() {
        return highestValue * path.highestBid();
    }

    /**
     * The lowest value that bids more than the minimum bid, or, without one, more than 1e-15 of the highest value; the highest value
     * where none does.
     */
    public double silentUpTo(int bidder) {
        AllPayKind kind = kinds.get(kindOf[bidder]);
        double rank = path.silence(kindOf[bidder]);
        return rank < RARE ? kind.type().lower() : highestValue * kind.value(-StrictMath.log(rank));
    }

    /**
     * The lowest value that bids at least the minimum bid: below {@link #silentUpTo} of a single bidder whose rivals leave it alone with
     * that bid.
     */
    public double bidsFrom(int bidder) {
        double silent = silentUpTo(bidder);
        double willing = Math.max(types.get(bidder).lower(), minimumBid / path.chanceAtEnd(kindOf[bidder]));
        return isAtEnd(bidder) && willing < silent * (1 - TOLD) ? willing : silent;
    }

    /** Whether, without a minimum bid, its bids come down to 0 at a value above its lowest: that value bids 0 too. */
    private boolean isSilentAtEnd(int bidder) {
        int kind = kindOf[bidder];
        return minimumBid == 0
                && path.left(kind) == path.depth()
                && silentUpTo(bidder) > types.get(bidder).lower();
    }

    /** Whether it bids down to the minimum bid. */
    private boolean isAtEnd(int bidder) {
        int kind = kindOf[bidder];
        return minimumBid > 0 && path.bids(kind) && path.left(kind) == path.depth();
    }

    /** The lowest bid of {@code bidder}: a little more than 0, or than the minimum bid where a rival makes it. */
    private double lowestBid(int bidder) {
        boolean isMet = IntStream.range(0, types.size()).anyMatch(i -> i != bidder && bidsFrom(i) < silentUpTo(i));
        return minimumBid + (minimumBid == 0 || isMet ? LEAST * highestValue : 0);
    }

    /** What {@code bidder} of value {@code value} bids; without a minimum bid 0 for nothing, with one {@link Mechanism#ABSTAIN}. */
    public double bid(int bidder, double value) {
        int kind = kindOf[bidder];
        double silent = silentUpTo(bidder);
        if (value < bidsFrom(bidder) || !path.bids(kind) || (value == silent && isSilentAtEnd(bidder))) {
            return minimumBid > 0 ? Mechanism.ABSTAIN : 0;
        }
        double lowest = lowestBid(bidder);
        boolean isLowest = value < silent || (value == silent && bidsFrom(bidder) < silent);
        return isLowest ? lowest : Math.max(lowest, highestValue * path.bidOf(kind, value));
    }

    /** What {@code bidder} pays on average. */
    public double payment(int bidder) {
        double atMinimum = minimumBid * (rank(bidder, silentUpTo(bidder)) - rank(bidder, bidsFrom(bidder)));
        return highestValue * path.payment(kindOf[bidder]) + atMinimum;
    }

    /** E[the winner's value; {@code bidder} wins]. */
    public double gains(int bidder) {
        ValueDistribution type = types.get(bidder);
        double atMinimum = bidsFrom(bidder) < silentUpTo(bidder)
                ? path.chanceAtEnd(kindOf[bidder])
                        * Expectation.of(
                                type,
                                bidsFrom(bidder),
                                silentUpTo(bidder),
                                ACCURACY * type.upper(),
                                type.kinks(),
                                x -> x)
                : 0;
        return highestValue * path.gains(kindOf[bidder]) + atMinimum;
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
        return path.bids(kindOf[bidder]) ? types.get(bidder).cdf(value) : 1;
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
        if (minimumBid == 0 && path.bids(kindOf[bidder]) && path.left(kindOf[bidder]) < path.depth()) {
            inside.add(Math.nextDown(silent));
        }
        for (double depth : path.kinks()) {
            if (depth > path.joined(kindOf[bidder]) && depth < path.left(kindOf[bidder])) {
                inside.add(highestValue * path.valueAt(kindOf[bidder], depth));
            }
        }
        inside.stream().filter(x -> x > first && x < type.upper()).forEach(knots::add);
        return knots.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
