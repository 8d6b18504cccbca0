package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * What a bidder loses by bidding as prescribed instead of best, where every rival bids by an increasing function of its
 * value: for each value, and on average over values.
 *
 * <p>With H the distribution of the highest rival bid, a bid b of value x earns (x − b)·H(b) in the first-price auction,
 * x·H(b) − b in the all-pay one, (x − b)·H(b) + ∫_r^b H in the second-price one and x·H(b) − E[second-highest rival bid;
 * highest below b] in the third-price one, nothing below the reserve r. The best of a
 * grid of bids and of those at which H has a kink is improved by golden section. Checked by {@code BidLossTest} against
 * {@link BestResponse}, which plays the mechanism, and against closed forms.
 */
public final class BidLoss {

    private static final int GRID = 160;
    private static final int TYPES = 128;
    private static final int PEAKS = 2;
    private static final int GOLDEN_STEPS = 32;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double ACCURACY = 1e-13;

    private final Mechanism mechanism;
    private final ValueDistribution type;
    private final BidFunction prescribed;
    private final SealedBids rivals;
    private final double least;
    private final double most;
    private final double[] bids;
    private final double[] chances;
    private final double[] payments;

    private BidLoss(BayesianGame game, List<BidFunction> profile, int bidder) {
        this.mechanism = game.mechanism();
        this.type = game.types().get(bidder);
        this.prescribed = profile.get(bidder);
        List<ValueDistribution> types = new ArrayList<>(game.types());
        List<BidFunction> functions = new ArrayList<>(profile);
        types.remove(bidder);
        functions.remove(bidder);
        this.rivals = new SealedBids(types, functions);
        SealedBids.checkIncreasing(type, prescribed);
        this.least = Math.max(reserve(), rivals.lowest());
        this.most = Math.max(least, rivals.highest());
        this.bids = grid(least, most, GRID, rivals.ends());
        this.chances = mechanism instanceof SecondPriceAuction
                ? new double[0]
                : Arrays.stream(bids).map(rivals::below).toArray();
        this.payments = new double[chances.length];
        Arrays.setAll(payments, i -> payment(bids[i], chances[i]));
    }

    /**
     * The losses of {@code bidder}, from 0.
     *
     * @param profile the bid function of each bidder
     * @throws IllegalArgumentException for another mechanism than those named, risk aversion, fewer than two bidders, and bid
     *     functions that do not increase
     */
    public static BidLoss of(BayesianGame game, List<BidFunction> profile, int bidder) {
        Mechanism mechanism = game.mechanism();
        boolean isKnown = mechanism instanceof FirstPriceAuction
                || mechanism instanceof SecondPriceAuction
                || mechanism instanceof ThirdPriceAuction
                || mechanism instanceof AllPayAuction;
        if (!isKnown || !game.isRiskNeutral() || game.types().size() < 2) {
            throw new IllegalArgumentException(
                    "game: " + game
                            + " (expected: a first-, second- or third-price or all-pay auction of at least two risk-neutral bidders)");
        }
        if (profile.size() != mechanism.agents() || bidder < 0 || bidder >= profile.size()) {
            throw new IllegalArgumentException("bidder: " + bidder + " of " + profile.size() + " (expected: one of "
                    + mechanism.agents() + " bidders, with a bid function each)");
        }
        return new BidLoss(game, profile, bidder);
    }

    /** What a bid of {@code bid} earns with value {@code value}. */
    public double payoff(double value, double bid) {
        double chance = rivals.below(bid);
        return payoff(value, bid, chance, payment(bid, chance));
    }

    private double payoff(double value, double bid, double chance, double payment) {
        return bid < reserve() ? 0 : value * chance - payment;
    }

    /** What a bid is expected to pay that wins with {@code chance}. */
    private double payment(double bid, double chance) {
        if (mechanism instanceof AllPayAuction) {
            return bid;
        }
        if (mechanism instanceof ThirdPriceAuction) {
            return rivals.second(bid);
        }
        return bid * chance - (mechanism instanceof SecondPriceAuction ? rivals.integral(reserve(), bid) : 0);
    }

    /** What the prescribed bid of {@code value} earns. */
    public double prescribed(double value) {
        return payoff(value, prescribed.message(value));
    }

    /** The best bid of {@code value}; empty where abstaining is best. */
    public OptionalDouble best(double value) {
        Point best = bestPoint(value);
        return best.height() > 0 ? OptionalDouble.of(best.at()) : OptionalDouble.empty();
    }

    /** How much more than the prescribed bid the best one earns with {@code value}; at least 0. */
    public double gain(double value) {
        double own = prescribed(value);
        return Math.max(0, Math.max(0, bestPoint(value).height()) - own);
    }

    /** E[gain]. */
    public double expectedGain() {
        return average(this::gain);
    }

    /** E[what the prescribed bid earns]. */
    public double expectedPayoff() {
        return average(this::prescribed);
    }

    /** The largest gain of any value. */
    public double largestGain() {
        double[] types = grid(type.lower(), type.upper(), TYPES, type.kinks());
        return highest(this::gain, types, Arrays.stream(types).map(this::gain).toArray())
                .height();
    }

    private Point bestPoint(double value) {
        if (mechanism instanceof SecondPriceAuction) {
            double truth = Math.max(value, least);
            return new Point(truth, payoff(value, truth));
        }
        double[] payoffs = new double[bids.length];
        Arrays.setAll(payoffs, i -> payoff(value, bids[i], chances[i], payments[i]));
        return highest(b -> payoff(value, b), bids, payoffs);
    }

    private double reserve() {
        if (mechanism instanceof FirstPriceAuction first) {
            return first.reserve().orElse(Double.NEGATIVE_INFINITY);
        }
        if (mechanism instanceof SecondPriceAuction second) {
            return second.reserve().orElse(Double.NEGATIVE_INFINITY);
        }
        return mechanism instanceof AllPayAuction allPay ? allPay.minimumBid() : Double.NEGATIVE_INFINITY;
    }

    private double average(DoubleUnaryOperator f) {
        double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        return Expectation.of(type, type.lower(), type.upper(), ACCURACY * scale, List.of(), f);
    }

    /** The ends, the kinks between them, and evenly spaced points, in order. */
    private static double[] grid(double from, double to, int cells, List<Double> kinks) {
        List<Double> points = new ArrayList<>(kinks);
        for (int i = 1; i < cells; i++) {
            points.add(from + i * (to - from) / cells);
        }
        return Kinks.between(from, to, points);
    }

    /** The highest point of {@code f}: of a grid, and of golden sections around the best points of it. */
    private static Point highest(DoubleUnaryOperator f, double[] grid, double[] heights) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < grid.length; i++) {
            order.add(i);
        }
        order.sort((i, j) -> Double.compare(heights[j], heights[i]));
        Point best = new Point(grid[order.get(0)], heights[order.get(0)]);
        for (int peak : order.subList(0, Math.min(PEAKS, order.size()))) {
            double from = grid[Math.max(0, peak - 1)];
            double to = grid[Math.min(grid.length - 1, peak + 1)];
            Point climbed = climb(f, from, to);
            best = climbed.height > best.height ? climbed : best;
        }
        return best;
    }

    private static Point climb(DoubleUnaryOperator f, double from, double to) {
        double left = from;
        double right = to;
        Point low = point(f, right - GOLDEN * (right - left));
        Point high = point(f, left + GOLDEN * (right - left));
        for (int i = 0; i < GOLDEN_STEPS; i++) {
            if (low.height >= high.height) {
                right = high.at;
                high = low;
                low = point(f, right - GOLDEN * (right - left));
            } else {
                left = low.at;
                low = high;
                high = point(f, left + GOLDEN * (right - left));
            }
        }
        return low.height >= high.height ? low : high;
    }

    private static Point point(DoubleUnaryOperator f, double x) {
        return new Point(x, f.applyAsDouble(x));
    }

    private record Point(double at, double height) {}
}
