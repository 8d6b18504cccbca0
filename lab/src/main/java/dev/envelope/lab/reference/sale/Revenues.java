package dev.envelope.lab.reference.sale;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.solver.Equilibria;
import java.util.List;
import java.util.stream.Stream;

/** The averages of mechanisms among risk-neutral agents. */
final class Revenues {

    private Revenues() {}

    /** The revenue of {@code mechanism} in its equilibrium. */
    static double of(Mechanism mechanism, List<ValueDistribution> types) {
        return predictions(mechanism, types).revenue();
    }

    /** The averages of {@code mechanism} in its equilibrium; refused with the reason where none is known. */
    static Predictions predictions(Mechanism mechanism, List<ValueDistribution> types) {
        Solution solution = Equilibria.of(new BayesianGame(mechanism, types));
        if (solution instanceof NoEquilibrium none) {
            throw new IllegalArgumentException(none.reason());
        }
        return ((Equilibrium) solution).predictions();
    }

    /** E[max X_i] = w − ∫ Π F_i. */
    static double expectedHighest(List<ValueDistribution> types) {
        double from = types.stream().mapToDouble(ValueDistribution::lower).max().orElseThrow();
        double to = types.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow();
        List<Double> kinks = types.stream()
                .flatMap(type -> Stream.concat(Stream.of(type.upper()), type.kinks().stream()))
                .toList();
        return to
                - Quadrature.integrate(
                        x -> types.stream().mapToDouble(type -> type.cdf(x)).reduce(1, (a, b) -> a * b),
                        Kinks.between(from, to, kinks));
    }
}
