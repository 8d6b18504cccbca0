package dev.envelope.theory.alternatives;

import dev.envelope.theory.efficient.EfficientChoice;
import dev.envelope.theory.efficient.OutsideOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * An efficient choice among agents of finitely many types, whose averages are sums over all profiles: exact but for rounding.
 *
 * <p>Checked by {@code AlternativesTest} and {@code FiniteTypesChoiceTest}.
 */
public interface EnumeratedChoice extends EfficientChoice {

    /** The types that agent {@code agent} may be of. */
    List<Double> typesOf(int agent);

    /** How likely each of them is, in the same order. */
    List<Double> chancesOf(int agent);

    /** E[f] over all profiles of types. */
    default double average(ToDoubleFunction<double[]> f) {
        return TypeAverage.of(this, -1).at(new double[agents()], f);
    }

    /** The same where agent {@code agent} is of type {@code type}, which need not be one that there is. */
    default double averageGiven(int agent, double type, ToDoubleFunction<double[]> f) {
        double[] profile = new double[agents()];
        profile[agent] = type;
        return TypeAverage.of(this, agent).at(profile, f);
    }

    @Override
    default double interimWelfare(int agent, double type) {
        return averageGiven(agent, type, this::welfare);
    }

    @Override
    default double interimValue(int agent, double type) {
        return averageGiven(agent, type, types -> ownValue(agent, types));
    }

    @Override
    default double interimCost(int agent, double type) {
        return averageGiven(agent, type, this::cost);
    }

    @Override
    default double expectedWelfare() {
        return average(this::welfare);
    }

    @Override
    default double expectedValue(int agent) {
        return average(types -> ownValue(agent, types));
    }

    @Override
    default double expectedCost() {
        return average(this::cost);
    }

    /** Among the types that there are; the first of those that are as reluctant. */
    @Override
    default Reluctance reluctance(int agent, OutsideOption option) {
        return IntStream.range(0, typesOf(agent).size())
                .mapToObj(k -> typesOf(agent).get(k))
                .map(type -> new Reluctance(type, interimWelfare(agent, type) - option.at(type)))
                .min(Comparator.comparingDouble(Reluctance::margin))
                .orElseThrow();
    }
}
