package dev.envelope.lab.verification;

import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of one treatment: the observations beside the prediction.
 *
 * @param observed what was observed
 * @param comparison the treatment's measure against its prediction; empty when nothing is predicted or fewer than two
 *     markets were played
 * @param predictedEfficiency realised as a share of first-best gains in the equilibrium, where one is known and there are such gains
 * @param note why there is no comparison; empty when there is one
 */
public record Finding(
        TreatmentStatistics observed,
        Optional<Comparison> comparison,
        OptionalDouble predictedEfficiency,
        String note) {

    /** Sets {@code observed} beside what {@code solution} predicts. */
    public static Finding of(TreatmentStatistics observed, Solution solution) {
        if (solution instanceof NoEquilibrium none) {
            return new Finding(observed, Optional.empty(), OptionalDouble.empty(), none.reason());
        }
        Predictions predictions = ((Equilibrium) solution).predictions();
        OptionalDouble efficiency = Double.isNaN(predictions.efficiency())
                ? OptionalDouble.empty()
                : OptionalDouble.of(predictions.efficiency());
        if (observed.markets() < 2) {
            return new Finding(observed, Optional.empty(), efficiency, "fewer than two markets were played");
        }
        Measure measure = observed.measure();
        Comparison comparison = Comparison.of(observed.sample(measure), measure.of(predictions));
        return new Finding(observed, Optional.of(comparison), efficiency, "");
    }

    /**
     * The verdict in a word: {@code agrees}, {@code differs}, {@code too few rounds} where the interval is too wide for
     * an agreement to mean anything, or {@code no prediction}.
     */
    public String verdict() {
        return comparison.map(Finding::verdict).orElse("no prediction");
    }

    private static String verdict(Comparison comparison) {
        if (!comparison.agrees()) {
            return "differs";
        }
        return comparison.isPrecise() ? "agrees" : "too few rounds";
    }

    /** Whether there is a comparison and the prediction lies in its interval, however wide that is. */
    public boolean agrees() {
        return comparison.map(Comparison::agrees).orElse(false);
    }
}
