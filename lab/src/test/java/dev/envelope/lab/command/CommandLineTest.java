package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.view.Phase;
import dev.envelope.lab.command.option.TokenOption;
import dev.envelope.lab.command.serving.ServeCommand;
import dev.envelope.server.session.SessionStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

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
    void planCheckSaysHowLongPerfectStrangersCanGoOn(@TempDir Path directory) throws IOException {
        Path plan = directory.resolve("strangers.yaml");
        Files.writeString(plan, """
                envelope: 1
                seats: 9
                rounds: 3
                matching: perfect_strangers
                treatments:
                  triads: {mechanism: first_price, bidders: 3, values: [0, 100]}
                """);

        assertThat(run("plan", "check", plan.toString())).isZero();
        assertThat(out.toString())
                .contains("perfect strangers in triads: 3 rounds of a possible 4 for 9 seats in groups of 3");
        Files.writeString(plan, Files.readString(plan).replace("seats: 9", "seats: 18"));
        assertThat(run("plan", "check", plan.toString())).isZero();
        assertThat(out.toString())
                .contains("triads: 3 rounds of the 6 that were found, and more than 8 there cannot be, for 18 seats");
    }

    @Test
    void planCheckSaysWithHowManyPerfectStrangersCannotBegin(@TempDir Path directory) throws IOException {
        Path plan = directory.resolve("strangers.yaml");
        Files.writeString(plan, """
                envelope: 1
                seats: {wanted: 15, minimum: 7}
                rounds: 5
                matching: perfect_strangers
                treatments:
                  triads: {mechanism: first_price, bidders: 3, values: [0, 100]}
                """);

        assertThat(run("plan", "check", plan.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "note: perfect strangers in triads cannot begin with 7 to 13 seats, which allow 1 to 4 of 5 rounds");
        out.getBuffer().setLength(0);
        Files.writeString(plan, Files.readString(plan).replace("minimum: 7", "minimum: 14"));
        assertThat(run("plan", "check", plan.toString())).isZero();
        assertThat(out.toString()).contains("can be played").doesNotContain("cannot begin");
    }

    @Test
    void plansForClassesAreListedAndShown() {
        assertThat(run("plan", "list")).isZero();
        assertThat(out.toString()).contains("shading", "Bids are shaded less the more bidders there are.");
        assertThat(run("plan", "show", "shading")).isZero();
        assertThat(out.toString()).contains("# Bids are shaded less", "title: Shading");
        assertThat(run("plan", "show", "shadding")).isEqualTo(1);
        assertThat(err.toString()).contains("plan: shadding (expected: one of shading, ");
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
    void planCheckNamesEveryProblemWithItsPlace(@TempDir Path directory) throws IOException {
        Path plan = Files.writeString(directory.resolve("p.yaml"), """
                envelope: 1
                seats: many
                treatments:
                  main: {mechanism: first_prize, bidders: 4, values: [0, 100]}
                """);

        assertThat(run("plan", "check", plan.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(plan + ":2:8: seats: ", plan + ":4:21: ", "first_prize");
    }

    @Test
    void planCheckAcceptsAPlan(@TempDir Path directory) throws IOException {
        Path plan = Files.writeString(directory.resolve("p.yaml"), """
                envelope: 1
                seats: 8
                treatments:
                  main: {mechanism: first_price, bidders: 4, values: [0, 100]}
                """);

        assertThat(run("plan", "check", plan.toString())).isZero();
        assertThat(out.toString()).contains("can be played: 10 rounds, 8 seats, treatments: main");
    }

    @Test
    void planThatIsTooLongToTellAPlayerIsRefusedByCheckAndServe(@TempDir Path directory) throws IOException {
        String treatments = IntStream.range(0, 100)
                .mapToObj(i -> "  t" + i + ": {mechanism: vcg, bidders: 2, values: [0, 100]}\n")
                .collect(Collectors.joining());
        Path plan = Files.writeString(
                directory.resolve("p.yaml"), "envelope: 1\nseats: 2\ntreatments:\n" + treatments + "rounds: 1\n");
        Path journal = directory.resolve("p.envelope");

        assertThat(run("plan", "check", plan.toString())).isEqualTo(1);
        assertThat(err.toString()).contains(plan + ": treatments: up to ", " bytes to tell a player (expected: ");
        assertThat(run("serve", "--plan", plan.toString(), "--db", journal.toString(), "--port", "0"))
                .isEqualTo(1);
        assertThat(journal).doesNotExist();
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
        assertThat(err.toString()).contains("cases.json: cases[0].block: missing (expected: a text)");
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
    void planCheckNotesThatTheLastToJoinReadsWhileTheClockRuns(@TempDir Path directory) throws IOException {
        Path plan = Files.writeString(directory.resolve("p.yaml"), """
                envelope: 1
                seats: 4
                rounds: 1
                consent: I take part of my own free will.
                treatments:
                  main: {mechanism: first_price, bidders: 4, values: [0, 100]}
                """);

        assertThat(run("plan", "check", plan.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "note: consent: the first round begins 5 minutes after the last has joined, whoever still reads"
                                + " (start: instructor waits)");
        out.getBuffer().setLength(0);
        Files.writeString(plan, Files.readString(plan) + "start: instructor\n");
        assertThat(run("plan", "check", plan.toString())).isZero();
        assertThat(out.toString()).contains("can be played").doesNotContain("note:");
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
    void boundsThatLeaveNoKnownEquilibriumAreNotedAndNotPlayedByEquilibriumBots(@TempDir Path directory)
            throws IOException {
        Path plan = Files.writeString(directory.resolve("p.yaml"), """
                envelope: 1
                seats: 4
                rounds: 1
                treatments:
                  capped: {mechanism: first_price, bidders: 4, values: [0, 100], messages: {minimum: 0, maximum: 40}}
                """);

        assertThat(run("plan", "check", plan.toString())).isZero();
        assertThat(out.toString())
                .contains("note: no equilibrium for treatment \"capped\": messages.maximum 40", "cannot play it");
        assertThat(run("simulate", "--plan", plan.toString())).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("envelope: no equilibrium for treatment \"capped\": messages.maximum 40")
                .contains("expected: another --strategy");
        assertThat(run("simulate", "--plan", plan.toString(), "--strategy", "truthful"))
                .isZero();
    }

    @Test
    void tokenMayComeFromTheEnvironment() {
        assertThat(new TokenOption().token(Map.of("ENVELOPE_TOKEN", " secret\n")))
                .isEqualTo("secret");
    }

    private int run(String... arguments) {
        return EnvelopeCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
