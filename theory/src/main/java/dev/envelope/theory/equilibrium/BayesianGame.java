package dev.envelope.theory.equilibrium;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.preference.RiskNeutral;
import dev.envelope.theory.preference.Utility;
import java.util.List;

/**
 * A mechanism together with how its agents' private types are drawn, independently, and how the agents value uncertain gains.
 *
 * @param mechanism the rules
 * @param types the distribution of each agent's type, in the mechanism's order
 * @param utility the agents' common utility of gains in money
 */
public record BayesianGame(Mechanism mechanism, List<ValueDistribution> types, Utility utility) {

    /** Copies the list; there is one distribution per agent. */
    public BayesianGame {
        types = List.copyOf(types);
        if (types.size() != mechanism.agents()) {
            throw new IllegalArgumentException(
                    "types: " + types.size() + " distributions (expected: one per agent, " + mechanism.agents() + ")");
        }
    }

    /** The game of risk-neutral agents. */
    public BayesianGame(Mechanism mechanism, List<ValueDistribution> types) {
        this(mechanism, types, Utility.riskNeutral());
    }

    /** Whether the agents are risk neutral. */
    public boolean isRiskNeutral() {
        return utility instanceof RiskNeutral;
    }
}
