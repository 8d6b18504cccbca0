package dev.envelope.theory.licence.interdependent;

import dev.envelope.theory.certificate.law.MessageLaw;
import dev.envelope.theory.certificate.law.Trader;
import dev.envelope.theory.distribution.Expectation;
import java.util.List;

/** The best deviation found on a grid of bids and types of one of two firms, each payoff of which is the sum of what is won, paid and lost. */
final class DeviationSearch {

    private static final int GRID = 400;

    private final Trader own;
    private final double alpha;
    private final boolean isAllPay;
    private final Trader rival;
    private final MessageLaw others;
    private final double size;

    DeviationSearch(Trader own, Trader rival, double alpha, boolean isAllPay) {
        this.own = own;
        this.rival = rival;
        this.others = rival.law();
        this.alpha = alpha;
        this.isAllPay = isAllPay;
        this.size = Math.max(Math.abs(rival.lower()), Math.abs(rival.upper()));
    }

    /** The largest gain of any type of the grid from any bid of it. */
    double found() {
        double low = others.lowest();
        double high = others.highest();
        double[] chances = new double[GRID + 1];
        double[] rests = new double[GRID + 1];
        for (int k = 0; k <= GRID; k++) {
            double bid = low + (high - low) * k / GRID;
            chances[k] = others.atMost(bid);
            rests[k] = rest(bid, chances[k]);
        }
        double largest = 0;
        for (int m = 0; m <= GRID; m++) {
            double type = own.type().quantile(m / (double) GRID);
            double bid = own.message(type);
            double chance = others.atMost(bid);
            double earned = type * chance + rest(bid, chance);
            double best = Double.NEGATIVE_INFINITY;
            for (int k = 0; k <= GRID; k++) {
                best = Math.max(best, type * chances[k] + rests[k]);
            }
            largest = Math.max(largest, best - earned);
        }
        return largest;
    }

    /** What a bid earns beside the value that is won: less what is paid and what is lost. */
    private double rest(double bid, double chance) {
        double lost = Expectation.of(
                rival.type(), others.first(Math.nextUp(bid)), rival.upper(), 1e-13 * size, List.of(), y -> y);
        return -(isAllPay ? bid : bid * chance) - (bid >= others.highest() ? 0 : alpha * lost);
    }
}
