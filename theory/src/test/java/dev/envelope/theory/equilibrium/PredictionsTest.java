package dev.envelope.theory.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PredictionsTest {

    @Test
    void efficiencyIsAShareOfWhatCanBeGained() {
        assertThat(Predictions.efficiency(3, 4)).isEqualTo(0.75);
        assertThat(Predictions.efficiency(-1, 4)).isEqualTo(-0.25);
        assertThat(Predictions.efficiency(0, 0)).isEqualTo(1);
        assertThat(Predictions.efficiency(-0.1, 0)).isNaN();
    }

    /** Where somebody loses whatever is chosen, the worst choice would be more than all of it. */
    @Test
    void itIsNoShareWhereNothingCanBeGained() {
        assertThat(Predictions.efficiency(-0.6, -0.2)).isNaN();
        assertThat(Predictions.efficiency(-0.2, -0.2)).isEqualTo(1);
        assertThat(Predictions.efficiency(Double.NaN, 1)).isNaN();
    }
}
