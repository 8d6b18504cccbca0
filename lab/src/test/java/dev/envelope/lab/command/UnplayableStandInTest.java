package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans whose stand-ins cannot play them: theory names no equilibrium for the treatment. */
class UnplayableStandInTest extends CommandRun {
    private static final String NONE =
            "equilibrium cannot play: no equilibrium for treatment \"capped\": messages.maximum";

    @TempDir
    private Path directory = Path.of("");

    @Test
    void checkNamesEveryStandInThatCannotPlayWithItsPlace() throws IOException {
        Path plan = plan("fill: equilibrium\ndrop_outs:\n  after: 5\n  plays: equilibrium");

        assertThat(run("plan", "check", plan.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(plan + ":4:7: fill: " + NONE, plan + ":7:10: drop_outs.plays: " + NONE)
                .contains("(expected: a strategy that can play every treatment, such as truthful)")
                .doesNotContain("can be played");
    }

    @Test
    void checkNamesTheBotThatMakesMarketsEven() throws IOException {
        Path plan = plan("uneven: bot");

        assertThat(run("plan", "check", plan.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(plan + ":4:9: uneven: " + NONE, "(expected: sit_out, or ");
    }

    @Test
    void checkNamesTheStrategyThatAnswersForTheMissing() throws IOException {
        Path plan = plan("absent:\n  strategy: equilibrium");

        assertThat(run("plan", "check", plan.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(plan + ":5:13: absent.strategy: " + NONE);
    }

    @Test
    void botOfAnotherStrategyMayMakeMarketsEven() throws IOException {
        Path plan = plan("fill: truthful\nuneven: bot\ndrop_outs: {plays: none}");

        assertThat(run("plan", "check", plan.toString())).isZero();
        assertThat(out.toString()).contains("can be played");
    }

    @Test
    void serveRefusesInASentenceBeforeItListens() throws IOException {
        Path plan = plan("fill: equilibrium");
        Path journal = directory.resolve("p.envelope");

        assertThat(run("serve", "--plan", plan.toString(), "--db", journal.toString(), "--port", "0"))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith("envelope: " + plan + ":4:7: fill: " + NONE)
                .doesNotContain("at dev.envelope");
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(out.toString()).doesNotContain("Listening");
        assertThat(journal).doesNotExist();
    }

    private Path plan(String staffing) throws IOException {
        return Files.writeString(directory.resolve("p.yaml"), """
                envelope: 1
                seats: 4
                rounds: 1
                %s
                treatments:
                  capped: {mechanism: first_price, bidders: 4, values: [0, 100], messages: {minimum: 0, maximum: 40}}
                """.formatted(staffing));
    }
}
