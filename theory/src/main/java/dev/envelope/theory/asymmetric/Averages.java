package dev.envelope.theory.asymmetric;

import dev.envelope.theory.asymmetric.collocation.Panel;
import dev.envelope.theory.asymmetric.dynamics.BidDynamics;
import dev.envelope.theory.asymmetric.dynamics.BidderClass;
import dev.envelope.theory.asymmetric.dynamics.InverseCdf;
import dev.envelope.theory.asymmetric.dynamics.LowestBid;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What a solved first-price auction yields on average: integrals over x, the logarithm of the distribution of the winning bid, along
 * the solution, and what is left below its last piece.
 */
final class Averages {

    private static final double ACCURACY = 1e-13;

    private final List<ValueDistribution> types;
    private final OptionalDouble reserve;
    private final LowestBid lowest;
    private final List<BidderClass> classes;
    private final List<Panel> panels;
    private final double range;
    private final BidDynamics dynamics;

    /** The averages of the solution {@code panels}, empty where fewer than two bidders can win. */
    Averages(
            AsymmetricFirstPrice auction,
            OptionalDouble reserve,
            LowestBid lowest,
            List<BidderClass> classes,
            List<Panel> panels) {
        this.types = auction.types();
        this.reserve = reserve;
        this.lowest = lowest;
        this.classes = classes;
        this.panels = panels;
        this.range = auction.range();
        this.dynamics = new BidDynamics(classes, range);
    }

    double revenue() {
        return range * sum(state -> state.bid() / range * StrictMath.exp(state.x())) + lowest.bid() * bottomMass();
    }

    /** The probability that a bidder of class {@code index} wins. */
    double winProbability(int index) {
        return index < 0 ? 0 : sum(state -> state.share(index)) + bottomShare(index);
    }

    /** What a bidder of class {@code index} pays on average: its bid where it wins. */
    double payment(int index) {
        return index < 0
                ? 0
                : range * sum(state -> state.bid() / range * state.share(index)) + lowest.bid() * bottomShare(index);
    }

    double surplus(int index) {
        if (index < 0) {
            return 0;
        }
        double alone = panels.isEmpty() ? aloneSurplus(classes.get(index).type()) : 0;
        double bottom = panels.isEmpty() ? 0 : bottomShare(index) * bottomMargin(index);
        return alone + bottom + range * sum(state -> (state.value(index) - state.bid()) / range * state.share(index));
    }

    /** By how much values of class {@code index} whose bids are below the last piece exceed the lowest bid on average. */
    private double bottomMargin(int index) {
        ValueDistribution type = classes.get(index).type();
        double from = Math.max(type.lower(), lowest.bid());
        double to = new InverseCdf(type).at(panels.get(panels.size() - 1).last(index));
        double chance = type.cdf(to) - type.cdf(from);
        if (to <= from || chance <= 0) {
            return from - lowest.bid();
        }
        double below = Quadrature.integrate(type::cdf, from, to);
        return ((to - lowest.bid()) * type.cdf(to) - (from - lowest.bid()) * type.cdf(from) - below) / chance;
    }

    double saleProbability() {
        double unsold = 1;
        for (ValueDistribution type : types) {
            unsold *= reserve.isPresent() ? type.cdf(reserve.getAsDouble()) : 0;
        }
        return 1 - unsold;
    }

    double misallocationProbability() {
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

    /** The probability of a sale at a bid at or below the last piece, as good as the lowest bid. */
    double bottomMass() {
        if (panels.isEmpty()) {
            return classes.isEmpty() ? 0 : saleProbability();
        }
        return Math.max(0, StrictMath.exp(panels.get(panels.size() - 1).to()) - (1 - saleProbability()));
    }

    /** The part of the bottom mass that a bidder of class {@code index} wins. */
    private double bottomShare(int index) {
        if (panels.isEmpty()) {
            return bottomMass() / classes.get(0).count();
        }
        double all = 0;
        for (int i = 0; i < classes.size(); i++) {
            all += classes.get(i).count() * bottomWeight(i);
        }
        return bottomMass() * bottomWeight(index) / all;
    }

    /**
     * ∫ e^x dL_i below the last piece, up to a factor: L_i is a line where it falls without end, and otherwise a power of the
     * distance from the end, known by its value and slope.
     */
    private double bottomWeight(int index) {
        Panel bottom = panels.get(panels.size() - 1);
        double slope = new State(bottom.to(), bottom).slopes[index];
        double end = 0;
        for (BidderClass bidders : classes) {
            end += bidders.count() * StrictMath.log(bidders.type().cdf(lowest.bid()));
        }
        if (Double.isInfinite(end)) {
            return slope;
        }
        double left =
                bottom.last(index) - StrictMath.log(classes.get(index).type().cdf(lowest.bid()));
        double power = (bottom.to() - end) * slope / left;
        return left <= 0 ? 0 : left * (1 + (bottom.to() - end) * power / (power + 1));
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

    /** The integral over x of what happens there, a probability or in units of the range. */
    private double sum(ToDoubleFunction<State> f) {
        double total = 0;
        for (Panel panel : panels) {
            total += Quadrature.integrateWithin(
                    ACCURACY, x -> f.applyAsDouble(new State(x, panel)), panel.to(), panel.from());
        }
        return total;
    }

    /** What is bid where the logarithm of the winning bid's distribution is x. */
    private final class State {

        private final double x;
        private final double[] state;
        private final double[] slopes;

        State(double x, Panel panel) {
            this.x = x;
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
}
