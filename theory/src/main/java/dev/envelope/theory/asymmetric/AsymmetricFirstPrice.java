package dev.envelope.theory.asymmetric;

import dev.envelope.theory.asymmetric.collocation.Collocation;
import dev.envelope.theory.asymmetric.collocation.FirstGuess;
import dev.envelope.theory.asymmetric.collocation.Panel;
import dev.envelope.theory.asymmetric.collocation.Sketch;
import dev.envelope.theory.asymmetric.dynamics.BidDynamics;
import dev.envelope.theory.asymmetric.dynamics.BidderClass;
import dev.envelope.theory.asymmetric.dynamics.Bottom;
import dev.envelope.theory.asymmetric.dynamics.InverseCdf;
import dev.envelope.theory.asymmetric.dynamics.LowestBid;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * The bid functions of the first-price auction among risk-neutral bidders with independent private values of any
 * distributions, and what follows from them.
 *
 * <p>Bids solve the first-order conditions (see {@code BidDynamics}) as a boundary-value problem (see {@code Collocation}). That
 * they are mutual best responses is to be checked by {@link DeviationSearch}. Bidders are counted from 0.
 */
public final class AsymmetricFirstPrice {

    /**
     * The margin, in units of the range, at which the last piece ends; a wider one where nearer to the lowest bid margins vanish
     * faster than their rounding.
     */
    private static final double[] LEAST_MARGINS = {1e-8, 1e-6, 1e-4};

    private final List<ValueDistribution> types;
    private final OptionalDouble reserve;
    private final LowestBid lowest;
    private final List<BidderClass> classes;
    private final List<Panel> panels;
    private final double range;
    private final Averages averages;

    private AsymmetricFirstPrice(List<ValueDistribution> types, OptionalDouble reserve, double range) {
        this.types = types;
        this.reserve = reserve;
        this.range = range;
        this.lowest = LowestBid.of(types, reserve);
        this.classes = BidderClass.of(
                types.stream().filter(type -> type.upper() > lowest.bid()).toList());
        this.panels = bidders() < 2 ? List.of() : panels();
        this.averages = new Averages(this, reserve, lowest, classes, panels);
    }

    /**
     * The solution for bidders with values {@code types}.
     *
     * @param types one distribution per bidder, at least one, with a density that is positive inside the support
     * @param reserve the lowest bid that counts, where there is one; needed for a sole bidder
     * @throws IllegalArgumentException when there is nobody, or one bidder and no reserve
     */
    public static AsymmetricFirstPrice of(List<ValueDistribution> types, OptionalDouble reserve) {
        if (types.isEmpty() || (types.size() == 1 && reserve.isEmpty())) {
            throw new IllegalArgumentException(
                    "types: " + types + " (expected: at least two bidders, or one and a reserve)");
        }
        double from = types.stream().mapToDouble(ValueDistribution::lower).min().orElseThrow();
        double to = types.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow();
        return new AsymmetricFirstPrice(List.copyOf(types), reserve, to - from);
    }

    /**
     * How much is not solved for: the probability of a sale at bids below the last piece, where bids are a straight line or a limit,
     * times the width of those bids in units of the range. It is 0 where only one bidder can win, and 1 where nothing was solved.
     */
    public double unsolvedShare() {
        if (bidders() < 2 || panels.isEmpty()) {
            return bidders() < 2 ? 0 : 1;
        }
        Panel bottom = panels.get(panels.size() - 1);
        return averages.bottomMass() * (bottom.last(classes.size()) - lowest.bid()) / range;
    }

    private List<Panel> panels() {
        BidDynamics dynamics = new BidDynamics(classes, range);
        int strongest = lowest.strongest() < 0 ? -1 : indexOf(lowest.strongest());
        Bottom bottom = new Bottom(dynamics, classes, lowest, strongest);
        return DoubleStream.of(LEAST_MARGINS)
                .mapToObj(margin -> new Sketch(dynamics, classes, lowest, strongest, margin * range))
                .map(sketch -> new FirstGuess(dynamics, classes, bottom, lowest.bid(), sketch))
                .map(guess -> new Collocation(dynamics, classes.size(), bottom, range).solve(guess))
                .filter(solved -> !solved.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** How many bidders can win against others that bid. */
    private int bidders() {
        return classes.stream().mapToInt(BidderClass::count).sum();
    }

    /** The class of {@code bidder}, −1 for one that never wins. */
    private int indexOf(int bidder) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).type().equals(types.get(bidder))) {
                return i;
            }
        }
        return -1;
    }

    /** The bidders' values, in their order. */
    public List<ValueDistribution> types() {
        return types;
    }

    /** The largest less the smallest possible value. */
    public double range() {
        return range;
    }

    /** The lowest bid that wins: of a type that outbids nobody but those who cannot win. */
    public double lowestBid() {
        return lowest.bid();
    }

    /** The highest bid anybody makes; the lowest one where only one bidder can win. */
    public double maximumBid() {
        return panels.isEmpty() ? lowest.bid() : panels.get(0).first(classes.size());
    }

    /**
     * What {@code bidder} bids at {@code value}; its value where it cannot win, NaN where that is below the reserve.
     */
    public double bid(int bidder, double value) {
        if (value < reserve.orElse(value)) {
            return Double.NaN;
        }
        int index = indexOf(bidder);
        if (index < 0 || value < lowest.bid()) {
            return value;
        }
        if (panels.isEmpty()) {
            return lowest.bid();
        }
        double logCdf = StrictMath.log(types.get(bidder).cdf(value));
        Panel bottom = panels.get(panels.size() - 1);
        return logCdf < bottom.last(index) ? bottomBid(bidder, index, value, bottom) : bidAt(index, logCdf);
    }

    private double bidAt(int index, double logCdf) {
        int first = 0;
        int last = panels.size() - 1;
        while (first < last) {
            int middle = (first + last) / 2;
            if (panels.get(middle).last(index) < logCdf) {
                last = middle;
            } else {
                first = middle + 1;
            }
        }
        Panel panel = panels.get(first);
        return panel.at(classes.size(), panel.find(index, logCdf));
    }

    /** Below the last piece: what keeps the strongest bidder's lowest type indifferent, or a straight line. */
    private double bottomBid(int bidder, int index, double value, Panel bottom) {
        double top = bottom.last(classes.size());
        if (lowest.strongest() >= 0 && bidder != lowest.strongest()) {
            double own = types.get(lowest.strongest()).lower();
            double constant = (own - lowest.bid()) * LowestBid.below(types, lowest.strongest(), lowest.bid());
            double bid = own - constant / LowestBid.below(types, lowest.strongest(), value);
            return Math.max(lowest.bid(), Math.min(top, bid));
        }
        double from = Math.max(types.get(bidder).lower(), lowest.bid());
        double to = new InverseCdf(types.get(bidder)).at(bottom.last(index));
        return to <= from
                ? lowest.bid()
                : lowest.bid() + (top - lowest.bid()) * Math.min(1, (value - from) / (to - from));
    }

    /**
     * Types of {@code bidder} between which its bid function is smooth, increasing: from the first that bids to the highest.
     */
    public double[] knots(int bidder) {
        ValueDistribution type = types.get(bidder);
        TreeSet<Double> knots = new TreeSet<>(type.kinks());
        knots.add(lowest.bid());
        int index = indexOf(bidder);
        for (Panel panel : panels) {
            if (index >= 0) {
                knots.add(type.quantile(StrictMath.exp(panel.first(index))));
                knots.add(type.quantile(StrictMath.exp(panel.last(index))));
            }
        }
        double from = Math.max(type.lower(), reserve.orElse(type.lower()));
        knots.add(from);
        knots.add(type.upper());
        return knots.subSet(from, true, Math.max(from, type.upper()), true).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** E[what the winner pays]. */
    public double revenue() {
        return averages.revenue();
    }

    /** The probability that {@code bidder} wins. */
    public double winProbability(int bidder) {
        return averages.winProbability(indexOf(bidder));
    }

    /** E[what {@code bidder} pays]. */
    public double payment(int bidder) {
        return averages.payment(indexOf(bidder));
    }

    /** E[the value of {@code bidder} less its bid, where it wins]. */
    public double surplus(int bidder) {
        return averages.surplus(indexOf(bidder));
    }

    /** The probability that the object is sold. */
    public double saleProbability() {
        return averages.saleProbability();
    }

    /** The probability that the object is sold, but not to whom it is worth most. */
    public double misallocationProbability() {
        return averages.misallocationProbability();
    }

    /** The classes with their sizes, those that never win left out. */
    List<BidderClass> classes() {
        return new ArrayList<>(classes);
    }

    /** The pieces of the solution, downwards. */
    List<Panel> solved() {
        return panels;
    }
}
