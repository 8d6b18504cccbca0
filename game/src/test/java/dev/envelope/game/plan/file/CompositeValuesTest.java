package dev.envelope.game.plan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.roles.Support;
import dev.envelope.game.plan.syntax.PlanProblem;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CompositeValuesTest {

    private static final double ROUNDING = 1e-12;

    @Test
    void aMixtureDrawsFromItsParts() {
        ValueDistribution mixture = values("{type: mixture, parts: [{weight: 0.3, values: [0, 1]},"
                + " {weight: 0.7, values: {type: power, a: 2, lo: 0, hi: 2}}]}");
        assertThat(mixture.upper()).isEqualTo(2);
        assertThat(mixture.cdf(1)).isCloseTo(0.3 + 0.7 / 4, within(ROUNDING));
    }

    @Test
    void anAffineMapMayHaveABaseOffTheGrid() {
        ValueDistribution mapped =
                values("{type: affine, values: {type: uniform, lo: 0, hi: 0.001}, scale: 1000, shift: 5}");
        assertThat(mapped.lower()).isEqualTo(5);
        assertThat(mapped.upper()).isCloseTo(6, within(ROUNDING));
    }

    @Test
    void aTruncationLeavesPartOfTheBase() {
        ValueDistribution left =
                values("{type: truncated, lo: 1, hi: 3, values: {type: triangular, mode: 1, lo: 0, hi: 4}}");
        assertThat(left.cdf(1)).isZero();
        assertThat(left.cdf(2)).isCloseTo(5 / 8.0, within(ROUNDING));
        assertThat(left.cdf(3)).isEqualTo(1);
    }

    @Test
    void piecesJoinTheirPointsByLines() {
        assertThat(values("{type: piecewise_linear, points: [[0, 0], [0.5, 0.8], [1, 1]]}")
                        .cdf(0.25))
                .isCloseTo(0.4, within(ROUNDING));
    }

    @Test
    void dataAreSmoothedUnlessTheFileSaysOtherwise() {
        assertThat(values("{type: empirical, data: [4, 1, 2]}").cdf(3)).isCloseTo(0.75, within(ROUNDING));
        DistributionSpec raw = asked("{type: empirical, data: [4, 1, 2, 2], smoothed: false}");
        assertThat(StatedValues.support(raw)).isEqualTo(new Support(1, 4));
    }

    @Test
    void theBestOfSeveralDrawsIsAnOrderStatistic() {
        assertThat(values("{type: order_statistic, values: [0, 1], draws: 3, rank: 1}")
                        .cdf(0.5))
                .isCloseTo(0.125, within(ROUNDING));
    }

    @Test
    void finitelyManyValuesCanBeAskedAboutAndAreEquallyLikelyUnlessTheFileSaysOtherwise() {
        assertThat(asked("{type: discrete, values: [1, 2, 5]}").lists().get("p"))
                .containsOnly(1 / 3.0);
        assertThat(asked("{type: discrete, values: [1, 2], probabilities: [0.2, 0.8]}")
                        .lists()
                        .get("p"))
                .containsExactly(0.2, 0.8);
    }

    @Test
    void finitelyManyValuesAreNotPlayedLive() {
        assertThat(problems("{type: discrete, values: [1, 2]}"))
                .startsWith("line 4, column 20: treatments.one.values.type: discrete is not played by this version"
                        + " (expected: one of uniform,");
        assertThat(problems("{type: empirical, data: [1, 2], smoothed: false}"))
                .isEqualTo("line 4, column 55: treatments.one.values.smoothed: false is not played by this version"
                        + " (expected: true)");
    }

    @Test
    void everyProblemIsNamedAtItsPlace() {
        assertThat(problems("{type: mixture, parts: [{weight: 1.5, values: [0, 1]}, {wait: 0.5, values: [2, 1]}]}"))
                .isEqualTo("""
                        line 4, column 46: treatments.one.values.parts[1].weight: 1.5 (expected: a number from 0 to 1)
                        line 4, column 68: treatments.one.values.parts[2].weight: missing (expected: a number above 0, up to 1)
                        line 4, column 69: treatments.one.values.parts[2].wait: unknown key (expected: one of weight, values)
                        line 4, column 92: treatments.one.values.parts[2].values[2]: 1 (expected: a number above lo, 2)""");
        assertThat(problems("{type: piecewise_linear, points: [[0, 0], [0.5], 7, [1, 2]]}"))
                .isEqualTo("""
                        line 4, column 55: treatments.one.values.points[2]: a list (expected: a point such as [50, 0.8], a value and the probability of no more)
                        line 4, column 62: treatments.one.values.points[3]: 7 (expected: a point such as [50, 0.8], a value and the probability of no more)
                        line 4, column 69: treatments.one.values.points[4][2]: 2 (expected: a number from 0 to 1)""");
    }

    @Test
    void whatTheoryRefusesIsRefusedInItsWords() {
        assertThat(problems("{type: mixture, parts: [{weight: 0.5, values: [0, 1]}]}"))
                .endsWith("treatments.one.values: mixture weight: 0.5 in total (expected: 1)");
        assertThat(problems("{type: empirical, data: [1, 1, 2]}"))
                .contains("empirical data: 1.0 more than once (expected: different numbers");
        assertThat(problems("{type: truncated, lo: 0, hi: 3, values: [0, 2]}"))
                .endsWith("treatments.one.values: truncated hi: 3.0 (expected: above lo, 0.0, up to 2.0)");
    }

    @Test
    void theEndsAreOnTheGrid() {
        assertThat(problems("{type: piecewise_linear, points: [[0, 0], [0.505, 1]]}"))
                .endsWith("treatments.one.values: values that end at 0.505 (expected: ends that are a whole number of"
                        + " ticks of 0.01)");
    }

    private static ValueDistribution values(String text) {
        return StatedValues.distribution(PlanReader.read(plan(text))
                .orElseThrow()
                .treatments()
                .get(0)
                .roles()
                .get(0)
                .values());
    }

    private static DistributionSpec asked(String text) {
        return GameReader.read(plan(text))
                .orElseThrow()
                .treatments()
                .get(0)
                .roles()
                .get(0)
                .values();
    }

    private static String problems(String text) {
        return PlanReader.read(plan(text)).problems().stream()
                .map(PlanProblem::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String plan(String values) {
        return String.join(
                "\n",
                List.of(
                        "envelope: 1",
                        "treatments:",
                        "  one: {mechanism: second_price, bidders: 2,",
                        "    values: " + values + "}"));
    }
}
