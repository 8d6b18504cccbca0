package dev.envelope.theory.certificate;

import dev.envelope.theory.certificate.earning.BidPayoff;
import dev.envelope.theory.certificate.earning.BidPayoff.Change;
import dev.envelope.theory.certificate.law.Trader;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/**
 * Cells of types that are halved, the one with the largest bound first: what its highest type earns by any bid at most, less what its
 * lowest earns by the prescribed bids at least, both in money for certain.
 *
 * <p>Earnings rise with the type, so that no type between gains more. That is of first order in the size of a cell, which is enough
 * where the gain itself is not small.
 */
final class BestFirst {

    private static final int SPANS = 64;

    /** The share of what is allowed that a bound on earnings may exceed them by, and below which nothing is looked at closely. */
    private static final double SHARE = 0.25;

    private static final double NARROWEST = 1e-12;

    private final BidPayoff payoff;
    private final Trader own;
    private final double bottom;
    private final double top;
    private final PriorityQueue<Cell> cells =
            new PriorityQueue<>(Comparator.comparingDouble((Cell cell) -> -cell.bound));
    private long looks;

    BestFirst(BidPayoff payoff, Trader own, double bottom, double top) {
        this.payoff = payoff;
        this.own = own;
        this.bottom = bottom;
        this.top = top;
    }

    /**
     * A cell with what none of its types gains more than, in money for certain.
     *
     * @param types the types
     * @param bound the bound
     */
    record Cell(TypeCell types, double bound) {}

    /** Adds {@code cell}. */
    void add(Cell cell) {
        cells.add(cell);
    }

    /** All cells as they are now. */
    Collection<Cell> cells() {
        return cells;
    }

    /** The largest bound. */
    double bound() {
        return cells.isEmpty() ? 0 : cells.peek().bound;
    }

    /**
     * Halves cells until no bound exceeds the gain found by more than {@code allowed} or the share {@code close} of it, or until that
     * takes more than {@code effort} looks at spans of bids.
     */
    void cut(FoundGain found, double allowed, double close, long effort) {
        while (looks < effort && !cells.isEmpty()) {
            double goal = Math.max(allowed, close * found.gain());
            Cell worst = cells.peek();
            TypeCell types = worst.types;
            if (worst.bound <= found.gain() + goal || types.isEmpty() || !(types.to() - types.from() > NARROWEST)) {
                return;
            }
            cells.poll();
            double enough = found.gain() + SHARE * goal;
            for (int i = 0; i < 2; i++) {
                TypeCell half = types.part(i, 2, own);
                cells.add(new Cell(half, Math.min(worst.bound, bound(half, enough, SHARE * goal))));
            }
            found.look((types.from() + types.to()) / 2);
        }
    }

    /** The bound of {@code cell}; a gain up to {@code enough} is not looked at closely, others to within {@code error}. */
    private double bound(TypeCell cell, double enough, double error) {
        double earned = payoff.certain(earned(cell));
        double level = Math.max(0, earned + enough);
        double most = most(cell.to(), payoff.utility(0, level), payoff.utility(0, level + error));
        return Math.max(0, payoff.certain(most) - earned);
    }

    /** What the types of {@code cell} earn at least: no less than its lowest by any of their bids. */
    private double earned(TypeCell cell) {
        double least = cell.first() >= payoff.least() ? Double.POSITIVE_INFINITY : 0;
        if (!(cell.last() >= payoff.least())) {
            return least;
        }
        double first = cell.first() >= payoff.least() ? cell.first() : bottom;
        double last = cell.last();
        double type = cell.from();
        if (first == last) {
            return Math.min(least, payoff.at(type, first));
        }
        Change change = payoff.over(first, last, type, type);
        looks++;
        double inside = Math.max(payoff.above(type, first) - change.down(), payoff.below(type, last) - change.up());
        double ends = Math.min(payoff.at(type, first), payoff.at(type, last));
        return Math.min(least, Math.min(inside, ends));
    }

    /**
     * What {@code type} earns at most by any bid, or a little more.
     *
     * @param level what is not looked at closely
     * @param near by how much more, {@code near} less {@code level}
     */
    private double most(double type, double level, double near) {
        double most = Math.max(level, Math.max(atBid(type, bottom), atBid(type, top)));
        double left = most;
        Deque<double[]> spans = new ArrayDeque<>();
        for (int i = 0; i < SPANS && top > bottom; i++) {
            double to = i == SPANS - 1 ? top : bottom + (top - bottom) * (i + 1) / SPANS;
            spans.push(new double[] {bottom + (top - bottom) * i / SPANS, to});
        }
        while (!spans.isEmpty()) {
            double from = spans.peek()[0];
            double to = spans.pop()[1];
            Change change = payoff.over(from, to, type, type);
            looks++;
            double bound = Math.min(payoff.above(type, from) + change.up(), payoff.below(type, to) + change.down());
            if (bound <= most + (near - level) || to - from <= NARROWEST * (top - bottom)) {
                left = Math.max(left, bound);
            } else {
                double middle = from + (to - from) / 2;
                most = Math.max(most, atBid(type, middle));
                spans.push(new double[] {from, middle});
                spans.push(new double[] {middle, to});
            }
        }
        return Math.max(most, left);
    }

    /** The largest of what {@code bid} earns, and one just beside it. */
    private double atBid(double type, double bid) {
        return Math.max(payoff.at(type, bid), Math.max(payoff.below(type, bid), payoff.above(type, bid)));
    }
}
