package dev.envelope.lab.verification;

import dev.envelope.game.asked.PlayedSolution;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.session.state.SettledRound;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settled rounds of a session against the theory, treatment by treatment, without those for practice. For one thread at a time. */
public final class Verification {
    private final Map<String, TreatmentStatistics> observed = new LinkedHashMap<>();

    /** Nothing observed of {@code plan} yet. */
    public Verification(Plan plan) {
        for (Treatment treatment : plan.treatments()) {
            observed.put(treatment.id(), new TreatmentStatistics(treatment));
        }
    }

    /** Adds a round; one for practice is left out. */
    public void add(SettledRound round) {
        if (round.practice()) {
            return;
        }
        TreatmentStatistics statistics = observed.get(round.treatment().id());
        if (statistics == null) {
            throw new IllegalArgumentException(
                    "round: of treatment " + round.treatment().id() + " (expected: one of " + observed.keySet() + ")");
        }
        statistics.add(round.outcomes());
    }

    /** What became of each treatment, in the plan's order. */
    public List<Finding> findings() {
        return observed.values().stream()
                .map(statistics -> Finding.of(statistics, solution(statistics.treatment())))
                .toList();
    }

    private static Solution solution(Treatment treatment) {
        try {
            return PlayedSolution.of(treatment);
        } catch (UnsupportedOperationException | IllegalArgumentException unknown) {
            return new NoEquilibrium(String.valueOf(unknown.getMessage()));
        }
    }
}
