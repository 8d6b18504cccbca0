package dev.envelope.lab.command.record;

import dev.envelope.lab.command.option.DatabaseOption;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.sql.JournalAddress;
import dev.envelope.server.projection.Projections;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code envelope db}: what can be done to the database of a server. */
@Command(
        name = "db",
        mixinStandardHelpOptions = true,
        description = "Looks after the database of a server.",
        subcommands = DatabaseCommand.Rebuild.class,
        footerHeading = "%nExamples:%n",
        footer = "  envelope db rebuild --db friday.envelope")
public final class DatabaseCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is expected: rebuild");
    }

    /** So many sessions, in words. */
    static String counted(int sessions) {
        return sessions == 1 ? "1 session" : sessions + " sessions";
    }

    /** {@code envelope db rebuild}. */
    @Command(
            name = "rebuild",
            mixinStandardHelpOptions = true,
            description = {
                "Makes the tables to query (sessions, seats, rounds, markets, messages, outcomes) anew from the records.",
                "",
                "A server does so by itself where they are missing or of another version. The server has to be stopped."
            },
            exitCodeListHeading = "%nExit status:%n",
            exitCodeList = {"0:Made.", "1:It failed; the message says why.", "2:Wrong usage."},
            footerHeading = "%nExamples:%n",
            footer = "  envelope db rebuild --db friday.envelope")
    static final class Rebuild implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Option(
                names = "--db",
                paramLabel = "FILE|URL",
                defaultValue = "sessions.envelope",
                converter = DatabaseOption.class,
                description = DatabaseOption.KEPT)
        @SuppressWarnings("NullAway.Init")
        private JournalAddress database;

        @Override
        public Integer call() {
            try (Journal journal = database.openExisting()) {
                Projections.rebuild(journal, database);
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%s: the tables of %s are made anew%n",
                                database, counted(journal.sessions().size()));
                spec.commandLine().getOut().flush();
                return ExitCode.OK;
            } catch (JournalException unusable) {
                String message = String.valueOf(unusable.getMessage());
                throw new Failure(message.startsWith(database.toString()) ? message : database + ": " + message);
            }
        }
    }
}
