package dev.envelope.theory.numeric;

import static org.assertj.core.api.Assertions.assertThat;

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
}
