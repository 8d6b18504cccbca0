package dev.envelope.theory.unlike.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RadauRuleTest {

    private static double[] values(int power) {
        return IntStream.range(0, RadauRule.STAGES)
                .mapToDouble(k -> Math.pow(RadauRule.point(k), power))
                .toArray();
    }

    private static double integral(int j, int power) {
        double[] values = values(power);
        return IntStream.range(0, RadauRule.STAGES)
                .mapToDouble(k -> RadauRule.weight(j, k) * values[k])
                .sum();
    }

    /** With 8 points up to x⁷ anywhere, and up to x¹⁴ up to 1. */
    @Test
    void powersAreIntegratedExactly() {
        for (int power = 0; power < RadauRule.STAGES; power++) {
            for (int j = 0; j < RadauRule.STAGES; j++) {
                double exact = Math.pow(RadauRule.point(j), power + 1) / (power + 1);
                assertThat(integral(j, power)).isEqualTo(exact, within(1e-15));
            }
        }
        assertThat(RadauRule.point(RadauRule.STAGES - 1)).isOne();
        assertThat(integral(RadauRule.STAGES - 1, 14)).isEqualTo(1 / 15.0, within(1e-15));
        assertThat(integral(RadauRule.STAGES - 1, 15)).isNotCloseTo(1 / 16.0, within(1e-10));
    }

    @Test
    void polynomialsAreKnownBetweenThePoints() {
        double[] values = values(8);

        assertThat(RadauRule.at(0, values, 0.3)).isEqualTo(Math.pow(0.3, 8), within(1e-15));
        assertThat(RadauRule.at(0, values, 0)).isZero();
        assertThat(RadauRule.at(0, values, RadauRule.point(2))).isEqualTo(values[2]);
    }

    /** The Chebyshev polynomial of degree 8 on [0, 1] begins with 2¹⁵·x⁸. */
    @Test
    void theTailIsTheLastCoefficient() {
        assertThat(RadauRule.tail(0, values(8))).isEqualTo(1 / 32768.0, within(1e-15));
        assertThat(RadauRule.tail(0, values(7))).isEqualTo(0, within(1e-15));
        assertThat(RadauRule.tail(1, values(0))).isZero();
    }
}
