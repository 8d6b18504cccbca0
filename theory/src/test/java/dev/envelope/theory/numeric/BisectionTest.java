package dev.envelope.theory.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class BisectionTest {

    @Test
    void findsTheFirstNumberToTheLastBit() {
        assertThat(Bisection.first(-1, 1, x -> x >= 0.1)).isEqualTo(0.1);
    }

    @Test
    void answersTheLowerEndWhereTheConditionHoldsAtOnce() {
        assertThat(Bisection.first(2, 3, x -> true)).isEqualTo(2);
    }

    @Test
    void answersTheUpperEndWhereTheConditionNeverHolds() {
        assertThat(Bisection.first(2, 3, x -> false)).isEqualTo(3);
    }

    @Test
    void aLevelIsReachedWhereBisectionSaysToTheLastBit() {
        List<DoubleUnaryOperator> rising = List.of(
                x -> x * x * x,
                x -> StrictMath.sqrt(Math.abs(x)) * Math.signum(x),
                x -> x < 0.3 ? -2 : x,
                x -> StrictMath.floor(10 * x),
                x -> x - 1 / (x + 1),
                x -> StrictMath.exp(30 * x));
        for (DoubleUnaryOperator f : rising) {
            for (double level : new double[] {-3, -0.7, -1e-9, 0, 1e-7, 0.25, 0.3, 0.9, 1, 7}) {
                assertThat(Bisection.reaching(-1, 1, f, level))
                        .isEqualTo(Bisection.first(-1, 1, x -> f.applyAsDouble(x) >= level));
            }
        }
    }

    @Test
    void aSmoothFunctionIsAskedSeldom() {
        int[] asked = {0};
        DoubleUnaryOperator f = x -> {
            asked[0]++;
            return StrictMath.exp(3 * x) - x;
        };
        assertThat(Bisection.reaching(0, 1, f, 5)).isBetween(0.0, 1.0);
        assertThat(asked[0]).isLessThan(30);
    }
}
