package dev.envelope.game.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.message.Amount;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.theory.distribution.ValueDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are made of lists or of other distributions are dealt as they are stated. */
class CompositeValuesPlayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: mixture, parts: [{weight: 0.25, values: [0, 10]}, {weight: 0.75, values: [30, 40]}]}",
                "{type: affine, values: {type: power, a: 3, lo: 0, hi: 1}, scale: 50, shift: 10}",
                "{type: truncated, values: {type: triangular, mode: 10, lo: 0, hi: 50}, lo: 20, hi: 45}",
                "{type: piecewise_linear, points: [[0, 0], [5, 0.8], [100, 1]]}",
                "{type: empirical, data: [3, 1, 4, 15, 92, 65]}",
                "{type: order_statistic, values: [0, 100], draws: 4, rank: 2}"
            })
    void valuesAreDealtAsStated(String values) {
        Plan plan = PlanReader.read(
                        "envelope: 1\nrounds: 2000\ntreatments:\n  one: {mechanism: second_price, bidders: 2, values: "
                                + values + "}\n")
                .orElseThrow();
        Treatment treatment = plan.treatments().get(0);
        ValueDistribution stated =
                StatedValues.distribution(treatment.roles().get(0).values());
        double median = stated.quantile(0.5);
        SummaryStatistics dealt = new SummaryStatistics();
        SummaryStatistics low = new SummaryStatistics();
        HeadlessRun run = HeadlessSession.play(
                plan,
                SessionSeed.of(7),
                seat -> (view, random) -> new Amount(view.valueTicks()),
                1,
                round -> round.outcomes().forEach(outcome -> {
                    for (SeatOutcome seat : outcome.seats()) {
                        double value = treatment.ticks().toPoints(seat.valueTicks());
                        dealt.addValue(value);
                        low.addValue(value <= median ? 1 : 0);
                    }
                }));

        assertThat(run.refusals()).isEmpty();
        double error = dealt.getStandardDeviation() / StrictMath.sqrt((double) dealt.getN());
        assertThat(dealt.getMean()).isCloseTo(stated.mean(), within(4 * error + 0.005));
        assertThat(low.getMean()).isCloseTo(0.5, within(4 * 0.5 / StrictMath.sqrt((double) low.getN())));
        assertThat(dealt.getMin()).isGreaterThanOrEqualTo(stated.lower());
        assertThat(dealt.getMax()).isLessThanOrEqualTo(stated.upper());
    }
}
