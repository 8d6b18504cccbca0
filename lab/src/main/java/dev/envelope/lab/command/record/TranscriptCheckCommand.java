package dev.envelope.lab.command.record;

import dev.envelope.server.export.ExportCheck;
import dev.envelope.server.transcript.TranscriptCheck;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code envelope transcript check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Derives a session once more from its messages and its seed, and names the first record that does not fit.",
            "",
            "Of an export every other file is checked too, but for names.csv: whether it is what the transcript leads to. "
                    + "Compare the commitment that is printed with the one that everybody was shown.",
            "",
            "Every byte is checked against the chain of hashes, the seed against the commitment that was published "
                    + "before the first round, and every value, group, tie, outcome, payment and time against the rules. "
                    + "Of a session that has not finished only the chain and the order of rounds and messages can be checked: its "
                    + "seed is still secret, and records may be missing at its end."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:Everything fits.",
            "1:Something does not, or cannot be read.",
            "2:Wrong usage.",
            "3:What can be checked fits, but the session has not finished: nothing that follows from its seed is checked."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope transcript check friday.zip",
            "  envelope transcript check transcript.jsonl --receipt 5e0c…"
        })
final class TranscriptCheckCommand implements Callable<Integer> {

    private static final int UNFINISHED = 3;
    private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final TranscriptParameter transcript = new TranscriptParameter();

    @Option(
            names = "--receipt",
            paramLabel = "HASH",
            description = "Also find the record that a participant's receipt with this hash stands for.")
    private @Nullable String receipt;

    @Override
    public Integer call() {
        if (receipt != null && !HASH.matcher(receipt).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "--receipt: " + receipt + " (expected: 64 hexadecimal digits)");
        }
        TranscriptFile file = transcript.file();
        TranscriptCheck.Summary summary = file.read(TranscriptCheck::run);
        PrintWriter out = spec.commandLine().getOut();
        say(out, summary);
        if (!sayOfExport(out, file)) {
            return ExitCode.SOFTWARE;
        }
        if (receipt != null) {
            OptionalLong record = receipt(file, receipt);
            out.println(
                    record.isPresent()
                            ? "The receipt stands for record " + record.getAsLong() + "."
                            : "No record has this receipt.");
            out.flush();
            return record.isPresent() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
        out.flush();
        return summary.finished() ? ExitCode.OK : UNFINISHED;
    }

    /** Says of an export whether its other files follow too; nothing of a transcript by itself. */
    private static boolean sayOfExport(PrintWriter out, TranscriptFile file) {
        Optional<ExportCheck.Findings> found = file.ofExport();
        found.ifPresent(findings -> say(out, findings));
        out.flush();
        return found.isEmpty() || found.get().differing().isEmpty();
    }

    private static void say(PrintWriter out, ExportCheck.Findings findings) {
        findings.differing().forEach(part -> out.println(part + " is not what this version makes of the transcript."));
        if (!findings.missing().isEmpty()) {
            out.println("Not in the ZIP: " + String.join(", ", findings.missing()) + ".");
        }
        if (!findings.unknown().isEmpty()) {
            out.println("Not checked, as no export has it: " + String.join(", ", findings.unknown()) + ".");
        }
        if (findings.differing().isEmpty()) {
            out.println(
                    "The export's other files that are in the ZIP are what the transcript leads to; names.csv, if it is"
                            + " there, cannot be checked.");
        }
    }

    private static OptionalLong receipt(TranscriptFile file, String receipt) {
        return file.read(check -> check.record(receipt));
    }

    private void say(PrintWriter out, TranscriptCheck.Summary summary) {
        out.printf(
                "%s: session %s, %d records, %d seats, %d rounds, %d messages%n",
                transcript.path(),
                summary.joinCode(),
                summary.records(),
                summary.seats(),
                summary.rounds(),
                summary.messages());
        out.printf("  commitment  %s%n", summary.commitment());
        out.printf("  chain       %s%n", summary.head());
        out.println(
                summary.finished()
                        ? "Everything fits: the seed is the one committed to, and every value, group, tie, outcome and payment"
                                + " follows from it and from the messages."
                        : "The chain fits. The session has not finished: its seed is still secret. Times never fall, and rounds and"
                                + " messages come in their order. Not checked: values, groups, ties, outcomes and payments, and"
                                + " whether records are missing at the end.");
    }
}
