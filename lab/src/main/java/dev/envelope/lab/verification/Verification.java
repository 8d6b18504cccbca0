package dev.envelope.lab.verification;

import dev.envelope.game.asked.PlayedSolution;
import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.seating.Uneven;
import dev.envelope.game.session.state.SettledRound;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The settled rounds of a session against the theory, treatment by treatment, without those for practice. For one thread at a time. */
public final class Verification {
    private final Plan plan;
    private final Map<String, TreatmentStatistics> observed = new LinkedHashMap<>();

    /** Nothing observed of {@code plan} yet. */
    public Verification(Plan plan) {
        this.plan = plan;
        for (Treatment treatment : plan.games()) {
            observed.put(treatment.id(), new TreatmentStatistics(treatment));
        }
    }

    /** Adds a round; one for practice is left out. */
    public void add(SettledRound round) {
        if (round.practice()) {
            return;
        }
        Map<String, List<Outcome>> ofGame = round.outcomes().stream()
                .collect(Collectors.groupingBy(
                        outcome -> round.treatment(outcome.market()).id()));
        ofGame.forEach((id, outcomes) -> observed(id).add(outcomes));
    }

    private TreatmentStatistics observed(String id) {
        TreatmentStatistics statistics = observed.get(id);
        if (statistics == null) {
            throw new IllegalArgumentException(
                    "round: of treatment " + id + " (expected: one of " + observed.keySet() + ")");
        }
        return statistics;
    }

    /** What became of each treatment, in the plan's order; where groups may be larger, of each size that was played. */
    public List<Finding> findings() {
        boolean haveSizes = plan.staffing().uneven() == Uneven.LARGER_GROUP;
        return observed.values().stream()
                .filter(statistics -> !haveSizes || statistics.rounds() > 0)
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
