package dev.envelope.game.plan.file;

import dev.envelope.game.plan.syntax.PlanProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A plan to be spoilt, and what is said of it then. */
final class WrongPlans {

    static final String GOOD = """
            envelope: 1
            tick: 0.01
            seats: 8
            treatments:
              main:
                mechanism: {type: first_price, reserve: 10}
                bidders: 4
                values: {type: uniform, lo: 0, hi: 100}
            blocks:
              - {treatment: main, rounds: 5}
            """;

    private WrongPlans() {}

    static String messages(String text) {
        List<PlanProblem> problems = PlanReader.read(text).problems();
        return problems.stream().map(PlanProblem::toString).collect(Collectors.joining("\n"));
    }
}
