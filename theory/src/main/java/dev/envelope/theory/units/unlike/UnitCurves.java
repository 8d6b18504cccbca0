package dev.envelope.theory.units.unlike;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.PathPanel;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What each kind of bidders bids by a {@link UnitPath}: on it what it says, below it a line, for values that as good as never win, and beyond
 * it the highest bid, or a line where more costs nothing.
 */
final class UnitCurves {

    /** A depth at which as good as all values are below. */
    private static final double NOTHING = 1e-6;

    /** How likely somebody may be to have a value below the end of a path and win all the same. */
    private static final double LEFT = 1e-4;

    /** The same where it is of no importance what such a value bids. */
    private static final double NEVER = 1e-9;

    /** How near two paths are that agree, in units of how far a value is above the floor. */
    private static final double MET = 1e-5;

    /** How near to the highest bid, in units of the range, a path may only begin. */
    private static final double PLACED = 1e-9;

    /** −ln of a rank below which there are as good as no values. */
    private static final double CERTAIN = 25;

    private final UnitConditions conditions;
    private final double reserve;
    private final double floor;
    private final List<PathPanel> panels;
    private final int bid;

    UnitCurves(UnitConditions conditions, double reserve, UnitPath path) {
        this(conditions, reserve, rising(conditions, path), path.bid());
    }

    private UnitCurves(UnitConditions conditions, double reserve, List<PathPanel> panels, int bid) {
        this.conditions = conditions;
        this.reserve = reserve;
        this.floor = conditions.floor();
        this.bid = bid;
        this.panels = panels;
    }

    private ValueDistribution type(int kind) {
        return conditions.kind(kind).type();
    }

    /**
     * The panels from the top down to where somebody's rank rises again, next to the end; without those next to the top in which it does
     * too, as who has values to spare is not placed there to more digits.
     */
    private static List<PathPanel> rising(UnitConditions conditions, UnitPath path) {
        List<PathPanel> all = path.panels();
        int bid = path.bid();
        int last = all.size();
        double least = last == 0 ? 0 : all.get(last - 1).to(bid) - PLACED * conditions.range();
        for (int i = last - 1; i >= 0 && all.get(i).from(bid) >= least; i--) {
            last = isRising(all.get(i), bid) ? last : i;
        }
        int first = last;
        while (first > 0 && isRising(all.get(first - 1), bid)) {
            first--;
        }
        return all.subList(first, last);
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
    boolean isWhole() {
        if (panels.isEmpty()) {
            return false;
        }
        int above = 0;
        for (int i = 0; i < conditions.kinds(); i++) {
            above += -panels.get(0).from(i) > CERTAIN ? conditions.kind(i).count() : 0;
        }
        return left() <= LEFT || above >= conditions.units();
    }

    /** How likely at most a bidder has a value below the end of the path and wins all the same. */
    private double left() {
        double most = 0;
        double[] depths = new double[conditions.kinds()];
        Arrays.setAll(depths, i -> -panels.get(0).from(i));
        for (int i = 0; i < conditions.kinds(); i++) {
            double left = type(i).cdf(lowestOnPath(i)) - type(i).cdf(floor);
            most = Math.max(most, left * conditions.chance(i, depths));
        }
        return most;
    }

    /**
     * The curves down to where those of the path from the other side of the highest bid leave them, if as good as nobody wins below: as among
     * many bidders, where neither path knows the lowest bids any more.
     */
    UnitCurves agreeing(UnitCurves other) {
        int first = panels.size();
        while (first > 0 && isMet(panels.get(first - 1), other)) {
            first--;
        }
        if (first == 0 || first == panels.size()) {
            return this;
        }
        UnitCurves agreed = new UnitCurves(conditions, reserve, panels.subList(first, panels.size()), bid);
        return agreed.left() <= NEVER ? agreed : this;
    }

    private boolean isMet(PathPanel panel, UnitCurves other) {
        boolean isMet = true;
        for (int i = 0; i < conditions.kinds(); i++) {
            double here = conditions.value(i, -panel.from(i));
            double there = conditions.value(i, other.depthAt(i, panel.from(bid)));
            isMet &= panel.from(i) == panel.to(i) || Math.abs(here - there) <= MET * (here - floor);
        }
        return isMet;
    }

    /** The highest bid that decides anything. */
    double highestBid() {
        return panels.get(panels.size() - 1).to(bid);
    }

    private double lowestOnPath(int kind) {
        return conditions.value(kind, -panels.get(0).from(kind));
    }

    /** The bid of the lowest value of {@code kind} that bids on the path. */
    private double lowestBid(int kind) {
        return panels.get(panelOf(kind, Math.nextUp(panels.get(0).from(kind)))).from(bid);
    }

    /** The lowest value that bids the highest bid or beyond: below the highest where that one has values to spare. */
    private double highestOnPath(int kind) {
        double depth = -panels.get(panels.size() - 1).to(kind);
        return depth <= NOTHING ? type(kind).upper() : conditions.value(kind, depth);
    }

    /** What {@code kind} bids with {@code value}, which is at least the reserve: itself where that can't win. */
    double bid(int kind, double value) {
        double lowest = lowestOnPath(kind);
        double highest = highestOnPath(kind);
        if (value <= floor) {
            return value;
        }
        if (value <= lowest) {
            double end = lowestBid(kind);
            double from = Math.max(floor, type(kind).lower());
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

    /** The probability that one of {@code kind} wins with {@code value} by its bid. */
    double winProbability(int kind, double value) {
        if (value <= floor || value > highestOnPath(kind)) {
            return value > highestOnPath(kind) ? 1 : 0;
        }
        double own = bid(kind, value);
        double[] depths = new double[conditions.kinds()];
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
        double from = Math.max(floor, type(kind).lower());
        double end = lowestBid(kind);
        double share = from > floor || end <= floor ? 0 : (own - floor) / (end - floor);
        return from + Math.max(0, Math.min(1, share)) * (lowestOnPath(kind) - from);
    }

    /** The values of {@code kind} between which its bids are smooth, the first and the last included. */
    double[] knots(int kind) {
        double from = Math.max(reserve, type(kind).lower());
        TreeSet<Double> knots = new TreeSet<>(type(kind).kinks());
        knots.addAll(List.of(
                from, floor, lowestOnPath(kind), highestOnPath(kind), type(kind).upper()));
        for (int other = 0; other < conditions.kinds(); other++) {
            knots.add(asMuchAs(kind, other, 0));
            for (double kink : type(other).kinks()) {
                knots.add(asMuchAs(kind, other, conditions.depth(other, kink)));
            }
        }
        return knots.stream()
                .mapToDouble(Double::doubleValue)
                .filter(x -> x >= from && x <= type(kind).upper())
                .toArray();
    }

    /** The value of {@code kind} that bids as much as the one of kind {@code other} at {@code depth}. */
    private double asMuchAs(int kind, int other, double depth) {
        PathPanel panel = panels.get(panelOf(other, -depth));
        return conditions.value(kind, -panel.atTimeOf(kind, bid, panel.atTimeOf(bid, other, -depth)));
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
