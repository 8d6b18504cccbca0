package dev.envelope.theory.equilibrium;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.List;

/**
 * A mechanism together with how its agents' private types are drawn, independently; agents are risk neutral.
 *
 * @param mechanism the rules
 * @param types the distribution of each agent's type, in the mechanism's order
 */
public record BayesianGame(Mechanism mechanism, List<ValueDistribution> types) {

    /** Copies the list; there is one distribution per agent. */
    public BayesianGame {
        types = List.copyOf(types);
        if (types.size() != mechanism.agents()) {
            throw new IllegalArgumentException(
                    "types: " + types.size() + " distributions (expected: one per agent, " + mechanism.agents() + ")");
        }
    }
}
