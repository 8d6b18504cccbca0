package dev.envelope.server.export;

import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import java.util.SortedMap;
import java.util.function.Consumer;

/** The records of one session as an export reads them: from the first on, more than once. */
public interface Recording {

    /** The session's join code. */
    String joinCode();

    /** Hands all records to {@code reader} in order, each verified; later ones may follow the next time. */
    void read(Consumer<StoredRecord> reader);

    /** The names of the seats, by seat. */
    SortedMap<Integer, String> names();

    /** The recording of {@code session} in {@code journal}. */
    static Recording of(Journal journal, StoredSession session) {
        return new Recording() {
            @Override
            public String joinCode() {
                return session.joinCode();
            }

            @Override
            public void read(Consumer<StoredRecord> reader) {
                journal.read(session.id(), reader);
            }

            @Override
            public SortedMap<Integer, String> names() {
                return journal.names(session.id());
            }
        };
    }
}
