package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.GaussPanel;
import dev.envelope.theory.callmarket.strategy.BidLeap.Landing;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * {@link BuyersBidCondition} solved for the inverse V(b) of the bid function from the lowest bid that can trade upwards, which is the
 * direction in which errors shrink.
 *
 * <p>It begins where V(b) = b at the lowest cost; where all values lie above that, at the best bid of the lowest value among higher ones,
 * or at that value itself where sellers are fewer. Where sellers are not fewer, a bid of the highest cost trades surely, and nobody bids
 * more. Where V would fall, bids leap: from where the type that bids so far gains nothing by it to the best bid beyond ({@link
 * BidLeap}). Where there are no values for a while, V leaps.
 */
final class BuyersBidPath {

    /** The first and the longest piece, one that is as good as a point, and the shortest, as shares of the range of types. */
    private static final double FIRST = 1e-6;

    private static final double LONGEST = 1 / 32.0;
    private static final double SHORT = 1e-8;
    private static final double SHORTEST = 1e-13;

    /** A slope up to which a piece is smooth, and by how much it may grow on one that is steeper. */
    private static final double STEEP = 3;

    private static final double STEEPER = 1.3;

    /** A distance that makes no difference to a bid. */
    private static final double NEAR = 1e-11;

    /** The same where bids end. */
    private static final double LAST = 1e-9;

    /** By how much a piece may miss the condition between the points at which it is solved, as a distance of values. */
    private static final double MISSED = 1e-12;

    /** What the condition is missed by where it is met. */
    private static final double ROUNDING = 1e-14;

    private static final int MOST_LEAPS = 100;

    private final Population market;
    private final double range;
    private final double end;
    private final BuyersBidCondition condition;
    private final Collocation collocation;
    private final BidLeap leap;
    private final List<GaussPanel> panels = new ArrayList<>();
    private final double lowestThatTrades;
    private double bid;
    private double value;
    private double width;
    private int leaps;

    BuyersBidPath(Population market) {
        this.market = market;
        this.range = market.highest() - market.lowest();
        this.condition = new BuyersBidCondition(market);
        this.collocation = new Collocation(condition::residual);
        this.leap = new BidLeap(market);
        double lowestValue = market.values().lower();
        double lowestCost = market.costs().lower();
        boolean isScarce = market.sellers() < market.buyers();
        this.end = isScarce ? market.values().upper() : market.costs().upper();
        this.lowestThatTrades = Math.max(lowestValue, lowestCost);
        this.value = lowestThatTrades;
        this.width = FIRST * range;
        this.bid = lowestValue > lowestCost && !isScarce
                ? leap.best(lowestValue, lowestCost, lowestCost).bid()
                : value;
    }

    /** The bid function; empty where a piece could not be solved. */
    Optional<BuyersBid> solve() {
        double highest = market.values().upper();
        while (value < highest && bid < end) {
            double target = target();
            double bend = nextBend();
            if (bend - bid <= NEAR * range) {
                bid = bend;
                continue;
            }
            // Half of what is left before a highest cost at which bids end, for there V is a broken power of the
            // distance.
            double most = bend == end && end == market.costs().upper() ? (end - bid) / 2 : bend - bid;
            Optional<GaussPanel> next = panel(Math.min(width, most));
            if (next.isPresent() && next.get().end() > target) {
                next = upTo(target, next.get());
            }
            if (next.isPresent()) {
                width = Math.min(2 * width, LONGEST * range);
                add(next.get(), target);
                continue;
            }
            width /= 4;
            if (width < SHORTEST * range) {
                if (isNear(target)) {
                    arrive(target);
                } else if (end - bid <= LAST * range) {
                    bid = end;
                } else if (!leap()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new BuyersBid(market, panels, lowestThatTrades, bid));
    }

    private void add(GaussPanel panel, double target) {
        panels.add(panel);
        bid = panel.to();
        value = panel.end();
        if (value >= target - 1e-14 * range) {
            arrive(target);
        }
    }

    /** Goes on with {@code target}, or the lowest type above the gap without any that begins there and the best that this can bid. */
    private void arrive(double target) {
        ValueDistribution values = market.values();
        value = target;
        width = FIRST * range;
        double beyond = value;
        for (double kink : values.kinks()) {
            beyond = kink > beyond && values.cdf(kink) <= values.cdf(value) ? kink : beyond;
        }
        if (beyond > value) {
            value = beyond;
            Landing landing = leap.best(value, bid, bid);
            bid = landing.gain() > 0 ? landing.bid() : bid;
        }
    }

    /** Goes back to the type that gains nothing by bidding more than what has been reached, and on with its best bid there. */
    private boolean leap() {
        double reached = bid;
        width = FIRST * range;
        leaps++;
        if (leaps > MOST_LEAPS || !(leap.best(value, bid, bid).gain() > 0)) {
            return false;
        }
        while (!panels.isEmpty()) {
            GaussPanel last = panels.remove(panels.size() - 1);
            bid = last.from();
            value = last.start();
            if (!(leap.best(value, bid, reached).gain() > 0)) {
                bid = Bisection.first(
                        last.from(),
                        last.to(),
                        b -> leap.best(last.at(b), b, reached).gain() > 0);
                value = last.at(bid);
                if (bid > last.from()) {
                    panels.add(last.upTo(bid));
                }
                break;
            }
        }
        bid = leap.best(value, bid, reached).bid();
        return true;
    }

    private boolean isNear(double target) {
        return !panels.isEmpty()
                && target - value
                        <= NEAR * range * panels.get(panels.size() - 1).steepness();
    }

    /** The next type where F, as the condition has it, is not smooth, or the highest. */
    private double target() {
        return Stream.concat(
                        market.values().kinks().stream(), Stream.of(BuyersBidCondition.smoothUpTo(market.values())))
                .filter(kink -> kink > value)
                .findFirst()
                .orElse(market.values().upper());
    }

    /** The next bid where G is not smooth, or where bids end. */
    private double nextBend() {
        return Stream.concat(
                        market.costs().kinks().stream(),
                        Stream.of(market.costs().upper()))
                .filter(bend -> bend > bid && bend < end)
                .findFirst()
                .orElse(end);
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
            best = panel(width);
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
    private Optional<GaussPanel> panel(double width) {
        for (double[] guess : guesses(width)) {
            Optional<GaussPanel> panel = collocation.solve(bid, width, value, guess);
            if (panel.isPresent() && isBidFunction(panel.get(), width) && isClose(panel.get(), width)) {
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

    /** Whether the condition holds between the points too, or the piece is very short: V may begin as a root does. */
    private boolean isClose(GaussPanel panel, double width) {
        boolean holds = true;
        for (int i = 1; i < GaussPanel.STAGES && width > SHORT * range; i++) {
            double x = panel.from() + width * (GaussPanel.POINTS[i - 1] + GaussPanel.POINTS[i]) / 2;
            double slope = panel.slope(x);
            double residual = condition.residual(x, panel.at(x), slope);
            double change = condition.residual(x, panel.at(x), slope + 1) - residual;
            holds &= Math.abs(residual) <= ROUNDING || Math.abs(residual / change) * width <= MISSED * range;
        }
        return holds;
    }

    private List<double[]> guesses(double width) {
        List<double[]> guesses = new ArrayList<>();
        if (!panels.isEmpty() && panels.get(panels.size() - 1).to() == bid) {
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
}
