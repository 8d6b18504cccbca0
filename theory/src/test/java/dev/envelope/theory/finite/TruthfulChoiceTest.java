package dev.envelope.theory.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.finite.FiniteTypesChoice.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruthfulChoiceTest {

    private static final double ROUNDING = 1e-13;

    private static DiscreteDistribution evenly(Double... points) {
        return new DiscreteDistribution(
                List.of(points),
                List.of(points).stream().map(p -> 1.0 / points.length).toList());
    }

    /** Values 1 and 3, costs 0 and 2: three of four pairs trade, worth 1, 3 and 1; the buyer pays max(c, 1), the seller gets min(v, 2). */
    @Test
    void vcgTradeRunsTheDeficitOfItsPairs() {
        Predictions predictions = TruthfulChoice.vcg(
                        new FiniteTypesChoice(Kind.TRADE, List.of(evenly(1.0, 3.0), evenly(0.0, 2.0)), 0))
                .predictions();

        assertThat(predictions.tradeProbability()).isEqualTo(0.75, within(ROUNDING));
        assertThat(predictions.gains()).isEqualTo(5 / 4.0, within(ROUNDING));
        // 1 − 1, 1 − 2 and 2 − 2
        assertThat(predictions.revenue()).isEqualTo(-1 / 4.0, within(ROUNDING));
        assertThat(predictions.payments().get(0)).isEqualTo(4 / 4.0, within(ROUNDING));
        assertThat(predictions.payments().get(1)).isEqualTo(-5 / 4.0, within(ROUNDING));
        assertThat(predictions.surplus().get(0)).isEqualTo(3 / 4.0, within(ROUNDING));
    }

    @Test
    void agvAddsUpToNothing() {
        Predictions predictions = TruthfulChoice.agv(new FiniteTypesChoice(
                        Kind.OBJECT, List.of(evenly(1.0, 2.0), evenly(1.0, 2.0), evenly(0.0, 3.0)), 0))
                .predictions();

        assertThat(predictions.revenue()).isEqualTo(0, within(ROUNDING));
        // 3 half of the time, otherwise 2 unless both have 1
        assertThat(predictions.gains()).isEqualTo(3 / 2.0 + (2 * 3 + 1) / 8.0, within(ROUNDING));
    }

    @Test
    void aProjectIsBuiltWhereItIsWorthItsCost() {
        Predictions predictions = TruthfulChoice.vcg(
                        new FiniteTypesChoice(Kind.PROJECT, List.of(evenly(0.0, 2.0), evenly(0.0, 2.0)), 3))
                .predictions();

        assertThat(predictions.tradeProbability()).isEqualTo(0.25, within(ROUNDING));
        // Both pay 3 − 2 where both have 2.
        assertThat(predictions.revenue()).isEqualTo(2 / 4.0, within(ROUNDING));
    }

    /**
     * 0.1 + 0.1 + 0.7 is a little less than 0.9, but enough. Of types 1 and 7 at a cost of 9, the only 7 pays 7 and others 1 each: 9, 3
     * and 3 with one, two and three of them.
     */
    @Test
    void decimalsThatAddUpToTheCostAreEnough() {
        for (double unit : new double[] {10, 1}) {
            DiscreteDistribution type = evenly(unit / 10, 7 * unit / 10);
            Predictions predictions = TruthfulChoice.vcg(
                            new FiniteTypesChoice(Kind.PROJECT, List.of(type, type, type), 9 * unit / 10))
                    .predictions();
            assertThat(predictions.tradeProbability()).isEqualTo(7 / 8.0, within(ROUNDING));
            assertThat(predictions.revenue()).isEqualTo(4.875 * unit / 10, within(1e-12));
        }
    }

    /** Values 1 and 2, costs 0 and 2: 2 trades with 2 too, for nothing, so that three of four pairs trade and c is paid for by v. */
    @Test
    void aTradeThatIsWorthNothingIsMade() {
        FiniteTypesChoice choice = new FiniteTypesChoice(Kind.TRADE, List.of(evenly(1.0, 2.0), evenly(0.0, 2.0)), 0);
        assertThat(TruthfulChoice.vcg(choice).predictions().tradeProbability()).isEqualTo(0.75, within(ROUNDING));
        Predictions agv = TruthfulChoice.agv(choice).predictions();
        assertThat(agv.gains()).isEqualTo(3 / 4.0, within(ROUNDING));
        // What the buyer has is E[v; trade] less what it pays: e_seller(c) = E[v; v ≥ c] less e_buyer(v) = −E[c; c ≤
        // v].
        assertThat(agv.surplus().get(0)).isEqualTo(5 / 4.0 - (3 / 2.0 + 1) / 2 + -1 / 2.0, within(ROUNDING));
    }
}
