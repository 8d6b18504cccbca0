package dev.envelope.theory.licence.interdependent;

import dev.envelope.theory.certificate.law.MessageLaw;
import dev.envelope.theory.certificate.law.MessageLaw.Slope;
import dev.envelope.theory.certificate.law.Trader;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What no deviation of one of two firms gains whose losers lose α times the winner's value, over all types and bids.
 *
 * <p>With W(b) = F_j(φ_j(b)) the chance to win, x gains (x + α·φ_j − t) dW(t) − W(t) dt from each bid t to the next where the winner pays its
 * bid, (x + α·φ_j) dW − dt where both pay. That is dE(t) + (x − φ_i(t)) dW(t), with E the same for the type that bids t; and from the bid of
 * x upwards x ≤ φ_i, downwards x ≥ φ_i. So no deviation gains more than what E is higher by anywhere than at some own bid, which is 0 in
 * equilibrium. Bids below all others never win, those above all others pay more.
 *
 * <p>E is known at a grid of bids but for what trapezoids leave open of ∫ W dφ_i and ∫ F_j, and between them by bounds on its slope: of second
 * order where densities and slopes of bids are bounded, else of first order. Both bids increase, but that both may rest at 0 where both pay.
 * Checked by {@code InterdependentFirmsTest}.
 */
final class ResidualBound {

    private static final int FIRST_CELLS = 256;
    private static final int MOST_CELLS = 1 << 17;
    private static final int PASSES = 12;

    /** What is added for rounding, in units of the largest type or bid. */
    private static final double ROUNDING = 1e-13;

    private final Trader own;
    private final Trader rival;
    private final MessageLaw mine;
    private final MessageLaw others;
    private final double alpha;
    private final boolean isAllPay;
    private final double size;

    /** The bound for {@code own} against {@code rival}. */
    ResidualBound(Trader own, Trader rival, double alpha, boolean isAllPay) {
        this.own = own;
        this.rival = rival;
        this.mine = own.law();
        this.others = rival.law();
        this.alpha = alpha;
        this.isAllPay = isAllPay;
        double largest = Math.max(Math.abs(rival.lower()), Math.abs(rival.upper()));
        double highest = Math.max(Math.abs(mine.highest()), Math.abs(mine.lowest()));
        this.size = (1 + Math.abs(alpha)) * Math.max(largest, Math.max(Math.abs(own.upper()), highest));
    }

    /** The bound to within {@code tolerance}, or as near as many cells come. */
    double within(double tolerance) {
        double lowest = Math.min(mine.lowest(), others.lowest());
        double highest = Math.max(mine.highest(), others.highest());
        // Who bids the lowest as some of the other's values do, and not just above it, is the worse off by a tie.
        double tied = mine.lowest() == lowest ? size * others.atMost(lowest) : 0;
        double[] bids = DoubleStream.concat(
                        DoubleStream.iterate(0, k -> k <= FIRST_CELLS, k -> k + 1)
                                .map(k -> lowest + (highest - lowest) * k / FIRST_CELLS),
                        DoubleStream.concat(Arrays.stream(mine.breakpoints()), Arrays.stream(others.breakpoints())))
                .filter(bid -> bid >= lowest && bid <= highest)
                .sorted()
                .distinct()
                .toArray();
        double best = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < PASSES && bids.length <= MOST_CELLS; pass++) {
            Cells cells = new Cells(bids);
            best = Math.min(best, cells.bound() + tied + ROUNDING * size);
            if (cells.slack() <= tolerance) {
                break;
            }
            bids = cells.refined(tolerance);
        }
        return best;
    }

    /** E at a grid of bids and what it may be between. */
    private final class Cells {

        private final double[] bids;
        private final double[] slack;
        private final double[] open;
        private double highest;
        private double lowest = Double.POSITIVE_INFINITY;
        private double doubt;
        private double widest;

        Cells(double... bids) {
            this.bids = bids;
            this.slack = new double[bids.length - 1];
            this.open = new double[bids.length - 1];
            double e = 0;
            for (int k = 0; k + 1 < bids.length; k++) {
                double next = e + rise(k);
                doubt += open[k];
                widest = Math.max(widest, slack[k]);
                highest = Math.max(highest, Math.max(e, next) + slack[k]);
                boolean isOwn = bids[k] >= mine.lowest() && bids[k + 1] <= mine.highest();
                lowest = isOwn ? Math.min(lowest, Math.min(e, next) - slack[k]) : lowest;
                e = next;
            }
        }

        double bound() {
            return highest - lowest + 2 * doubt;
        }

        double slack() {
            return 2 * (widest + doubt);
        }

        /** ∫ (φ_i + α·φ_j) dW over the cell, by parts, less what is paid. */
        private double rise(int k) {
            double from = bids[k];
            double to = bids[k + 1];
            double width = to - from;
            double low = others.atMost(from);
            double high = Math.max(low, others.atMost(to));
            double mineFrom = mine.first(Math.nextUp(from));
            double mineTo = mine.first(Math.nextUp(to));
            double theirsFrom = others.first(Math.nextUp(from));
            double theirsTo = others.first(Math.nextUp(to));
            Slope density = others.slope(from, to);
            Slope steps = own.steps(mineFrom, mineTo);
            double values = Math.max(0, mineTo - mineFrom);
            double ofMine =
                    trapezoid(values, high - low, density.least() * steps.least(), density.most() * steps.most());
            double theirs = Math.max(0, theirsTo - theirsFrom);
            double ofTheirs = trapezoid(
                    theirs,
                    high - low,
                    rival.type().leastDensity(theirsFrom, theirsTo),
                    rival.mostDensity(theirsFrom, theirsTo));
            open[k] = ofMine + Math.abs(alpha) * ofTheirs;
            double least = mineFrom + Math.min(alpha * theirsFrom, alpha * theirsTo) - (isAllPay ? 0 : to);
            double most = mineTo + Math.max(alpha * theirsFrom, alpha * theirsTo) - (isAllPay ? 0 : from);
            double steepest = Math.max(0, most) * density.most() + Math.min(0, most) * density.least();
            double flattest = Math.max(0, least) * density.least() + Math.min(0, least) * density.most();
            double spread = steepest - flattest + (isAllPay ? 0 : high - low);
            double first = Math.max(Math.abs(least), Math.abs(most)) * (high - low) + width * (isAllPay ? 1 : high);
            slack[k] = Double.isNaN(spread) ? first : Math.min(first, width * spread / 4);
            double mean = (low + high) / 2;
            double won = mineTo * high - mineFrom * low - values * mean;
            double lost = theirsTo * high - theirsFrom * low - theirs * mean;
            double paid = isAllPay ? width : to * high - from * low;
            return won + alpha * lost - paid;
        }

        /** How far a trapezoid can be off for a function that rises by {@code rise} over {@code width}, with slopes between two. */
        private double trapezoid(double width, double rise, double least, double most) {
            double bowed = width * width * (most - least) / 8;
            double first = width * rise / 2;
            return Double.isNaN(bowed) ? first : Math.min(first, bowed);
        }

        /** Cut where they leave most open. */
        double[] refined(double tolerance) {
            double each = tolerance / 4;
            double share = tolerance / (4.0 * slack.length);
            return DoubleStream.concat(
                            Arrays.stream(bids),
                            IntStream.range(0, slack.length)
                                    .filter(k -> slack[k] > each || open[k] > share)
                                    .mapToObj(k -> DoubleStream.iterate(1, i -> i < 4, i -> i + 1)
                                            .map(i -> bids[k] + (bids[k + 1] - bids[k]) * i / 4))
                                    .flatMapToDouble(inner -> inner))
                    .sorted()
                    .distinct()
                    .toArray();
        }
    }
}
