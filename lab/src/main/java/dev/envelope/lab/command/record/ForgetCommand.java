package dev.envelope.lab.command.record;

import dev.envelope.lab.command.option.DatabaseOption;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.JournalInUseException;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.sql.JournalAddress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code envelope forget}. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = {
            "Erases the names that people typed, for good, of the sessions with these codes or of all that were opened long "
                    + "ago.",
            "",
            "Bids, outcomes and payments stay, under pseudonyms; transcripts and receipts can still be checked. The server has to "
                    + "be stopped. Exports and backups that were made before still have the names."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:Done, or nothing to do.", "1:It failed; the message says why.", "2:Wrong usage."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  envelope forget KWXRT --db friday.envelope",
            "  envelope forget --older-than 90d --dry-run",
            "  envelope forget --older-than 90d --db 'jdbc:postgresql://localhost/lab?user=lab'"
        })
public final class ForgetCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "CODE", arity = "0..*", description = "Join codes of sessions.")
    private List<String> codes = new ArrayList<>();

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            converter = AgeOption.class,
            description = "All sessions that were opened this long ago: hours, days or weeks, as in 36h, 90d or 12w.")
    private @Nullable Duration age;

    @Option(
            names = "--db",
            paramLabel = "FILE|URL",
            defaultValue = "sessions.envelope",
            converter = DatabaseOption.class,
            description = DatabaseOption.KEPT)
    @SuppressWarnings("NullAway.Init")
    private JournalAddress database;

    @Option(names = "--dry-run", description = "Only say what would be erased.")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (codes.isEmpty() == (age == null)) {
            throw new ParameterException(spec.commandLine(), "join codes or --older-than are expected, one of the two");
        }
        try (Journal journal = database.openExisting()) {
            erase(journal, chosen(journal));
            return ExitCode.OK;
        } catch (JournalInUseException running) {
            throw new Failure(running.getMessage() + System.lineSeparator() + "Stop the server first.");
        } catch (JournalException unusable) {
            String message = String.valueOf(unusable.getMessage());
            throw new Failure(message.startsWith(database.toString()) ? message : database + ": " + message);
        }
    }

    private List<StoredSession> chosen(Journal journal) {
        if (age != null) {
            long before = Instant.now().minus(age).toEpochMilli();
            return journal.sessions().stream()
                    .filter(session -> session.openedAtMillis() < before)
                    .toList();
        }
        return codes.stream()
                .map(code ->
                        JournalInput.session(journal, database, code.strip().toUpperCase(Locale.ROOT)))
                .distinct()
                .toList();
    }

    private void erase(Journal journal, List<StoredSession> sessions) {
        PrintWriter out = spec.commandLine().getOut();
        int names = 0;
        for (StoredSession session : sessions) {
            int count = journal.names(session.id()).size();
            names += count;
            if (count > 0) {
                out.printf("  %s  %s  %s%n", session.joinCode(), opened(session), counted(count, "name"));
            }
        }
        if (!dryRun) {
            sessions.forEach(session -> journal.eraseNames(session.id()));
        }
        out.printf(
                "%s: %s of %s %s%n",
                database,
                counted(names, "name"),
                counted(sessions.size(), "session"),
                dryRun ? "would be erased" : "erased");
        out.flush();
    }

    private static Instant opened(StoredSession session) {
        return Instant.ofEpochMilli(session.openedAtMillis()).truncatedTo(ChronoUnit.SECONDS);
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
