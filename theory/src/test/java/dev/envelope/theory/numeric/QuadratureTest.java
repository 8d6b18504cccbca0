package dev.envelope.theory.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Integrals with known values; the tolerances are some ten times the error aimed at. */
class QuadratureTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 11, 22, 60})
    void integratesPowers(int degree) {
        assertThat(Quadrature.integrate(x -> StrictMath.pow(x, degree), 0, 1))
                .isEqualTo(1.0 / (degree + 1), within(1e-14));
    }

    @Test
    void integratesARootAtAnEnd() {
        assertThat(Quadrature.integrate(Math::sqrt, 0, 4)).isEqualTo(16.0 / 3, within(1e-12));
    }

    @Test
    void integratesAcrossAKinkThatNobodyNamed() {
        assertThat(Quadrature.integrate(x -> Math.abs(x - 0.3), 0, 1)).isEqualTo((0.09 + 0.49) / 2, within(1e-13));
    }

    @Test
    void integratesAJumpAtABreakpoint() {
        DoubleUnaryOperator jump = x -> x < 0.3 ? 1 : 5;
        assertThat(Quadrature.integrate(jump, 0, 0.3, 1)).isEqualTo(0.3 + 3.5, within(1e-14));
    }

    @Test
    void anEmptyIntervalHasNoIntegral() {
        assertThat(Quadrature.integrate(x -> 1, 2, 2)).isZero();
        assertThat(Quadrature.integrate(x -> 1, 2, 1)).isZero();
    }

    @Test
    void noiseDoesNotKeepItBusyForEver() {
        // Rounding at 1 leaves a noise of 1e-16 on values of 1e-12, which no halving removes.
        DoubleUnaryOperator noisy = x -> 1 + 1e-12 * x - 1;
        assertThat(Quadrature.integrate(noisy, 0, 1)).isEqualTo(0.5e-12, within(1e-16));
    }
}
