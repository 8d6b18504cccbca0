package dev.envelope.theory.equilibrium;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;

/**
 * The revelation principle as an object (Myerson 1981; Krishna, Proposition 5.1): report a type, and the equilibrium message
 * is placed for it. Q(x) = π(β(x)), M(x) = μ(β(x)); truth is an equilibrium with the same outcomes.
 *
 * <p>The placed messages stay real numbers inside. Agents and sides are those of the indirect mechanism.
 *
 * @param indirect the mechanism the messages are placed in
 * @param equilibrium what is placed for a reported type
 * @param types the distribution of each agent's type; a report outside its support is refused
 */
public record DirectMechanism(Mechanism indirect, Equilibrium equilibrium, List<ValueDistribution> types)
        implements Mechanism {

    /** Copies the list and checks that there is one type and one strategy per agent. */
    public DirectMechanism {
        types = List.copyOf(types);
        checkSize("types", types.size(), indirect.agents());
        checkSize("equilibrium", equilibrium.strategies().size(), indirect.agents());
    }

    /** The direct mechanism that plays {@code equilibrium} of {@code indirect} for its agents. */
    public static DirectMechanism of(Mechanism indirect, Equilibrium equilibrium, List<ValueDistribution> types) {
        return new DirectMechanism(indirect, equilibrium, types);
    }

    @Override
    public int agents() {
        return indirect.agents();
    }

    @Override
    public Side side(int agent) {
        return indirect.side(agent);
    }

    @Override
    public int objects() {
        return indirect.objects();
    }

    @Override
    public double sellerValue() {
        return indirect.sellerValue();
    }

    @Override
    public boolean isDirect() {
        return true;
    }

    @Override
    public boolean treatsAlike(int one, int other) {
        return indirect.treatsAlike(one, other)
                && types.get(one).equals(types.get(other))
                && equilibrium
                        .strategies()
                        .get(one)
                        .equals(equilibrium.strategies().get(other));
    }

    /** That of the message that is placed. */
    @Override
    public double score(int agent, double message) {
        return indirect.score(agent, placed(agent, message));
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, types);
        double[] placed = new double[messages.length];
        for (int i = 0; i < placed.length; i++) {
            placed[i] = placed(i, messages[i]);
        }
        return indirect.outcome(placed, ties);
    }

    private double placed(int agent, double report) {
        return Double.isNaN(report) ? ABSTAIN : equilibrium.message(agent, report);
    }

    private static void checkSize(String name, int size, int agents) {
        if (size != agents) {
            throw new IllegalArgumentException(
                    name + ": " + size + " entries (expected: one per agent, " + agents + ")");
        }
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return indirect + " with bids placed for reported values";
    }
}
