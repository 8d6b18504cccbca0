package dev.envelope.theory.units.unlike;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.units.UnitPricing;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * Bids for L units of bidders that want one each and whose values have different distributions, where winners pay their own bid or
 * the lowest accepted one: first-order conditions from the highest bid down ({@link UnitPath}), which is searched for.
 *
 * <p>From a highest bid too high somebody's value is bid before the lowest bid is reached, from one too low values are left that
 * would gain there. Whether it is an equilibrium is for a
 * search for better bids to say. Checked by {@code UnlikeUnitBidsTest} against {@link dev.envelope.theory.units.UnitDemand} and the
 * first-price auction.
 */
public final class UnlikeUnitBids {

    private static final int HALVINGS = 60;

    /** Of averages, in units of the highest value. */
    private static final double ACCURACY = 1e-12;

    /** How near highest bids are, in units of the range, of which not even one that cannot be followed makes a difference. */
    private static final double CLOSE = 1e-8;

    private final List<ValueDistribution> types;
    private final List<ValueDistribution> kinds;
    private final UnitConditions conditions;
    private final double reserve;
    private final UnitCurves curves;

    private UnlikeUnitBids(
            List<ValueDistribution> types,
            List<ValueDistribution> kinds,
            UnitConditions conditions,
            double reserve,
            UnitCurves curves) {
        this.types = types;
        this.kinds = kinds;
        this.conditions = conditions;
        this.reserve = reserve;
        this.curves = curves;
    }

    /**
     * Why there are no conditions to follow; empty where there are.
     *
     * @param types the distribution of each bidder's value
     * @param units L, at least 1
     * @param reserve the least bid, at least 0
     */
    public static Optional<String> obstacle(
            List<ValueDistribution> types, int units, double reserve, UnitPricing pricing) {
        List<ValueDistribution> able = able(types, reserve);
        if (able.size() <= units) {
            return Optional.of("more bidders with values above the reserve of " + reserve + " than the " + units
                    + " units, not " + able.size());
        }
        double floor = floor(able, units, reserve);
        return pricing != UnitPricing.DISCRIMINATORY && able.stream().anyMatch(type -> type.lower() > floor)
                ? Optional.of("bidders whose values all begin at the least bid that can win, " + floor
                        + ", or below it, where the lowest accepted bid is paid")
                : Optional.empty();
    }

    /**
     * The bids; empty where none are found.
     *
     * @param pricing {@link UnitPricing#DISCRIMINATORY} or {@link UnitPricing#LOWEST_ACCEPTED}
     * @throws IllegalArgumentException where {@link #obstacle} has something to say
     */
    public static Optional<UnlikeUnitBids> of(
            List<ValueDistribution> types, int units, double reserve, UnitPricing pricing, Utility utility) {
        return candidates(types, units, reserve, pricing, utility).stream().findFirst();
    }

    /** The same, and the bids by the path from the other side of the highest bid, where that is followed far enough too. */
    static List<UnlikeUnitBids> candidates(
            List<ValueDistribution> types, int units, double reserve, UnitPricing pricing, Utility utility) {
        obstacle(types, units, reserve, pricing).ifPresent(expected -> {
            throw new IllegalArgumentException("types: " + types + " (expected: " + expected + ")");
        });
        List<ValueDistribution> able = able(types, reserve);
        List<ValueDistribution> kinds = able.stream().distinct().toList();
        UnitConditions conditions = new UnitConditions(
                kinds.stream()
                        .map(kind -> new UnitKind(kind, Collections.frequency(able, kind)))
                        .toList(),
                units,
                pricing,
                utility,
                floor(able, units, reserve));
        List<UnitCurves> found = paths(conditions).stream()
                .map(path -> new UnitCurves(conditions, reserve, path))
                .filter(UnitCurves::isWhole)
                .toList();
        return found.stream()
                .map(whole -> found.stream().filter(other -> other != whole).reduce(whole, UnitCurves::agreeing))
                .map(curves -> new UnlikeUnitBids(List.copyOf(types), kinds, conditions, reserve, curves))
                .toList();
    }

    private static List<ValueDistribution> able(List<ValueDistribution> types, double reserve) {
        return types.stream().filter(type -> type.upper() > reserve).toList();
    }

    /**
     * The path from the lowest bid that is too high, of those that can be followed, and from the highest that is too low, by which only values next to
     * the lowest bid are left: before the first where that is not close, as where bids of those with the least values rise much faster than others'.
     */
    private static List<UnitPath> paths(UnitConditions conditions) {
        double low = conditions.floor();
        double high = conditions.highestValue();
        double followed = Double.POSITIVE_INFINITY;
        Optional<UnitPath> last = Optional.empty();
        Optional<UnitPath> below = Optional.empty();
        boolean isToldApart = true;
        for (int i = 0; i < HALVINGS && isToldApart && high - low > Math.ulp(high); i++) {
            double middle = low + (high - low) / 2;
            Optional<UnitPath> path = UnitPath.down(conditions, middle);
            if (path.isPresent() && !path.get().isTooHigh()) {
                low = middle;
                below = path;
            } else {
                isToldApart = path.isPresent() || high - low > CLOSE * conditions.range();
                high = isToldApart ? middle : high;
                if (path.isPresent() && !path.get().panels().isEmpty()) {
                    last = path;
                    followed = middle;
                }
            }
        }
        Stream<Optional<UnitPath>> found =
                followed - high > CLOSE * conditions.range() ? Stream.of(below, last) : Stream.of(last, below);
        return found.flatMap(Optional::stream).toList();
    }

    /**
     * The least bid that can win: the (L+1)-st highest of the values at which the bidders' begin, since so many never are content
     * to lose with less; or the reserve.
     */
    static double floor(List<ValueDistribution> types, int units, double reserve) {
        double[] lowest = types.stream()
                .mapToDouble(type -> Math.max(reserve, type.lower()))
                .sorted()
                .toArray();
        return lowest[lowest.length - 1 - units];
    }

    private int kind(int bidder) {
        return kinds.indexOf(types.get(bidder));
    }

    /** The highest bid that decides anything. */
    public double highestBid() {
        return curves.highestBid();
    }

    /** The lowest bid that can win. */
    public double floor() {
        return conditions.floor();
    }

    /** The least value that bids. */
    public double cutOff() {
        return reserve;
    }

    /** What {@code bidder} bids with {@code value}, which is at least {@link #cutOff}: itself where that can't win. */
    public double bid(int bidder, double value) {
        return curves.bid(kind(bidder), value);
    }

    /** The probability that {@code bidder} wins with {@code value} by its bid. */
    public double winProbability(int bidder, double value) {
        return curves.winProbability(kind(bidder), value);
    }

    /** The values of {@code bidder} between which its bids are smooth, the first and the last included. */
    public double[] knots(int bidder) {
        return curves.knots(kind(bidder));
    }

    /** E[the value of {@code bidder}; it gets a unit]. */
    public double gains(int bidder) {
        return average(bidder, x -> x * winProbability(bidder, x));
    }

    /** E[the bid of {@code bidder}; it gets a unit]. */
    public double paidAsBid(int bidder) {
        return average(bidder, x -> bid(bidder, x) * winProbability(bidder, x));
    }

    /** ∫ P({@code bidder} wins with x)·P(its value is more than x) dx: what it expects to gain where its lowest value gains nothing. */
    public double envelope(int bidder) {
        ValueDistribution type = types.get(bidder);
        return type.upper() <= conditions.floor()
                ? 0
                : Quadrature.integrateWithin(
                        ACCURACY * conditions.highestValue(),
                        x -> winProbability(bidder, x) * type.survival(x),
                        knots(bidder));
    }

    private double average(int bidder, DoubleUnaryOperator f) {
        ValueDistribution type = types.get(bidder);
        if (type.upper() <= conditions.floor()) {
            return 0;
        }
        List<Double> knots = Arrays.stream(knots(bidder)).boxed().toList();
        return Expectation.of(type, conditions.floor(), type.upper(), ACCURACY * conditions.highestValue(), knots, f);
    }
}
