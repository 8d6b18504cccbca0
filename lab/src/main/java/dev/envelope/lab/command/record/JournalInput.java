package dev.envelope.lab.command.record;

import dev.envelope.game.session.event.Event;
import dev.envelope.lab.command.option.Failure;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.JournalInUseException;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.journal.sql.JournalAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The journal of a server, as a command finds it. What is wrong with it is a {@link Failure}. */
final class JournalInput {
    private JournalInput() {}

    /** Opens the journal at {@code address}, in which the session {@code joinCode} is looked for. */
    static Journal open(JournalAddress address, String joinCode) {
        try {
            return address.openExisting();
        } catch (JournalInUseException running) {
            throw new Failure(running.getMessage() + System.lineSeparator()
                    + "A running server exports over HTTP:" + System.lineSeparator()
                    + "  curl -fOJ -H 'Authorization: Bearer TOKEN' http://HOST:PORT/sessions/" + joinCode
                    + "/export.zip");
        } catch (JournalException unusable) {
            throw new Failure(unusable.getMessage());
        }
    }

    /** The session with this join code; a failure that names those that there are otherwise. */
    static StoredSession session(Journal journal, JournalAddress address, String joinCode) {
        List<StoredSession> sessions = journal.sessions();
        return sessions.stream()
                .filter(session -> session.joinCode().equals(joinCode))
                .findFirst()
                .orElseThrow(() -> new Failure(unknown(journal, sessions, address, joinCode)));
    }

    private static String unknown(
            Journal journal, List<StoredSession> sessions, JournalAddress address, String joinCode) {
        String begin = "join code: " + joinCode + " (expected: that of a session in " + address + ", ";
        return sessions.isEmpty()
                ? begin + "which has none)"
                : begin + "one of these)" + System.lineSeparator()
                        + sessions.stream()
                                .map(session -> line(journal, session))
                                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(Journal journal, StoredSession session) {
        Instant opened = Instant.ofEpochMilli(session.openedAtMillis()).truncatedTo(ChronoUnit.SECONDS);
        return "  " + session.joinCode() + "  " + opened + "  " + title(journal, session)
                + (session.finished() ? "" : " (not finished)");
    }

    private static String title(Journal journal, StoredSession session) {
        List<String> titles = new ArrayList<>();
        try {
            journal.read(session.id(), record -> {
                if (EventCodec.ofPlanFiles().decode(record.bytes()) instanceof Event.SessionOpened opened) {
                    titles.add("\"" + opened.plan().title() + "\"");
                }
                throw new Enough();
            });
        } catch (Enough first) {
            return String.join("", titles);
        } catch (JournalException damaged) {
            return String.valueOf(damaged.getMessage());
        }
        return "";
    }

    /** The first record was read. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough", null, false, false);
        }
    }
}
