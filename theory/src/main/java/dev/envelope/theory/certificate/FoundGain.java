package dev.envelope.theory.certificate;

import dev.envelope.theory.certificate.earning.BidPayoff;
import dev.envelope.theory.certificate.law.Trader;

/** The largest gain found at single types: the best of a grid of bids, improved by golden section. */
final class FoundGain {

    private static final int GRID = 256;
    private static final int STEPS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final BidPayoff payoff;
    private final Trader own;
    private final double bottom;
    private final double top;
    private double gain;
    private double type;
    private double message = Double.NaN;

    FoundGain(BidPayoff payoff, Trader own, double bottom, double top) {
        this.payoff = payoff;
        this.own = own;
        this.bottom = bottom;
        this.top = top;
        this.type = own.lower();
    }

    /** Looks at {@code here}. */
    void look(double here) {
        double prescribed = own.message(here);
        double earned = prescribed >= payoff.least() ? payoff.at(here, prescribed) : 0;
        keep(here, Double.NaN, earned, 0);
        double step = (top - bottom) / GRID;
        double best = bottom;
        double height = Double.NEGATIVE_INFINITY;
        for (int k = 0; k <= GRID; k++) {
            double bid = bottom + k * step;
            double worth = payoff.above(here, bid);
            best = worth > height ? bid : best;
            height = Math.max(height, worth);
        }
        keep(here, best, earned, height);
        climb(here, earned, Math.max(bottom, best - step), Math.min(top, best + step));
    }

    private void climb(double here, double earned, double from, double to) {
        double left = from;
        double right = to;
        double low = right - GOLDEN * (right - left);
        double high = left + GOLDEN * (right - left);
        double atLow = payoff.above(here, low);
        double atHigh = payoff.above(here, high);
        for (int i = 0; i < STEPS; i++) {
            if (atLow >= atHigh) {
                right = high;
                high = low;
                atHigh = atLow;
                low = right - GOLDEN * (right - left);
                atLow = payoff.above(here, low);
            } else {
                left = low;
                low = high;
                atLow = atHigh;
                high = left + GOLDEN * (right - left);
                atHigh = payoff.above(here, high);
            }
        }
        keep(here, low, earned, atLow);
    }

    private void keep(double here, double bid, double earned, double worth) {
        double found = worth > earned ? payoff.certain(worth) - payoff.certain(earned) : 0;
        if (found > gain) {
            gain = found;
            type = here;
            message = bid;
        }
    }

    /** The gain, in money for certain; 0 where there was none. */
    double gain() {
        return gain;
    }

    double type() {
        return type;
    }

    /** The bid that earns it, or one just above; NaN to abstain. */
    double message() {
        return message;
    }
}
