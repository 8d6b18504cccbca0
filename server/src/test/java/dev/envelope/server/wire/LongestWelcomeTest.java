package dev.envelope.server.wire;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.server.settings.Limits;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongestWelcomeTest {

    private static Plan plan(int treatments, int roles, int market, String reveal) {
        String bidders = IntStream.range(0, roles)
                .mapToObj(i -> "{name: r" + i + ", count: " + market / roles + "}")
                .collect(Collectors.joining(", "));
        String text = "envelope: 1\nseats: " + market + "\ntreatments:\n"
                + IntStream.range(0, treatments)
                        .mapToObj(i -> "  t" + i + ": {mechanism: vcg, bidders: [" + bidders
                                + "], values: [0, 100], reveal: " + reveal + "}\n")
                        .collect(Collectors.joining())
                + "rounds: 1\n";
        return PlanReader.read(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2, price", "40, 1, 4, price", "4, 4, 100, all_messages", "1, 1, 1000, price"})
    void aPlanThatFitsIsAdmitted(int treatments, int roles, int market, String reveal) {
        Plan plan = plan(treatments, roles, market, reveal);
        assertThatCode(() -> LongestWelcome.require(plan, Limits.DEFAULT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"30, 100, 100, price", "100, 1, 2, price", "50, 2, 1000, all_messages"})
    void aPlanWhoseWelcomeCannotBeSentIsRefused(int treatments, int roles, int market, String reveal) {
        Plan plan = plan(treatments, roles, market, reveal);
        assertThatThrownBy(() -> LongestWelcome.require(plan, Limits.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("treatments: up to \\d+ bytes to tell a player \\(expected: at most 65536, .*");
    }
}
