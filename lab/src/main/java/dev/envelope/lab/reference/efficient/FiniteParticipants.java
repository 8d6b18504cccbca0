package dev.envelope.lab.reference.efficient;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.finite.FiniteTypesChoice;
import dev.envelope.theory.finite.FiniteTypesChoice.Kind;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * Those of finitely many types.
 *
 * @param choice what is chosen
 */
record FiniteParticipants(FiniteTypesChoice choice) implements Participants {

    @Override
    public boolean areAlike() {
        return choice.kind() != Kind.TRADE
                && choice.types().stream().allMatch(choice.types().get(0)::equals);
    }

    @Override
    public boolean areTraders() {
        return choice.kind() == Kind.TRADE;
    }

    @Override
    public boolean has(int agent, double type) {
        return choice.types().get(agent).mass(type) > 0;
    }

    @Override
    public String types(int agent) {
        return choice.types().get(agent).points().toString();
    }

    @Override
    public double mean(int agent, DoubleUnaryOperator f) {
        DiscreteDistribution own = choice.types().get(agent);
        double mean = 0;
        for (int k = 0; k < own.size(); k++) {
            mean += own.probabilities().get(k) * f.applyAsDouble(own.points().get(k));
        }
        return mean;
    }

    @Override
    public double threshold(int agent, DoublePredicate isWorthIt) {
        throw new IllegalArgumentException("types: " + types(agent) + " (expected: densities, for where a gain is 0)");
    }

    @Override
    public double serviceProbability(int agent, double type) {
        return Math.abs(choice.interimWeight(agent, type));
    }

    @Override
    public double probability() {
        if (choice.kind() == Kind.OBJECT) {
            throw new IllegalArgumentException(
                    "quantity: a probability of " + choice + " (expected: a project or a trade)");
        }
        if (choice.indifference() > 0) {
            throw new IllegalArgumentException(
                    "buyer, seller: a value may equal a cost (expected: never, for how often trade is efficient)");
        }
        return choice.probability();
    }
}
