package dev.envelope.theory.units.unlike;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.PathPanel;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.preference.Utility;
import dev.envelope.theory.units.UnitPricing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * Bids for L units of bidders that want one each and whose values have different distributions, where winners pay their own bid or
 * the lowest accepted one: first-order conditions from the highest bid down ({@link UnitPath}), which is searched for.
 *
 * <p>From a highest bid too high somebody's value is bid before the lowest bid is reached, from one too low values are left that
 * would gain there. Bids of values below the end of the path, which as good as never win, are a line. Whether it is an equilibrium is for a
 * search for better bids to say. Checked by {@code UnlikeUnitBidsTest} against {@link dev.envelope.theory.units.UnitDemand} and the
 * first-price auction.
 */
public final class UnlikeUnitBids {

    private static final int HALVINGS = 60;

    /** Of averages, in units of the highest value. */
    private static final double ACCURACY = 1e-12;

    /** How near highest bids are, in units of the range, of which not even one that cannot be followed makes a difference. */
    private static final double CLOSE = 1e-8;

    /** A depth at which as good as all values are below. */
    private static final double NOTHING = 1e-6;

    /** How likely somebody may be to have a value below the end of a path and win all the same. */
    private static final double LEFT = 1e-4;

    /** −ln of a rank below which there are as good as no values. */
    private static final double CERTAIN = 25;

    private final List<ValueDistribution> types;
    private final List<ValueDistribution> kinds;
    private final UnitConditions conditions;
    private final double reserve;
    private final double floor;
    private final List<PathPanel> panels;
    private final int bid;

    private UnlikeUnitBids(
            List<ValueDistribution> types,
            List<ValueDistribution> kinds,
            UnitConditions conditions,
            double reserve,
            UnitPath path) {
        this.types = types;
        this.kinds = kinds;
        this.conditions = conditions;
        this.reserve = reserve;
        this.floor = conditions.floor();
        this.bid = path.bid();
        this.panels = rising(path);
    }

    /**
     * The bids; empty where none are found.
     *
     * @param types the distribution of each bidder's value, more of them than units above {@code reserve}; where the lowest accepted bid is
     *     paid, no bidder's may begin above the {@link #floor}
     * @param units L, at least 1
     * @param reserve the least bid, at least 0
     * @param pricing {@link UnitPricing#DISCRIMINATORY} or {@link UnitPricing#LOWEST_ACCEPTED}
     */
    public static Optional<UnlikeUnitBids> of(
            List<ValueDistribution> types, int units, double reserve, UnitPricing pricing, Utility utility) {
        List<ValueDistribution> able =
                types.stream().filter(type -> type.upper() > reserve).toList();
        if (able.size() <= units) {
            throw new IllegalArgumentException("types: " + able.size() + " with values above the reserve of " + reserve
                    + " (expected: more than the " + units + " units)");
        }
        double floor = floor(able, units, reserve);
        if (pricing != UnitPricing.DISCRIMINATORY && able.stream().anyMatch(type -> type.lower() > floor)) {
            throw new IllegalArgumentException("types: " + able + " (expected: with the lowest accepted bid, no values"
                    + " that all are above " + floor + ")");
        }
        List<ValueDistribution> kinds = able.stream().distinct().toList();
        UnitConditions conditions = new UnitConditions(
                kinds.stream()
                        .map(kind -> new UnitKind(
                                kind, (int) able.stream().filter(kind::equals).count()))
                        .toList(),
                units,
                pricing,
                utility,
                floor);
        double low = floor;
        double high = conditions.highestValue();
        Optional<UnitPath> last = Optional.empty();
        boolean isToldApart = true;
        for (int i = 0; i < HALVINGS && isToldApart && high - low > Math.ulp(high); i++) {
            double middle = low + (high - low) / 2;
            Optional<UnitPath> path = UnitPath.down(conditions, middle);
            if (path.isPresent() && !path.get().isTooHigh()) {
                low = middle;
            } else {
                isToldApart = path.isPresent() || high - low > CLOSE * conditions.range();
                high = isToldApart ? middle : high;
                last = path.filter(each -> !each.panels().isEmpty()).or(keep(last));
            }
        }
        return last.map(path -> new UnlikeUnitBids(List.copyOf(types), kinds, conditions, reserve, path))
                .filter(UnlikeUnitBids::isWhole);
    }

    /**
     * The least bid that can win: the (L+1)-st highest of the values at which the bidders' begin, since so many never are content
     * to lose with less; or the reserve.
     */
    public static double floor(List<ValueDistribution> types, int units, double reserve) {
        double[] lowest = types.stream()
                .mapToDouble(type -> Math.max(reserve, type.lower()))
                .sorted()
                .toArray();
        return lowest[lowest.length - 1 - units];
    }

    private static <T> Supplier<Optional<T>> keep(Optional<T> before) {
        return () -> before;
    }

    /** The panels from the top down to where somebody's rank rises again, next to the end. */
    private static List<PathPanel> rising(UnitPath path) {
        int first = path.panels().size();
        while (first > 0 && isRising(path.panels().get(first - 1), path.bid())) {
            first--;
        }
        return path.panels().subList(first, path.panels().size());
    }

    private static boolean isRising(PathPanel panel, int kinds) {
        for (int i = 0; i < kinds; i++) {
            if (!(panel.from(i) <= panel.to(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether as good as all values above the floor bid on the path, or as many bidders as there are units always outbid the rest. */
    private boolean isWhole() {
        if (panels.isEmpty()) {
            return false;
        }
        int above = 0;
        boolean isWhole = true;
        double[] depths = new double[kinds.size()];
        Arrays.setAll(depths, i -> -panels.get(0).from(i));
        for (int i = 0; i < kinds.size(); i++) {
            above += -panels.get(0).from(i) > CERTAIN ? conditions.kind(i).count() : 0;
            double left = kinds.get(i).cdf(lowestOnPath(i)) - kinds.get(i).cdf(floor);
            isWhole &= left * conditions.chance(i, depths) <= LEFT;
        }
        return isWhole || above >= conditions.units();
    }

    /** The highest bid that decides anything. */
    public double highestBid() {
        return panels.get(panels.size() - 1).to(bid);
    }

    private double lowestOnPath(int kind) {
        return conditions.value(kind, -panels.get(0).from(kind));
    }

    /** The bid of the lowest value of {@code kind} that bids on the path. */
    private double lowestBid(int kind) {
        return panels.get(panelOf(kind, Math.nextUp(panels.get(0).from(kind)))).from(bid);
    }

    /** The least value that bids. */
    public double cutOff() {
        return reserve;
    }

    /** The lowest value that bids the highest bid or beyond: below the highest where that one has values to spare. */
    private double highestOnPath(int kind) {
        double depth = -panels.get(panels.size() - 1).to(kind);
        return depth <= NOTHING ? kinds.get(kind).upper() : conditions.value(kind, depth);
    }

    /** What {@code bidder} bids with {@code value}, which is at least {@link #cutOff}: itself where that can't win, a line below the path and,
     * where that costs nothing, beyond it. */
    public double bid(int bidder, double value) {
        int kind = kinds.indexOf(types.get(bidder));
        double lowest = lowestOnPath(kind);
        double highest = highestOnPath(kind);
        if (value <= floor) {
            return value;
        }
        if (value <= lowest) {
            double end = lowestBid(kind);
            double from = Math.max(floor, types.get(bidder).lower());
            double least = from > floor ? end : floor;
            return least + (lowest > from ? (value - from) / (lowest - from) : 1) * (end - least);
        }
        if (value > highest && conditions.isOwnBidPaid()) {
            return highestBid();
        }
        return value > highest
                ? floor + (value - floor) / (highest - floor) * (highestBid() - floor)
                : panel(kind, value).atTimeOf(bid, kind, -conditions.depth(kind, value));
    }

    /** The probability that {@code bidder} wins with {@code value} by its bid. */
    public double winProbability(int bidder, double value) {
        int kind = kinds.indexOf(types.get(bidder));
        if (value <= floor || value > highestOnPath(kind)) {
            return value > highestOnPath(kind) ? 1 : 0;
        }
        double own = bid(bidder, value);
        double[] depths = new double[kinds.size()];
        for (int j = 0; j < depths.length; j++) {
            depths[j] = j == kind ? conditions.depth(j, value) : depthAt(j, own);
        }
        return conditions.chance(kind, depths);
    }

    private double depthAt(int kind, double own) {
        return own > lowestBid(kind)
                ? -panels.get(panelOf(bid, own)).atTimeOf(kind, bid, own)
                : conditions.depth(kind, below(kind, own));
    }

    /** The value of {@code kind} that bids {@code own} on the line below the path; its lowest where none does. */
    private double below(int kind, double own) {
        double from = Math.max(floor, kinds.get(kind).lower());
        double end = lowestBid(kind);
        double share = from > floor || end <= floor ? 0 : (own - floor) / (end - floor);
        return from + Math.max(0, Math.min(1, share)) * (lowestOnPath(kind) - from);
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
        return type.upper() <= floor
                ? 0
                : Quadrature.integrateWithin(
                        ACCURACY * conditions.highestValue(),
                        x -> winProbability(bidder, x) * type.survival(x),
                        knots(bidder));
    }

    private double average(int bidder, DoubleUnaryOperator f) {
        ValueDistribution type = types.get(bidder);
        if (type.upper() <= floor) {
            return 0;
        }
        List<Double> knots = Arrays.stream(knots(bidder)).boxed().toList();
        return Expectation.of(type, floor, type.upper(), ACCURACY * conditions.highestValue(), knots, f);
    }

    /** The values of {@code bidder} between which its bids are smooth, the first and the last included. */
    public double[] knots(int bidder) {
        ValueDistribution type = types.get(bidder);
        int kind = kinds.indexOf(type);
        TreeSet<Double> knots = new TreeSet<>(type.kinks());
        knots.add(lowestOnPath(kind));
        knots.add(highestOnPath(kind));
        for (int j = 0; j < kinds.size(); j++) {
            knots.addAll(joining(kind, j));
        }
        double from = Math.max(reserve, type.lower());
        knots.add(floor);
        knots.add(from);
        knots.add(type.upper());
        return knots.stream()
                .mapToDouble(Double::doubleValue)
                .filter(x -> x >= from && x <= type.upper())
                .toArray();
    }

    /** The values of {@code kind} that bid where kind {@code other} begins to, and where that is at values at which its density jumps. */
    private List<Double> joining(int kind, int other) {
        List<Double> values = new ArrayList<>();
        List<Double> levels = new ArrayList<>(kinds.get(other).kinks().stream()
                .map(kinds.get(other)::survival)
                .toList());
        levels.add(0.0);
        for (double depth : levels) {
            PathPanel panel = panels.get(panelOf(other, -depth));
            double here = panel.atTimeOf(bid, other, -depth);
            values.add(conditions.value(kind, -panel.atTimeOf(kind, bid, here)));
        }
        return values;
    }

    private PathPanel panel(int kind, double value) {
        return panels.get(panelOf(kind, -conditions.depth(kind, value)));
    }

    /** The lowest panel whose upper end in {@code coordinate} is at least {@code x}; the last where there is none. */
    private int panelOf(int coordinate, double x) {
        int low = 0;
        int high = panels.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (panels.get(middle).to(coordinate) >= x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
