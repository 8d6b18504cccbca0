package dev.envelope.theory.equilibrium;

import java.util.Collections;
import java.util.List;

/**
 * What an equilibrium implies on average, per market, in the unit of the types.
 *
 * @param revenue E[Σ payments]: what the house takes in
 * @param gains E[Σ value of what changes hands], before payments, less what it was worth to a seller who gave it up: realised gains
 * @param firstBestGains the same under the efficient allocation
 * @param tradeProbability P(the object changes hands)
 * @param surplus each agent's ex ante expected payoff in money, in the mechanism's order. With the revenue it adds up to the gains where
 *     keeping an object is worth nothing to the house, otherwise to that much more per sale: the house's own profit is the revenue less that
 * @param payments what each agent pays on average, negative where it is paid; they add up to the revenue. Empty where only the
 *     revenue is known
 */
public record Predictions(
        double revenue,
        double gains,
        double firstBestGains,
        double tradeProbability,
        List<Double> surplus,
        List<Double> payments) {

    /** By which share of it gains may fall short of their first best by rounding. */
    private static final double ROUNDING = 1e-12;

    /** Copies the lists and checks that there are payments of all agents or of none. */
    public Predictions {
        surplus = List.copyOf(surplus);
        payments = List.copyOf(payments);
        if (!payments.isEmpty() && payments.size() != surplus.size()) {
            throw new IllegalArgumentException(
                    "payments: " + payments.size() + " (expected: none, or one per agent, " + surplus.size() + ")");
        }
    }

    /** Predictions that do not say who pays how much of the revenue. */
    public Predictions(
            double revenue, double gains, double firstBestGains, double tradeProbability, List<Double> surplus) {
        this(revenue, gains, firstBestGains, tradeProbability, surplus, List.of());
    }

    /** The same with what each agent pays on average. */
    public Predictions withPayments(List<Double> each) {
        return new Predictions(revenue, gains, firstBestGains, tradeProbability, surplus, each);
    }

    /** The same where nothing tells the agents apart, so that each pays an equal part of the revenue. */
    public Predictions withEqualPayments() {
        int agents = surplus.size();
        return withPayments(Collections.nCopies(agents, revenue / agents));
    }

    /** {@link #efficiency(double, double)} of the gains and their first best. */
    public double efficiency() {
        return efficiency(gains, firstBestGains);
    }

    /** Gains as a share of the first best: 1 where they are that, and NaN where the first best is not above 0 and they are less. */
    public static double efficiency(double gains, double firstBest) {
        if (firstBest > 0) {
            return gains / firstBest;
        }
        return firstBest - gains <= ROUNDING * Math.abs(firstBest) ? 1 : Double.NaN;
    }
}
