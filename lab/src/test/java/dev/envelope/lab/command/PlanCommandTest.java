package dev.envelope.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code envelope plan}. */
class PlanCommandTest extends CommandRun {

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
}
