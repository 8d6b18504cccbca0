package dev.envelope.lab.command.game;

import dev.envelope.lab.command.option.Failure;
import dev.envelope.lab.reference.ReferenceBlocks;
import dev.envelope.lab.reference.file.Evaluation;
import dev.envelope.lab.reference.file.JsonReport;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.ReferenceFile;
import dev.envelope.lab.reference.file.ReferenceRun;
import dev.envelope.lab.reference.file.TextReport;
import dev.envelope.lab.reference.file.WrongReferenceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code envelope reference}. */
@Command(
        name = "reference",
        mixinStandardHelpOptions = true,
        description = "Evaluates the reference cases of a file and sets each number beside its reference. A case that "
                + "takes more than 120 s is given up; no case stops the others.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Every case was computed, and is within its tolerance where there is a reference.",
            "1:A case is outside or not supported, or the file cannot be read.",
            "2:Wrong usage."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  envelope reference cases.json", "  envelope reference cases.json --json"})
public final class ReferenceCommand implements Callable<Integer> {
    private static final Duration BOUND = Duration.ofMinutes(2);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file of cases, JSON.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "Print values, times and reasons as JSON.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        List<ReferenceCase> cases = cases();
        ReferenceRun run = new ReferenceRun(
                ReferenceBlocks.ALL, BOUND, Runtime.getRuntime().availableProcessors());
        PrintWriter out = spec.commandLine().getOut();
        List<Evaluation> evaluations = new ArrayList<>();
        TextReport text = new TextReport();
        run.run(cases, evaluation -> {
            evaluations.add(evaluation);
            if (!json) {
                out.println(text.line(evaluation));
                out.flush();
            }
        });
        out.println(json ? JsonReport.of(evaluations) : text.summary());
        out.flush();
        return evaluations.stream().allMatch(Evaluation::isGood) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<ReferenceCase> cases() {
        try {
            return ReferenceFile.read(Files.readString(file));
        } catch (WrongReferenceFile wrong) {
            throw new Failure(file + ": " + wrong.getMessage());
        } catch (NoSuchFileException missing) {
            throw new Failure(file + ": no such file (expected: reference cases in JSON)");
        } catch (CharacterCodingException binary) {
            throw new Failure(file + ": not a text in UTF-8 (expected: reference cases in JSON)");
        } catch (IOException unreadable) {
            throw new Failure(file + ": cannot be read: " + unreadable.getMessage());
        }
    }
}
