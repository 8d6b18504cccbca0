package dev.envelope.lab.command.game;

import dev.envelope.game.plan.Treatment;
import dev.envelope.lab.command.option.GameFile;
import dev.envelope.lab.terminal.Attached;
import dev.envelope.lab.terminal.SlowNotice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code FILE} and {@code --json}: a question about every game in a file, whose answers may take a while. */
final class GamesQuestion {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A plan, or one treatment of a plan by itself.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "Print JSON, in full precision.")
    private boolean json;

    /** Where the games are. */
    Path file() {
        return file;
    }

    /**
     * Prints the answer of every game, and returns them.
     *
     * @param slowly what a person who waits is told
     */
    <A> List<A> answers(
            Function<Treatment, A> answer,
            Function<List<A>, String> asJson,
            Function<A, Stream<String>> asLines,
            String slowly) {
        List<A> answers;
        String printed;
        SlowNotice notice = SlowNotice.after(
                SlowNotice.SOON, spec.commandLine().getErr(), !json && Attached.error(), "envelope: " + slowly);
        try {
            answers = GameFile.treatments(file).stream().map(answer).toList();
            printed = json
                    ? asJson.apply(answers)
                    : answers.stream().flatMap(asLines).collect(Collectors.joining(System.lineSeparator()));
        } finally {
            notice.close();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(printed);
        out.flush();
        return answers;
    }
}
