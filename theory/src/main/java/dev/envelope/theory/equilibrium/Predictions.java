package dev.envelope.theory.equilibrium;

import java.util.List;

/**
 * What an equilibrium implies on average, per market, in the unit of the types.
 *
 * @param revenue E[Σ payments]: what the house takes in
 * @param gains E[Σ value of what changes hands], before payments: realised gains
 * @param firstBestGains the same under the efficient allocation
 * @param tradeProbability P(the object changes hands)
 * @param surplus each agent's ex ante expected payoff, in the mechanism's order
 */
public record Predictions(
        double revenue, double gains, double firstBestGains, double tradeProbability, List<Double> surplus) {

    /** Copies the list. */
    public Predictions {
        surplus = List.copyOf(surplus);
    }

    /** Realised gains as a share of the first best, 1 when both are 0. */
    public double efficiency() {
        return firstBestGains == 0 ? 1 : gains / firstBestGains;
    }
}
