package dev.envelope.game.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.plan.syntax.PlanProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts for the missing, by mechanism. */
class AbsenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            first_price; abstain; ABSTAIN
            first_price; last_message; LAST_MESSAGE
            vcg; least_interest; LEAST_INTEREST
            optimal; abstain; ABSTAIN
            balanced; abstain; ABSTAIN
            agv; least_interest; LEAST_INTEREST
            agv; last_message; LAST_MESSAGE
            """)
    void whatIsStatedHolds(String mechanism, String absent, AbsentRule.Kind kind) {
        AbsentRule rule = new AbsentRule(kind, StandIn.NONE);
        assertThat(rule("", mechanism, ", absent: " + absent)).isEqualTo(rule);
        assertThat(rule("absent: " + absent + "\n", mechanism, "")).isEqualTo(rule);
    }

    @Test
    void aStrategyMayAnswerForTheMissing() {
        for (String strategy : List.of("equilibrium", "shading:0.2")) {
            AbsentRule rule = AbsentRule.strategy(new StandIn(strategy));
            assertThat(rule("", "agv", ", absent: {strategy: \"" + strategy + "\"}"))
                    .isEqualTo(rule);
            assertThat(rule("absent: {strategy: \"" + strategy + "\"}\n", "first_price", ""))
                    .isEqualTo(rule);
        }
    }

    @Test
    void aStrategyHasToKnowTheGamesThatItAnswersInAndNoOthers() {
        Plan plan = PlanReader.read("""
                envelope: 1
                seats: 5
                uneven: larger_group
                fill: truthful
                treatments:
                  a: {mechanism: first_price, bidders: 3, values: [0, 1], absent: {strategy: truthful}}
                  b: {mechanism: second_price, bidders: 4, values: [0, 1], absent: {strategy: equilibrium}}
                  c: {mechanism: vcg, bidders: 5, values: [0, 1]}
                """).orElseThrow();

        assertThat(plan.standIns()).containsOnlyKeys(new StandIn("truthful"), StandIn.EQUILIBRIUM);
        assertThat(plan.standIns().get(new StandIn("truthful")))
                .extracting(Treatment::id)
                .containsExactly("a", "a-of-4", "a-of-5", "b", "b-of-5", "c");
        assertThat(plan.standIns().get(StandIn.EQUILIBRIUM))
                .extracting(Treatment::id)
                .containsExactly("b", "b-of-5");
    }

    @Test
    void withoutAWordTheMissingAbstainWhereTheyMay() {
        assertThat(rule("", "first_price", "")).isEqualTo(AbsentRule.ABSTAIN);
        assertThat(rule("", "balanced", "")).isEqualTo(AbsentRule.ABSTAIN);
        assertThat(rule("", "agv", "")).isEqualTo(AbsentRule.LEAST_INTEREST);
    }

    @Test
    void aTreatmentsOwnWordOutranksThePlans() {
        assertThat(rule("absent: abstain\n", "agv", ", absent: last_message")).isEqualTo(AbsentRule.LAST_MESSAGE);
    }

    @Test
    void abstainingIsRefusedWhereAllMustTakePart() {
        String expected = "absent abstain in agv (expected: least_interest or last_message, where all must take part)";

        assertThat(problem("", "agv", ", absent: abstain"))
                .isEqualTo("line 3, column 64: treatments.main.absent: " + expected);
        assertThat(problem("absent: abstain\n", "agv", ""))
                .isEqualTo("line 4, column 21: treatments.main.mechanism: " + expected);
    }

    @Test
    void bidsHaveNoLeastInterest() {
        assertThat(problem("", "first_price", ", absent: least_interest"))
                .endsWith("treatments.main.absent: absent least_interest in first_price"
                        + " (expected: abstain or last_message, where messages are no reports)");
    }

    private static AbsentRule rule(String plan, String mechanism, String treatment) {
        return PlanReader.read(text(plan, mechanism, treatment))
                .orElseThrow()
                .treatments()
                .get(0)
                .absent();
    }

    private static String problem(String plan, String mechanism, String treatment) {
        List<PlanProblem> problems =
                PlanReader.read(text(plan, mechanism, treatment)).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0).toString();
    }

    private static String text(String plan, String mechanism, String treatment) {
        return "envelope: 1\n" + plan + "treatments:\n  main: {mechanism: " + mechanism
                + ", bidders: 3, values: [0, 100]" + treatment + "}\n";
    }
}
