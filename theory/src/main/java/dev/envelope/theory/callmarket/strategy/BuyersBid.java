package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.path.GaussPanel;
import dev.envelope.theory.callmarket.path.OfferFunction;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The buyers' smooth symmetric bid function in the buyer's-bid double auction, sellers being truthful (Williams 1991): for U[0,1]
 * it is m·v/(m+1), whatever the number of sellers.
 *
 * <p>{@link BuyersBidCondition} is solved for the inverse V(b) from the lowest bid that can trade upwards, which is the direction
 * in which errors shrink. It begins where V(b) = b at the lowest cost; where all values lie above that, at b + G(b)/(m·g(b)) =
 * v_lo, or at v_lo where sellers are fewer. Where sellers are not fewer, a bid of the highest cost trades surely, and nobody bids
 * more. Checked by {@code BuyersBidTest}.
 */
final class BuyersBid implements OfferFunction {

    /** The first and the longest piece, as shares of the range of types. */
    private static final double FIRST = 1e-6;

    private static final double LONGEST = 1 / 32.0;
    private static final double SHORTEST = 1e-13;

    /** A slope up to which a piece is smooth, and by how much it may grow on one that is steeper. */
    private static final double STEEP = 3;

    private static final double STEEPER = 1.3;

    /** A distance that makes no difference to a bid. */
    private static final double NEAR = 1e-11;

    private final Population market;
    private final double range;
    private final Collocation collocation;
    private final List<GaussPanel> panels = new ArrayList<>();
    private double lowestThatTrades;
    private double top;

    private BuyersBid(Population market) {
        this.market = market;
        this.range = market.highest() - market.lowest();
        this.collocation = new Collocation(new BuyersBidCondition(market)::residual);
    }

    /** The bid function among {@code market}'s traders; empty where the condition could not be solved. */
    static Optional<OfferFunction> of(Population market) {
        if (market.values().upper() <= market.costs().lower()) {
            return Optional.of(OfferFunction.truthful());
        }
        if (market.buyers() == 1) {
            return SoleBuyerBid.of(market.values(), market.costs());
        }
        if (LinearBid.fits(market)) {
            return Optional.of(LinearBid.of(market));
        }
        BuyersBid bid = new BuyersBid(market);
        return bid.solve() ? Optional.of(bid) : Optional.empty();
    }

    @Override
    public double offer(double type) {
        if (panels.isEmpty() || type < lowestThatTrades) {
            return Math.min(type, top);
        }
        int low = 0;
        int high = panels.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (panels.get(middle).start() <= type) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        GaussPanel panel = panels.get(low);
        return type > panel.end() && low == panels.size() - 1 ? top : Math.min(top, panel.find(type));
    }

    @Override
    public double typeOf(double offer) {
        if (offer >= top) {
            return market.values().upper();
        }
        if (panels.isEmpty() || offer < panels.get(0).from()) {
            return Math.min(offer, Math.nextDown(lowestThatTrades));
        }
        int low = 0;
        int high = panels.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (panels.get(middle).from() <= offer) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Math.min(panels.get(low).at(offer), market.values().upper());
    }

    private boolean solve() {
        double lowestValue = market.values().lower();
        double lowestCost = market.costs().lower();
        double highestCost = market.costs().upper();
        boolean isScarce = market.sellers() < market.buyers();
        double value = Math.max(lowestValue, lowestCost);
        lowestThatTrades = value;
        double bid = value;
        if (lowestValue > lowestCost && !isScarce) {
            bid = Bisection.first(
                    lowestCost,
                    Math.min(lowestValue, highestCost),
                    b -> b
                                    + market.costs().cdf(b)
                                            / (market.buyers() * market.costs().density(b))
                            >= lowestValue);
        }
        double end = isScarce ? market.values().upper() : highestCost;
        top = bid;
        return bid >= end || solve(bid, value, end);
    }

    private boolean solve(double firstBid, double firstValue, double end) {
        double bid = firstBid;
        double value = firstValue;
        for (double target : targets(market.values(), firstValue)) {
            double width = FIRST * range;
            while (value < target && bid < end) {
                double most = longest(bid, end);
                if (most <= NEAR * range) {
                    bid = end;
                    continue;
                }
                Optional<GaussPanel> next = panel(bid, Math.min(width, most), value);
                if (next.isPresent() && next.get().end() > target) {
                    next = upTo(target, next.get());
                }
                if (next.isEmpty()) {
                    width /= 4;
                    if (width >= SHORTEST * range) {
                        continue;
                    }
                    if (panels.isEmpty()
                            || target - value
                                    > NEAR
                                            * range
                                            * panels.get(panels.size() - 1).steepness()) {
                        return false;
                    }
                    value = target;
                    continue;
                }
                panels.add(next.get());
                bid = next.get().to();
                value = next.get().end() >= target - 1e-14 * range
                        ? target
                        : next.get().end();
                width = Math.min(2 * width, LONGEST * range);
            }
        }
        top = bid;
        return true;
    }

    /** The piece that ends where V is {@code target}, given one that ends above it. */
    private Optional<GaussPanel> upTo(double target, GaussPanel beyond) {
        double low = 0;
        double high = beyond.to() - beyond.from();
        double atLow = beyond.start() - target;
        double atHigh = beyond.end() - target;
        Optional<GaussPanel> best = Optional.of(beyond);
        for (int i = 0; i < 60 && high - low > SHORTEST * range; i++) {
            double width = i % 4 == 3 ? (low + high) / 2 : low - atLow * (high - low) / (atHigh - atLow);
            width = Math.min(Math.max(width, low + 1e-3 * (high - low)), high - 1e-3 * (high - low));
            best = panel(beyond.from(), width, beyond.start());
            if (best.isEmpty()) {
                return best;
            }
            double miss = best.get().end() - target;
            if (Math.abs(miss) <= 1e-15 * range) {
                return best;
            }
            if (miss < 0) {
                low = width;
                atLow = miss;
            } else {
                high = width;
                atHigh = miss;
            }
        }
        return best;
    }

    /** A piece that rises, bids less than values and does not get steep within: V may end as a root does. */
    private Optional<GaussPanel> panel(double bid, double width, double value) {
        for (double[] guess : guesses(width)) {
            Optional<GaussPanel> panel = collocation.solve(bid, width, value, guess);
            if (panel.isPresent() && isBidFunction(panel.get(), width)) {
                return panel;
            }
        }
        return Optional.empty();
    }

    private static boolean isBidFunction(GaussPanel panel, double width) {
        boolean holds = true;
        for (double point : GaussPanel.POINTS) {
            double x = panel.from() + width * point;
            holds &= panel.at(x) > x && panel.slope(x) > 0;
        }
        double start = panel.slope(panel.from());
        return holds && panel.steepness() <= Math.max(STEEP, STEEPER * start);
    }

    private List<double[]> guesses(double width) {
        List<double[]> guesses = new ArrayList<>();
        if (!panels.isEmpty()) {
            guesses.add(GaussPanel.continued(panels.get(panels.size() - 1), width));
        }
        int rivals = Math.max(1, market.buyers() - market.sellers());
        DoubleStream.of(1 + 1.0 / market.buyers(), 2, 1 + 1.0 / rivals, 1.05, 1.3, 3, 0.1, 10)
                .forEach(slope -> {
                    double[] constant = new double[GaussPanel.STAGES];
                    java.util.Arrays.fill(constant, slope);
                    guesses.add(constant);
                });
        return guesses;
    }

    /**
     * How long the next piece may be: up to where G is not smooth, and half of what is left before a highest cost at which bids
     * end, for there V is a broken power of the distance.
     */
    private double longest(double bid, double end) {
        double next = Double.POSITIVE_INFINITY;
        double highestCost = market.costs().upper();
        for (double bend : Stream.concat(market.costs().kinks().stream(), Stream.of(highestCost))
                .toList()) {
            next = bend > bid ? Math.min(next, bend) : next;
        }
        return end == highestCost ? Math.min(next - bid, (end - bid) / 2) : next - bid;
    }

    /** Where F is not smooth, and the highest value. */
    private static List<Double> targets(ValueDistribution values, double from) {
        List<Double> targets = new ArrayList<>();
        values.kinks().stream().filter(kink -> kink > from).forEach(targets::add);
        targets.add(values.upper());
        return targets;
    }
}
