package dev.envelope.theory.asymmetric;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The bid functions of the first-price auction among risk-neutral bidders with independent private values of any
 * distributions, and what follows from them.
 *
 * <p>Bids solve the first-order conditions (see {@code BidDynamics}) as a boundary-value problem (see {@code Shooting}). That
 * they are mutual best responses is to be checked by {@link DeviationSearch}. Bidders are counted from 0.
 */
public final class AsymmetricFirstPrice {

    private static final double ACCURACY = 1e-13;

    private final List<ValueDistribution> types;
    private final OptionalDouble reserve;
    private final LowestBid lowest;
    private final List<BidderClass> classes;
    private final List<Panel> panels;
    private final double range;

    private AsymmetricFirstPrice(List<ValueDistribution> types, OptionalDouble reserve, double range) {
        this.types = types;
        this.reserve = reserve;
        this.range = range;
        this.lowest = LowestBid.of(types, reserve);
        this.classes = BidderClass.of(
                types.stream().filter(type -> type.upper() > lowest.bid()).toList());
        this.panels = bidders() < 2 ? List.of() : panels();
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
     * The probability of a sale at bids below those solved for, where bids are a straight line or a limit: what the averages
     * may be wrong by, in units of the range. It is 0 where only one bidder can win.
     */
    public double unsolvedProbability() {
        return bidders() < 2 ? 0 : panels.isEmpty() ? 1 : bottomMass();
    }

    private List<Panel> panels() {
        BidDynamics dynamics = new BidDynamics(classes, range);
        int strongest = lowest.strongest() < 0 ? -1 : indexOf(lowest.strongest());
        Trajectory trajectory = new Trajectory(dynamics, classes, lowest.bid(), strongest, range);
        return new Shooting(dynamics, trajectory, range).solve(lowest.bid(), secondHighest());
    }

    /** How many bidders can win against others that bid. */
    private int bidders() {
        return classes.stream().mapToInt(BidderClass::count).sum();
    }

    private double secondHighest() {
        double[] tops =
                types.stream().mapToDouble(ValueDistribution::upper).sorted().toArray();
        return tops[tops.length - 2];
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

    /** E[what the winner pays]. */
    public double revenue() {
        return sum(state -> state.bid() * StrictMath.exp(state.x())) + lowest.bid() * bottomMass();
    }

    /** The probability that {@code bidder} wins. */
    public double winProbability(int bidder) {
        int index = indexOf(bidder);
        return index < 0 ? 0 : sum(state -> state.share(index)) + bottomShare(index);
    }

    /** E[the value of {@code bidder} less its bid, where it wins]. */
    public double surplus(int bidder) {
        int index = indexOf(bidder);
        if (index < 0) {
            return 0;
        }
        double alone = panels.isEmpty() ? aloneSurplus(types.get(bidder)) : 0;
        return alone + sum(state -> (state.value(index) - state.bid()) * state.share(index));
    }

    /** The probability that the object is sold. */
    public double saleProbability() {
        double unsold = 1;
        for (ValueDistribution type : types) {
            unsold *= reserve.isPresent() ? type.cdf(reserve.getAsDouble()) : 0;
        }
        return 1 - unsold;
    }

    /** The probability that the object is sold, but not to whom it is worth most. */
    public double misallocationProbability() {
        double right = 0;
        for (int i = 0; i < classes.size(); i++) {
            int index = i;
            right += classes.get(i).count() * sum(state -> state.share(index) * state.chanceOfBest(index));
            right += panels.isEmpty()
                    ? aloneBest(classes.get(i).type())
                    : classes.get(i).count() * bottomShare(index);
        }
        return Math.max(0, saleProbability() - right);
    }

    /** What wins with a bid at or below the last piece, as good as the lowest bid. */
    private double bottomMass() {
        if (panels.isEmpty()) {
            return classes.isEmpty() ? 0 : saleProbability();
        }
        return Math.max(0, StrictMath.exp(panels.get(panels.size() - 1).to()) - (1 - saleProbability()));
    }

    private double bottomShare(int index) {
        return panels.isEmpty() && index >= 0 ? bottomMass() : bottomMass() / bidders();
    }

    private double aloneSurplus(ValueDistribution type) {
        double from = Math.max(type.lower(), lowest.bid());
        return from
                - lowest.bid()
                + Quadrature.integrate(v -> 1 - type.cdf(v), from, type.upper())
                - (from - lowest.bid()) * type.cdf(from);
    }

    private double aloneBest(ValueDistribution type) {
        double from = Math.max(type.lower(), lowest.bid());
        return 1 - type.cdf(from);
    }

    /** The integral over x of what happens there. */
    private double sum(ToDoubleFunction<State> f) {
        if (panels.isEmpty()) {
            return 0;
        }
        BidDynamics dynamics = new BidDynamics(classes, range);
        double total = 0;
        for (Panel panel : panels) {
            total += Quadrature.integrateWithin(
                    ACCURACY * range,
                    x -> f.applyAsDouble(new State(x, panel, dynamics)),
                    List.of(panel.to(), panel.from()).stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray());
        }
        return total;
    }

    /** What is bid where the logarithm of the winning bid's distribution is x. */
    private final class State {

        private final double x;
        private final double[] state;
        private final double[] slopes;
        private final BidDynamics dynamics;

        State(double x, Panel panel, BidDynamics dynamics) {
            this.x = x;
            this.dynamics = dynamics;
            this.state = new double[classes.size() + 1];
            this.slopes = new double[state.length];
            for (int c = 0; c < state.length; c++) {
                state[c] = panel.at(c, x);
            }
            dynamics.slopes(state, slopes);
        }

        double x() {
            return x;
        }

        double bid() {
            return state[classes.size()];
        }

        double value(int index) {
            return dynamics.value(index, state[index]);
        }

        /** The density in x with which a bidder of the class wins. */
        double share(int index) {
            return slopes[index] * StrictMath.exp(x);
        }

        /** The probability that all others have lower values given that they bid less. */
        double chanceOfBest(int index) {
            double value = value(index);
            double chance = 1;
            for (int j = 0; j < classes.size(); j++) {
                double ratio = Math.min(1, classes.get(j).type().cdf(value) / StrictMath.exp(state[j]));
                chance *= j == index ? 1 : StrictMath.pow(ratio, classes.get(j).count());
            }
            return chance;
        }
    }

    /** The classes with their sizes, those that never win left out. */
    List<BidderClass> classes() {
        return new ArrayList<>(classes);
    }
}
