package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.view.Phase;
import dev.envelope.lab.command.option.TokenOption;
import dev.envelope.lab.command.serving.ServeCommand;
import dev.envelope.server.session.SessionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest extends CommandRun {

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfWithAnExample(List<String> path) {
        List<String> arguments = new ArrayList<>(path);
        arguments.add("--help");

        assertThat(run(arguments.toArray(String[]::new))).isZero();
        assertThat(out.toString()).contains("Usage: envelope", "Example", "  envelope ");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void wrongUsageIsStatusTwo() {
        assertThat(run("serf")).isEqualTo(2);
        assertThat(err.toString()).contains("Unmatched argument", "serf");
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("a command is expected");
    }

    @Test
    void wrongUsageIsSaidInAFewLinesThatSayWhereMoreIs() {
        assertThat(run("demo", "--rounds-scale", "x")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("envelope: Invalid value for option '--rounds-scale'")
                .contains("Usage: envelope demo [", "More: envelope demo --help");
        assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void versionIsTheBuilds() {
        assertThat(run("version")).isZero();
        assertThat(out.toString()).matches("envelope \\d+\\.\\d+\\.\\d+\\S*, Java \\d+.*\\R");
    }

    @Test
    void resumedSessionSaysWhereItStands() {
        SessionStatus lobby = new SessionStatus("CDFGH", "Class", Phase.LOBBY, false, 0, 5, 3, 0);
        SessionStatus paused = new SessionStatus("CDFGH", "Class", Phase.OPEN, true, 2, 5, 3, 0);

        assertThat(ServeCommand.goesOn(lobby))
                .isEqualTo("\"Class\" goes on, before its first round, with 3 seats taken");
        SessionStatus asking = new SessionStatus("CDFGH", "Class", Phase.QUESTIONNAIRE, false, 5, 5, 3, 0);
        assertThat(ServeCommand.goesOn(asking)).isEqualTo("\"Class\" goes on, with its questionnaire open");
        assertThat(ServeCommand.goesOn(paused)).isEqualTo("\"Class\" goes on, in round 2 of 5; its clock stands still");
    }

    @Test
    void newSessionAfterAFinishedOneOfItsPlanSaysSo() {
        SessionStatus first = new SessionStatus("CDFGH", "Class", Phase.FINISHED, false, 5, 5, 3, 0);
        SessionStatus other = new SessionStatus("JKLMN", "Other", Phase.FINISHED, false, 5, 5, 3, 0);
        SessionStatus last = new SessionStatus("PQRST", "Class", Phase.FINISHED, false, 5, 5, 3, 0);

        assertThat(ServeCommand.isOver(List.of(first, last, other), "Class"))
                .contains("\"Class\" with the code PQRST is over; who had a seat in it can still see how it ended. "
                        + "This is a new session:");
        assertThat(ServeCommand.isOver(List.of(other), "Class")).isEmpty();
    }

    @Test
    void missingFileIsALineAndStatusOne(@TempDir Path directory) {
        assertThat(run("plan", "check", directory.resolve("none.yaml").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("envelope: ", "none.yaml: no such file (expected: a plan)");
        assertThat(err.toString()).doesNotContain("at dev.envelope");
    }

    @Test
    void referenceEvaluatesEveryCaseAndFailsWhereOneIsOff(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("cases.json"), """
                {"cases": [
                  {"id": "known", "block": "symmetric_ipv", "quantity": "expected_revenue", "setting": {"n_bidders": 2,
                   "mechanism": "all_pay", "value_distribution": {"type": "uniform", "lo": 0, "hi": 1}}},
                  {"id": "odd", "block": "poker", "quantity": "bluff"}]}
                """);

        assertThat(run("reference", file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("computed     known", "unsupported  odd", "block: poker", "2 cases: 1 good");
        assertThat(run("reference", file.toString(), "--json")).isEqualTo(1);
        assertThat(out.toString()).contains("{\"cases\":[{\"id\":\"known\",\"supported\":true,\"value\":0.333");
        Files.writeString(file, "{\"cases\": [{\"id\": \"a\"}]}");
        assertThat(run("reference", file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("unsupported  a", "cases[0].block: missing (expected: a text)", "1 cases: 0 good");
        assertThat(run("reference", directory.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("none: no such file");
    }

    @Test
    void unreadableAddressIsWrongUsage() {
        assertThat(run("join", "nowhere", "ABCDE", "--name", "Ann")).isEqualTo(2);
        assertThat(err.toString()).contains("expected: HOST:PORT", "More: envelope join --help");
        assertThat(run("bots", "localhost:70000", "ABCDE")).isEqualTo(2);
        assertThat(run("instructor", "nowhere", "ABCDE", "status", "--token", "x"))
                .isEqualTo(2);
    }

    @Test
    void seatKeyThatIsNoneIsWrongUsage() {
        assertThat(run("join", "localhost:1", "ABCDE", "--name", "Ann", "--seat-key", "zz"))
                .isEqualTo(2);
        assertThat(err.toString())
                .startsWith("envelope: Invalid value for option '--seat-key'")
                .contains("2 characters (expected: 32 hexadecimal digits");
        err.getBuffer().setLength(0);
        assertThat(run("join", "localhost:1", "ABCDE", "--name", "Ann", "--seat-key", "g".repeat(32)))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a character that is no hexadecimal digit (expected: 32 hexadecimal");
    }

    @Test
    void joinSaysThatThereMayBeQuestions() {
        assertThat(run("join", "--help")).isZero();
        assertThat(out.toString()).contains("agree", "questions");
    }

    @Test
    void certificatesAreForTlsAndHaveToBeSome(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("ca.pem");
        assertThat(run("bots", "localhost:7777", "ABCDE", "--ca", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("expected: with tls://HOST:PORT");
        assertThat(run("bots", "tls://localhost:7777", "ABCDE", "--ca", file.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("ca.pem: no such file");
        Files.writeString(file, "no certificate");
        assertThat(run("bots", "tls://localhost:7777", "ABCDE", "--ca", file.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("expected: certificates in PEM");
        Path expired = Path.of("src/test/resources/dev/envelope/lab/command/expired.pem");
        assertThat(run("bots", "tls://localhost:7777", "ABCDE", "--ca", expired.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "expired.pem: the certificate has expired; it is valid from 2020-01-01T00:00:00Z to 2020-01-31");
        assertThat(err.toString()).doesNotContain("at dev.envelope");
    }

    @Test
    void portsOutsideTheirRangeAreWrongUsage(@TempDir Path directory) throws IOException {
        assertThat(run("demo", "--port", "70000")).isEqualTo(2);
        assertThat(run("demo", "--port", "-1")).isEqualTo(2);
        assertThat(run("serve", "--plan", directory.resolve("p").toString(), "--port", "70000"))
                .isEqualTo(2);
        assertThat(err.toString().split("--port: 70000 \\(expected: 0 to 65535\\)", -1))
                .hasSize(3);
        assertThat(err.toString()).contains("--port: -1").doesNotContain("at dev.envelope");
    }

    @Test
    void instructorHasToShowATokenAndOnlyOne(@TempDir Path directory) throws IOException {
        assertThat(run("instructor", "localhost:7777", "ABCDE", "start")).isEqualTo(2);
        assertThat(err.toString()).contains("no instructor token", "ENVELOPE_TOKEN");
        assertThat(run("instructor", "localhost:7777", "ABCDE", "dance", "--token", "x"))
                .isEqualTo(2);
        assertThat(run("instructor", "localhost:7777", "ABCDE", "start", "--token", "x", "--token-file", "y"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("exclude each other");
        String missing = directory.resolve("none").toString();
        assertThat(run("instructor", "localhost:7777", "ABCDE", "start", "--token-file", missing))
                .isEqualTo(1);
        assertThat(err.toString()).contains("none: no such file");
        for (byte[] wrong : new byte[][] {{}, {'\n'}, {(byte) 0xff, 0}, {0, 1, 2}, new byte[300]}) {
            Path file = Files.write(directory.resolve("token"), wrong);
            err.getBuffer().setLength(0);
            assertThat(run("instructor", "localhost:7777", "ABCDE", "start", "--token-file", file.toString()))
                    .isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("envelope: " + file + ": ")
                    .contains("expected: the instructor token")
                    .doesNotContain("at dev.envelope");
        }
    }

    @Test
    void tokenMayComeFromTheEnvironment() {
        assertThat(new TokenOption().token(Map.of("ENVELOPE_TOKEN", " secret\n")))
                .isEqualTo("secret");
    }

    static Stream<List<String>> commands() {
        List<List<String>> all = new ArrayList<>();
        collect(EnvelopeCommand.commandLine(), List.of(), all);
        return all.stream();
    }

    private static void collect(CommandLine line, List<String> path, List<List<String>> all) {
        all.add(path);
        line.getSubcommands().forEach((name, command) -> {
            if (!name.equals("help")) {
                List<String> longer = new ArrayList<>(path);
                longer.add(name);
                collect(command, longer, all);
            }
        });
    }
}
