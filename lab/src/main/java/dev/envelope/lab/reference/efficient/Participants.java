package dev.envelope.lab.reference.efficient;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BilateralTrade;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.efficient.PublicProject;
import dev.envelope.theory.numeric.Bisection;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** Those among whom an efficient choice is made, as far as quantities are about their types. */
interface Participants {

    /** Whether all have types of one distribution and are interchangeable. */
    boolean areAlike();

    /** Whether they are a buyer and a seller. */
    boolean areTraders();

    /** Whether agent {@code agent} may be of {@code type}. */
    boolean has(int agent, double type);

    /** The types of agent {@code agent}, as messages name them. */
    String types(int agent);

    /** E[f(X)] of agent {@code agent}'s type. */
    double mean(int agent, DoubleUnaryOperator f);

    /** The type at which {@code isWorthIt} begins or ends to hold. */
    double threshold(int agent, DoublePredicate isWorthIt);

    /** How likely an agent of {@code type} wins, trades, or has a project built. */
    double serviceProbability(int agent, double type);

    /** P(a trade is made, a project built). */
    double probability();

    /** Those of types with densities. */
    static Participants of(OneDimensionalChoice choice) {
        return new Continuous(choice);
    }

    /**
     * Those of types with densities.
     *
     * @param choice what is chosen
     */
    record Continuous(OneDimensionalChoice choice) implements Participants {

        @Override
        public boolean areAlike() {
            ValueDistribution first = choice.types().get(0);
            return choice.isSymmetric() && choice.types().stream().allMatch(first::equals);
        }

        @Override
        public boolean areTraders() {
            return choice instanceof BilateralTrade;
        }

        @Override
        public boolean has(int agent, double type) {
            ValueDistribution own = choice.types().get(agent);
            return type >= own.lower() && type <= own.upper();
        }

        @Override
        public String types(int agent) {
            ValueDistribution own = choice.types().get(agent);
            return "[" + own.lower() + ", " + own.upper() + "]";
        }

        @Override
        public double mean(int agent, DoubleUnaryOperator f) {
            ValueDistribution type = choice.types().get(agent);
            double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
            return Expectation.of(type, type.lower(), type.upper(), 1e-13 * scale, List.of(), f);
        }

        @Override
        public double threshold(int agent, DoublePredicate isWorthIt) {
            ValueDistribution type = choice.types().get(agent);
            boolean isAtTop = isWorthIt.test(type.upper());
            if (isAtTop == isWorthIt.test(type.lower())) {
                throw new IllegalArgumentException(
                        "net gain at both ends of the types: of one sign (expected: a type at which it changes)");
            }
            return Bisection.first(type.lower(), type.upper(), x -> isWorthIt.test(x) == isAtTop);
        }

        @Override
        public double serviceProbability(int agent, double type) {
            return choice instanceof ObjectAllocation object
                    ? object.winProbability(agent, type)
                    : Math.abs(choice.interimWeight(agent, type));
        }

        @Override
        public double probability() {
            if (choice instanceof PublicProject project) {
                return project.buildProbability();
            }
            if (choice instanceof BilateralTrade trade) {
                return trade.tradeProbability();
            }
            throw new IllegalArgumentException(
                    "quantity: a probability of " + choice + " (expected: a project or a trade)");
        }
    }
}
