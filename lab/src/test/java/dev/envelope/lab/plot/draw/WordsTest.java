package dev.envelope.lab.plot.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void breaksBetweenWords() {
        List<String> lines = Words.lines("virtual values and optimal reserves", 10, 120);
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> TextWidth.of(line, 10) <= 120);
        assertThat(String.join(" ", lines)).isEqualTo("virtual values and optimal reserves");
    }

    @Test
    void cutsAWordThatIsTooLong() {
        String cut = Words.cut("m".repeat(50), 10, 100);
        assertThat(cut).endsWith("…");
        assertThat(TextWidth.of(cut, 10)).isLessThanOrEqualTo(100).isGreaterThan(80);
    }

    @Test
    void givesSquareLettersTheirRoom() {
        assertThat(TextWidth.of("买家", 10)).isEqualTo(20);
    }
}
