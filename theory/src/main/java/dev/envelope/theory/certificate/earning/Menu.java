package dev.envelope.theory.certificate.earning;

import dev.envelope.theory.certificate.law.MessageLaw.Slope;
import java.util.Arrays;

/**
 * Everything a message can earn against given rivals, as lines in the type: exact at the messages of a grid, and bounded
 * between them.
 *
 * <p>A message earns W·v + c, so the best of many is a convex function of the type. In a cell (b1, b2) of the grid the payoff of
 * type v changes with a slope in some [A, B], which bounds its rise above the better end by (B − A)·(b2 − b1)/4: of second
 * order where the density of the rivals' messages is bounded. Monotonicity of W alone gives a bound of first order, and the
 * smaller counts. ∫W is known within the trapezoids that contain it.
 */
public final class Menu {

    private final Contest rival;
    private final Rules rules;
    private final double[] bids;
    private final double[] below;
    private final double[] atMost;
    private final double[] integral;
    private final double[] slack;
    private final double[] doubt;
    private final double farthest;
    private double totalDoubt;

    /**
     * The messages {@code bids} and all between them.
     *
     * @param bids increasing; no better message is outside
     * @param largestType the largest absolute value of a type that looks at the menu
     */
    public Menu(Contest rival, Rules rules, double[] bids, double largestType) {
        int n = bids.length;
        this.rival = rival;
        this.rules = rules;
        this.bids = bids;
        this.below = Arrays.stream(bids).map(rival::below).toArray();
        this.atMost = Arrays.stream(bids).map(rival::atMost).toArray();
        this.integral = new double[n];
        this.slack = new double[n - 1];
        this.doubt = new double[n - 1];
        this.farthest = largestType + (rules.allPay() ? 0 : Math.max(Math.abs(bids[0]), Math.abs(bids[n - 1])));
        for (int k = 0; k + 1 < n; k++) {
            bound(k);
        }
    }

    private void bound(int k) {
        double h = bids[k + 1] - bids[k];
        double low = atMost[k];
        double high = Math.max(low, below[k + 1]);
        double refund = rules.refund();
        Contest.Spread between = rival.spread(bids[k], bids[k + 1], refund);
        Slope slope = between.won();
        double spread = slope.most() - slope.least();
        double returnedLow = refund == 0 ? 0 : rival.refundedAtMost(bids[k]);
        double returnedHigh = refund == 0 ? 0 : Math.max(returnedLow, rival.refundedBelow(bids[k + 1]));
        Slope returned = between.refunded();
        Slope kept = between.kept();
        double first = rules.allPay()
                ? h
                : h * Math.max(0, Math.max(high - refund * returnedLow, refund * returnedHigh - low));
        double change =
                rules.allPay() ? farthest * spread : farthest * spread + h * slope.most() + kept.most() - kept.least();
        slack[k] = Double.isNaN(change) ? first : Math.min(first, h * change / 4);
        integral[k + 1] = integral[k] + h * (returnedLow + returnedHigh) / 2;
        double bowed = h * h * (returned.most() - returned.least()) / 8;
        doubt[k] = refund == 0
                ? 0
                : refund * Math.min(h * (returnedHigh - returnedLow) / 2, Double.isNaN(bowed) ? h : bowed);
        totalDoubt += doubt[k];
    }

    /** How far the payoff of one message can be from what is computed, where ∫W enters. */
    public double doubt() {
        return totalDoubt;
    }

    /** The largest slack of any cell. */
    double slack() {
        return Arrays.stream(slack).max().orElse(0);
    }

    int cells() {
        return slack.length;
    }

    /** What the best message earns at least: abstaining, or one of the grid or just above it; named by its index. */
    public UpperEnvelope found() {
        return envelope(false);
    }

    /** What no message earns more than. */
    public UpperEnvelope bound() {
        return envelope(true);
    }

    /** The message that is named {@code name} in an envelope; NaN to abstain. */
    public double message(int name) {
        return name < 0 ? Double.NaN : bids[name];
    }

    private UpperEnvelope envelope(boolean slackened) {
        UpperEnvelope envelope = new UpperEnvelope(2 * bids.length + 1);
        envelope.add(0, 0, -1);
        for (int k = 0; k < bids.length; k++) {
            double before = slackened && k > 0 ? slack[k - 1] : 0;
            double after = slackened && k + 1 < bids.length ? slack[k] : 0;
            envelope.add(below[k], rules.intercept(bids[k], below[k], integral[k]) + before, k);
            envelope.add(atMost[k], rules.intercept(bids[k], atMost[k], integral[k]) + after, k);
        }
        return envelope;
    }

    /** What a type of 0 earns with {@code message} where that wins with probability {@code chance}. */
    public double intercept(double message, double chance) {
        return rules.intercept(message, chance, rules.refund() == 0 ? 0 : integralAt(message));
    }

    private double integralAt(double message) {
        int last = bids.length - 1;
        if (message <= bids[0]) {
            return 0;
        }
        if (message >= bids[last]) {
            return integral[last] + (message - bids[last]) * rival.refundedAtMost(bids[last]);
        }
        int found = Arrays.binarySearch(bids, message);
        int k = found >= 0 ? found : -found - 2;
        double h = message - bids[k];
        return integral[k] + h * (rival.refundedAtMost(bids[k]) + rival.refundedBelow(message)) / 2;
    }

    /** The grid with every cell whose slack exceeds {@code target}, or whose share of the doubt is too large, cut up. */
    public double[] refined(double target) {
        double[] finer = new double[bids.length * Cuts.MOST];
        int size = 0;
        for (int k = 0; k < slack.length; k++) {
            int parts = Math.max(Cuts.of(slack[k], target), Cuts.of(doubt[k] * slack.length, target));
            for (int i = 0; i < parts; i++) {
                double bid = bids[k] + (bids[k + 1] - bids[k]) * i / parts;
                if (size == 0 || bid > finer[size - 1]) {
                    finer[size++] = bid;
                }
            }
        }
        finer[size++] = bids[bids.length - 1];
        return Arrays.copyOf(finer, size);
    }
}
