package dev.envelope.theory.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RunningIntegralTest {

    @Test
    void itIsTheAntiderivative() {
        RunningIntegral integral = RunningIntegral.of(Interpolant.of(StrictMath::exp, 1e-15, -1, 2.5));
        for (double x = -1; x <= 2.5; x += 0.01) {
            assertThat(integral.applyAsDouble(x)).isEqualTo(StrictMath.exp(x) - StrictMath.exp(-1), within(1e-13));
        }
        assertThat(integral.total()).isEqualTo(integral.applyAsDouble(2.5));
    }

    /** ∫_x^2 (1 − t²/4) dt = 4/3 − x + x³/12, relative to the little that is left; about (2 − x)²/2 next to the end. */
    @Test
    void whatIsLeftIsExactWhereItIsLittle() {
        RunningIntegral integral = RunningIntegral.ofComplement(Interpolant.of(x -> x * x / 4, 1e-15, 0, 1, 2));
        assertThat(integral.rest(-1)).isEqualTo(4 / 3.0, within(1e-14));
        assertThat(integral.rest(0.5)).isEqualTo(4 / 3.0 - 0.5 + 1 / 96.0, within(1e-14));
        assertThat(integral.rest(1)).isEqualTo(5 / 12.0, within(1e-14));
        double left = 1e-6;
        assertThat(integral.rest(2 - left)).isEqualTo(left * left / 2 - left * left * left / 12, within(1e-20));
        assertThat(integral.rest(3)).isZero();
    }

    @Test
    void itGoesOnOverJumpsAtBreakpoints() {
        RunningIntegral integral = RunningIntegral.of(Interpolant.of(x -> x < 1 ? 3 : x, 1e-15, 0, 1, 4));
        assertThat(integral.applyAsDouble(0.5)).isEqualTo(1.5, within(1e-14));
        assertThat(integral.applyAsDouble(3)).isEqualTo(3 + 4, within(1e-13));
    }

    @Test
    void beyondTheEndsNothingIsAdded() {
        RunningIntegral integral = RunningIntegral.of(Interpolant.of(x -> 2, 1e-15, 1, 3));
        assertThat(integral.applyAsDouble(-5)).isZero();
        assertThat(integral.applyAsDouble(7)).isEqualTo(4, within(1e-15));
    }
}
