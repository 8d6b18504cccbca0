package dev.envelope.lab.command.record;

import dev.envelope.bots.NoEquilibriumException;
import dev.envelope.bots.StrategyNames;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReading;
import dev.envelope.game.plan.syntax.PlanProblem;
import dev.envelope.game.replay.PlanUnder;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.demo.Demonstration;
import dev.envelope.lab.replay.Replay;
import dev.envelope.lab.replay.ReplayTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code envelope transcript replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Plays the draws of a finished session under another mechanism: the same groups with the same values, without "
                    + "the practice rounds.",
            "",
            "Where both mechanisms take the same kind of message, everybody says again what was recorded, unless "
                    + "--strategy says otherwise; else everybody plays the equilibrium. What people would have done under "
                    + "other rules nobody knows: recorded messages show what the rules do to them."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:Replayed.", "1:The transcript or the mechanism does not fit.", "2:Wrong usage."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope transcript replay friday.zip --under second_price",
            "  envelope transcript replay friday.zip --under \"{type: first_price, reserve: 20}\" --strategy equilibrium"
        })
final class TranscriptReplayCommand implements Callable<Integer> {

    private static final String RECORDED = "recorded";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final TranscriptParameter transcript = new TranscriptParameter();

    @Option(
            names = "--under",
            required = true,
            paramLabel = "MECHANISM",
            description = "The other mechanism, as a plan states it: a name, or {type: name, …}.")
    @SuppressWarnings("NullAway.Init")
    private String mechanism;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "recorded, equilibrium, truthful, shading:FRACTION or zi.")
    private @Nullable String strategy;

    @Option(
            names = "--seed",
            paramLabel = "TEXT",
            defaultValue = "1",
            description = "The seed of the strategies' randomness (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String seed;

    @Override
    public Integer call() {
        List<Event> events = transcript.file().finished();
        Plan played = ((Event.SessionOpened) events.get(0)).plan();
        Plan other = other(played);
        String name = strategy != null ? strategy : isOfOneKind(played, other) ? RECORDED : "equilibrium";
        Replay replay = replay(events, other, name);
        PrintWriter out = spec.commandLine().getOut();
        ReplayTable.lines(replay).forEach(out::println);
        out.printf("Messages: %s.%n", name.equals(RECORDED) ? "as recorded" : name);
        replay.refusals().stream()
                .findFirst()
                .ifPresent(first -> out.printf(
                        "%d messages were refused, first: %s%n",
                        replay.refusals().size(), first.reason()));
        out.flush();
        return ExitCode.OK;
    }

    private Replay replay(List<Event> events, Plan other, String name) {
        try {
            return Replay.of(events, other, strategies(name, events), Demonstration.strategySeed(seed));
        } catch (NoEquilibriumException none) {
            throw new Failure(
                    "--under " + mechanism + ": " + none.getMessage() + " (expected: a --strategy that can play it)");
        }
    }

    private Plan other(Plan played) {
        PlanReading reading = PlanUnder.of(played, mechanism);
        return reading.plan()
                .orElseThrow(() -> new Failure(reading.problems().stream()
                        .map((PlanProblem problem) -> "--under " + mechanism + ": " + problem.sentence())
                        .collect(Collectors.joining(System.lineSeparator()))));
    }

    /** Whether every treatment takes the same kind of message as before. */
    private static boolean isOfOneKind(Plan played, Plan other) {
        for (int block = 0; block < played.blocks().size(); block++) {
            if (played.blocks().get(block).treatment().mechanism().type().messageKind()
                    != other.blocks().get(block).treatment().mechanism().type().messageKind()) {
                return false;
            }
        }
        return true;
    }

    private Supplier<Strategy> strategies(String name, List<Event> events) {
        try {
            return name.equals(RECORDED) ? Replay.recordedMessages(events) : StrategyNames.parse(name);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--strategy: " + unknown.getMessage() + ", or recorded");
        }
    }
}
