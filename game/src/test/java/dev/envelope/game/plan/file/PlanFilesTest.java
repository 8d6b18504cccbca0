package dev.envelope.game.plan.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanFilesTest {

    private static final String PLAN = """
            envelope: 1
            seats: 4
            matching: {type: fixed_list, file: groups.csv}
            treatments:
              main: {mechanism: first_price, bidders: 2, values: [0, 100]}
            rounds: 2""";

    private static final String GROUPS = """
            \uFEFFround;group;seat
            1;a;0
            1;b;2
            1;a;3

            1;b;1
            2;a;1
            2;a;0
            """;

    @Test
    void filesThatAreNamedBecomePartOfThePlan() {
        assertThat(PlanFiles.missing(PLAN)).containsExactly("groups.csv");

        String whole = PlanFiles.with(PLAN, Map.of("groups.csv", GROUPS));

        assertThat(whole).startsWith(PLAN + "\n");
        assertThat(PlanFiles.missing(whole)).isEmpty();
        Plan plan = PlanReader.read(whole).orElseThrow();
        assertThat(plan.source()).isEqualTo(whole);
        assertThat(plan.treatments().get(0).grouping().list().groups(0))
                .isEqualTo(List.of(List.of(0, 3), List.of(2, 1)));
        assertThat(plan.treatments().get(0).grouping().list().groups(1)).isEqualTo(List.of(List.of(1, 0)));
    }

    @Test
    void noPathLeadsElsewhere() {
        assertThat(PlanFiles.missing(PLAN.replace("groups.csv", "../groups.csv")))
                .isEmpty();
        assertThat(PlanFiles.missing(PLAN.replace("groups.csv", "/etc/passwd"))).isEmpty();
        assertThat(PlanFiles.missing("[no plan")).isEmpty();
    }

    @Test
    void mistakesInAFileAreNamedWithTheirLine() {
        assertThat(problem("1;b;2", "1;b;x"))
                .isEqualTo(
                        "line 3, column 36: matching.file: groups.csv line 3: seat x (expected: a whole number from 0 to 9999)");
        assertThat(problem("2;a;1", "3;a;1"))
                .contains("groups.csv line 7: round 3 (expected: a whole number from 1 to 2)");
        assertThat(problem("1;b;1", "1;b;0"))
                .contains(
                        "groups.csv line 6: seat 0 for the second time in round 1 (expected: every seat once at most)");
        assertThat(problem("1;b;1", "1;1")).contains("groups.csv line 6: 2 cells (expected: 3 as in the first line)");
        assertThat(problem("group;", "team;"))
                .contains(
                        "groups.csv line 1: round, team, seat (expected: a first line with the columns round, group, seat)");
    }

    private static String problem(String good, String bad) {
        String files = PlanFiles.with(PLAN, Map.of("groups.csv", GROUPS.replaceFirst(good, bad)));
        return PlanReader.read(files).problems().get(0).toString();
    }
}
