package dev.envelope.theory.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class InterpolantTest {

    @Test
    void smoothKinkedAndSingularFunctionsAreKeptToTheirLastDigits() {
        isKept(StrictMath::exp, 0, 3);
        isKept(x -> Math.abs(x - 0.3), 0, 0.3, 1);
        isKept(StrictMath::sqrt, 0, 1);
        isKept(x -> 1 / (1 + 400 * x * x), -1, 1);
    }

    private static void isKept(DoubleUnaryOperator f, double... breakpoints) {
        Interpolant kept = Interpolant.of(f, 1e-14, breakpoints);
        double from = breakpoints[0];
        double width = breakpoints[breakpoints.length - 1] - from;
        for (int i = 0; i <= 997; i++) {
            double x = from + width * i / 997;
            // Rounding of a sum of 24 terms.
            assertThat(kept.applyAsDouble(x)).as("at %s", x).isEqualTo(f.applyAsDouble(x), within(1e-12));
        }
    }

    @Test
    void nextToASingularityThatRoundingHidesTheFunctionItselfIsAsked() {
        int[] asked = new int[1];
        Interpolant root = Interpolant.exactAtSingularities(
                x -> {
                    asked[0]++;
                    return StrictMath.sqrt(x - 10);
                },
                1e-13,
                10,
                90);
        assertThat(asked[0]).isLessThan(5000);
        for (double x : new double[] {10, 10 + 1e-14, 10 + 1e-9, 10.01, 50}) {
            assertThat(root.applyAsDouble(x)).as("at %s", x).isEqualTo(StrictMath.sqrt(x - 10), within(1e-10));
        }
    }

    @Test
    void aJumpAtABreakpointIsKept() {
        Interpolant step = Interpolant.of(x -> x < 0.5 ? 0 : 1, 1e-14, 0, 0.5, 1);
        assertThat(step.applyAsDouble(0.499999)).isEqualTo(0, within(1e-14));
        assertThat(step.applyAsDouble(0.500001)).isEqualTo(1, within(1e-14));
        assertThat(step.pieces()).containsExactly(0, 0.5, 1);
    }

    @Test
    void outsideItIsTheNearestEnd() {
        Interpolant line = Interpolant.of(x -> x, 1e-14, 2, 4);
        assertThat(line.applyAsDouble(1)).isEqualTo(2, within(1e-13));
        assertThat(line.applyAsDouble(9)).isEqualTo(4, within(1e-13));
    }

    @Test
    void noIntervalIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interpolant.of(x -> x, 1e-14, 2, 2))
                .withMessage("breakpoints: none above 2.0 (expected: an interval)");
    }
}
