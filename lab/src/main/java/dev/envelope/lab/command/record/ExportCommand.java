package dev.envelope.lab.command.record;

import dev.envelope.lab.command.option.DatabaseOption;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.server.export.Recording;
import dev.envelope.server.export.SessionExport;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.journal.sql.JournalAddress;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code envelope export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes all of a session into one ZIP: tables for R, Python and spreadsheets, the payment sheet, the plan, the "
                    + "transcript, a dictionary of every column and checksums.",
            "",
            "Of a session that has not finished only settled rounds are in it. People appear under pseudonyms."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:Written.", "1:It failed, and no file was written; the message says why.", "2:Wrong usage."},
        footerHeading = "%nExamples:%n",
        footer = {"  envelope export KWXRT --db friday.envelope --zip friday.zip", "  envelope export KWXRT --names"})
public final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "CODE", description = "The session's join code.")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(
            names = "--db",
            paramLabel = "FILE|URL",
            defaultValue = "sessions.envelope",
            converter = DatabaseOption.class,
            description = DatabaseOption.KEPT)
    @SuppressWarnings("NullAway.Init")
    private JournalAddress database;

    @Option(names = "--zip", paramLabel = "FILE", description = "The file to write (CODE.zip).")
    private @Nullable Path zip;

    @Option(names = "--names", description = "Also export the names that were typed, in a file of their own.")
    private boolean names;

    @Option(names = "--force", description = "Replace the ZIP if there is one.")
    private boolean force;

    @Override
    public Integer call() {
        String joinCode = code.strip().toUpperCase(Locale.ROOT);
        Path target = zip == null ? Path.of(joinCode + ".zip") : zip;
        if (!force && Files.exists(target)) {
            throw new Failure(target + ": there is such a file (expected: a new one, or --force to replace it)");
        }
        try (Journal journal = JournalInput.open(database, joinCode)) {
            StoredSession session = JournalInput.session(journal, database, joinCode);
            SessionExport export = new SessionExport(Recording.of(journal, session), EventCodec.ofPlanFiles(), names);
            SessionExport.Summary written = NewFile.write(target, force, export::writeTo);
            say(spec.commandLine().getOut(), target, joinCode, written);
            return ExitCode.OK;
        } catch (JournalException unreadable) {
            String message = String.valueOf(unreadable.getMessage());
            throw new Failure(message.startsWith(database.toString()) ? message : database + ": " + message);
        }
    }

    private static void say(PrintWriter out, Path target, String joinCode, SessionExport.Summary written) {
        out.printf("%s: session %s, %d seats, %d rounds%n", target, joinCode, written.seats(), written.rounds());
        if (!written.finished()) {
            out.println("The session has not finished: only settled rounds are in it.");
        }
        out.flush();
    }
}
