package dev.envelope.theory.equilibrium;

import java.util.List;

/**
 * A Bayesian Nash equilibrium with how it is known and what follows from it.
 *
 * @param name which equilibrium this is, where there are several, such as "linear (Chatterjee–Samuelson)"
 * @param strategies the bid function of each agent, in the mechanism's order
 * @param certificate how it is known to be an equilibrium
 * @param predictions what it implies on average
 */
public record Equilibrium(String name, List<BidFunction> strategies, Certificate certificate, Predictions predictions)
        implements Solution {

    /** Copies the list. */
    public Equilibrium {
        strategies = List.copyOf(strategies);
    }

    /** What agent {@code agent} of type {@code type} does. */
    public double message(int agent, double type) {
        return strategies.get(agent).message(type);
    }
}
