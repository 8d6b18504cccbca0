package dev.envelope.lab.plot.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0|0.2|0.4|0.6|0.8|1",
        "-1, 1, −1|−0.5|0|0.5|1",
        "9.5, 50.5, 10|20|30|40|50",
        "0, 150, 0|25|50|75|100|125|150",
        "0.004, 0.011, 0.004|0.006|0.008|0.01",
        "999900, 1000100, 999900|999950|1000000|1000050|1000100",
        "0, 3e12, 0|5E+11|1E+12|1.5E+12|2E+12|2.5E+12|3E+12"
    })
    void areRoundNumbersInPlainWriting(double from, double to, String ticks) {
        assertThat(texts(from, to)).containsExactly(ticks.split("\\|"));
    }

    @Test
    void areNeverMoreThanAskedFor() {
        for (double range = 0.37; range < 1e6; range *= 1.31) {
            assertThat(Ticks.of(-range / 3, range, 6)).hasSizeBetween(2, 8);
        }
    }

    private static List<String> texts(double from, double to) {
        return Ticks.of(from, to, 6).stream().map(Ticks::text).toList();
    }
}
