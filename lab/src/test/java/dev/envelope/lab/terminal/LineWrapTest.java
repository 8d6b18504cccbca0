package dev.envelope.lab.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineWrapTest {

    @Test
    void linesBreakBetweenWords() {
        assertThat(LineWrap.wrap("the highest bid wins and pays the second", 18))
                .isEqualTo("the highest bid\nwins and pays the\nsecond");
    }

    @Test
    void aLineThatJustFitsIsLeftAlone() {
        assertThat(LineWrap.wrap("twelve chars", 12)).isEqualTo("twelve chars");
        assertThat(LineWrap.wrap("", 12)).isEmpty();
    }

    @Test
    void lineEndsOfTheTextStay() {
        assertThat(LineWrap.wrap("  help\n  pass   take no part", 12)).isEqualTo("  help\n  pass\ntake no part");
    }

    @Test
    void chineseBreaksBetweenCharactersOfTwoColumns() {
        assertThat(LineWrap.wrap("出价最高者得标", 8)).isEqualTo("出价最高\n者得标");
    }

    @Test
    void aWordLongerThanTheLineStaysWhole() {
        assertThat(LineWrap.wrap("see docs/protocol.md/everything", 6))
                .contains("docs")
                .doesNotContain("ever\nything");
    }
}
