package dev.envelope.game.plan.file;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.syntax.PlanProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What reading a plan file came to: a plan, or all problems in the order of their places.
 *
 * @param plan the plan, present when there are no problems
 * @param problems what is wrong, empty when there is a plan
 */
public record PlanReading(Optional<Plan> plan, List<PlanProblem> problems) {

    /** Copies the list; there is either a plan or a problem. */
    public PlanReading {
        problems = List.copyOf(problems);
        if (plan.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "problems: " + problems.size() + " (expected: none with a plan, some without)");
        }
    }

    /** Whether there is a plan. */
    public boolean isPlan() {
        return plan.isPresent();
    }

    /**
     * The plan, for a caller whose text has to be right.
     *
     * @throws IllegalArgumentException with every problem on a line of its own
     */
    public Plan orElseThrow() {
        return plan.orElseThrow(() -> new IllegalArgumentException(
                problems.stream().map(PlanProblem::toString).collect(Collectors.joining("\n"))));
    }
}
