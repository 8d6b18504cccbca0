package dev.envelope.theory.certificate;

import dev.envelope.theory.certificate.earning.BidPayoff;
import dev.envelope.theory.certificate.earning.BidPayoff.Change;

/**
 * How much the types of one cell can gain at most: from the bids they are told to make upwards and downwards, span by span, adding up
 * what each span can change. Where the prescribed bids are the best, what spans near them add is of second order in the size of
 * the cell, and those farther away take off more than they add.
 */
final class Climb {

    /** No span is cut to less than this share of the cell, and of the range of bids. */
    private static final double FINEST = 1 / 16.0;

    /** No span on which earnings may rise is wider than this many cells. */
    private static final double LONGEST = 2;

    /** What a span may add, as a share of the gain that is not looked at closely, without being cut for its width. */
    private static final double FLAT = 1 / 64.0;

    private static final double NARROWEST = 1e-10;

    private final BidPayoff payoff;
    private final double bottom;
    private final double top;
    private final double low;
    private final double high;
    private final double first;
    private final double last;
    private final double level;
    private final double shortest;
    private final double longest;
    private final double start;
    private double least = Double.NEGATIVE_INFINITY;
    private int spans;

    /**
     * The climbs of the types of {@code cell}, who send bids that count.
     *
     * @param bottom the lowest bid worth looking at, at most the lowest of the cell
     * @param top the highest bid of anybody
     * @param level the gain in utility that makes no closer look worth while
     */
    Climb(BidPayoff payoff, TypeCell cell, double bottom, double top, double level) {
        this.payoff = payoff;
        this.bottom = bottom;
        this.top = top;
        this.low = cell.from();
        this.high = cell.to();
        this.first = cell.first();
        this.last = cell.last();
        this.level = level;
        double size = isFlat() ? Math.min(high - low, top - bottom) : last - first;
        this.shortest = Math.max(NARROWEST * (top - bottom), FINEST * size);
        this.longest = Math.max(shortest, LONGEST * size);
        this.start = Math.max(shortest, (last - first) / 4);
    }

    private boolean isFlat() {
        return first == last;
    }

    /** What no type of the cell gains by a higher bid. */
    double up() {
        return up(isFlat() ? payoff.above(high, first) - payoff.at(high, first) : 0);
    }

    /**
     * The same, of types that begin at the lowest bid of the cell.
     *
     * @param already what bidding just above it gains at most
     */
    double up(double already) {
        double run = already;
        double best = Math.max(0, run);
        double at = first;
        double step = start;
        while (at < top) {
            boolean isOwn = at < last;
            double to = Math.min(at + step, isOwn ? last : top);
            Change change = payoff.over(at, to, low, high);
            double before = isOwn ? Math.max(0, run) : run;
            spans++;
            if (isTooLong(to - at, before + change.up(), best, change.most())) {
                step = (to - at) / 2;
                continue;
            }
            run = before + Math.min(change.most(), change.up());
            run = (isOwn ? Math.max(run, change.up()) : run) + rise(to);
            best = Math.max(best, Math.max(run, before + change.up()));
            if (to >= last && run + payoff.rest(to, high) <= best) {
                break;
            }
            step = 2 * (to - at);
            at = to;
        }
        return best;
    }

    /** What no type of the cell gains by a lower bid, or by none. */
    double down() {
        double run = isFlat() ? payoff.below(low, first) - payoff.at(low, first) : 0;
        double best = Math.max(0, run);
        double own = 0;
        double at = last;
        double step = start;
        while (at > bottom) {
            boolean isOwn = at > first;
            double to = Math.max(at - step, isOwn ? first : bottom);
            Change change = payoff.over(to, at, low, high);
            double before = isOwn ? Math.max(0, run) : run;
            spans++;
            if (isTooLong(at - to, before + change.down(), best, -change.least())) {
                step = (at - to) / 2;
                continue;
            }
            run = before + Math.min(-change.least(), change.down());
            run = isOwn ? Math.max(run, change.down()) : run;
            best = Math.max(best, Math.max(run, before + change.down()));
            own = isOwn ? best : own;
            run += fall(to);
            best = Math.max(best, run);
            step = 2 * (at - to);
            at = to;
        }
        least = (isFlat() ? payoff.at(low, first) : payoff.above(low, first)) - own;
        return Math.max(best, -least);
    }

    private boolean isTooLong(double width, double within, double best, double whole) {
        return (within > Math.max(best, level) && width > shortest) || (whole > FLAT * level && width > longest);
    }

    /** The step of earnings at {@code bid}, for the type that it lifts most. */
    private double rise(double bid) {
        return isJump(bid) ? payoff.above(high, bid) - payoff.below(high, bid) : 0;
    }

    /** The drop of earnings at {@code bid} where that is a gain, for the type that loses least by it. */
    private double fall(double bid) {
        return isJump(bid) ? payoff.below(low, bid) - payoff.above(low, bid) : 0;
    }

    private boolean isJump(double bid) {
        return payoff.hasJumps()
                && payoff.contest().atMost(bid) > payoff.contest().below(bid);
    }

    /** What every type of the cell earns at least; −∞ before {@link #down} was asked. */
    double least() {
        return least;
    }

    /** How many spans were looked at. */
    int spans() {
        return spans;
    }
}
