package dev.envelope.server.projection;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.journal.sql.JournalAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the tables of a journal, on a thread and a connection of its own: they may lag behind the records, and catch up by
 * themselves after a crash or whatever else went wrong with them. Nobody waits for them, so they take a fifth of a
 * processor at most, see {@link Pacer}, until they are closed; and when more is stored than they can follow, they wait
 * until it is calm.
 */
public final class Projections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);

    /** So many records wait. A thousand seats leave fewer in a round. */
    private static final int MOST_WAITING = 20_000;

    /** When more was stored than may wait, the tables go on once so many records a second are stored, or fewer. */
    private static final long CALM = 2_000;

    private static final long PATIENCE_MILLIS = 5_000;

    private final Journal journal;
    private final JournalAddress address;
    private final EventCodec codec = EventCodec.ofPlanFiles();
    private final Backlog backlog = new Backlog(MOST_WAITING);
    private final Map<Long, SessionRows> sessions = new HashMap<>();
    private final Thread thread = new Thread(this::run, "envelope-tables");
    private final Pacer pacer = Pacer.ofThisMachine();
    private volatile boolean closed;
    private volatile boolean stopped;

    private Projections(Journal journal, JournalAddress address) {
        this.journal = journal;
        this.address = address;
        thread.setDaemon(true);
    }

    /** Keeps the tables of {@code journal}, which is at {@code address}; what it has so far comes first. */
    public static Projections of(Journal journal, JournalAddress address) {
        return new Projections(journal, address);
    }

    /** Begins to write. */
    public void start() {
        thread.start();
    }

    /**
     * Makes the tables of {@code journal} anew.
     *
     * @throws JournalException when they cannot be written, or a session cannot be read
     */
    public static void rebuild(Journal journal, JournalAddress address) {
        Projections projections = new Projections(journal, address);
        projections.closed = true; // somebody waits for it
        try (Connection connection = address.connectTables()) {
            QueryTables tables = QueryTables.open(connection);
            tables.clear();
            for (StoredSession row : journal.sessions()) {
                projections.follow(row.id(), tables);
            }
        } catch (SQLException e) {
            throw new JournalException(address + ": the tables cannot be written: " + e.getMessage(), e);
        }
    }

    /** Takes what was stored, to be written later. Never waits. */
    public void stored(List<Batch> batches) {
        backlog.add(batches);
    }

    private void run() {
        long pause = 1_000;
        do {
            try (Connection connection = address.connectTables()) {
                keep(QueryTables.open(connection));
            } catch (SQLException | RuntimeException e) {
                LOG.warn("{}: the tables to query are not kept: {}", address, e.getMessage());
                sessions.clear();
                pause = Math.min(2 * pause, 60_000);
                if (!rest(pause)) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            }
        } while (!closed);
    }

    private boolean rest(long millis) {
        try {
            for (long rested = 0; rested < millis && !closed; rested += 50) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void keep(QueryTables tables) throws SQLException, InterruptedException {
        backlog.restart();
        catchUp(tables);
        while (!closed || !backlog.isEmpty()) {
            Optional<List<Batch>> batches = backlog.next(100);
            pacer.begin();
            if (batches.isPresent()) {
                while (batches.isPresent()) {
                    for (Batch batch : batches.get()) {
                        follow(batch, tables);
                    }
                    batches = backlog.next(0);
                }
                tables.commit();
            }
            if (backlog.hasMissed()) {
                awaitCalm();
                backlog.restart();
                sessions.clear();
                catchUp(tables);
            }
        }
    }

    /** While the server has all hands full, the tables are left alone. */
    private void awaitCalm() throws InterruptedException {
        long before;
        do {
            before = backlog.stored();
            if (!rest(1_000)) {
                throw new InterruptedException();
            }
        } while (!closed && backlog.stored() - before > CALM);
    }

    private void catchUp(QueryTables tables) throws SQLException {
        for (StoredSession row : journal.sessions()) {
            if (stopped) {
                return;
            }
            if (!tables.isComplete(row.id())) {
                try {
                    follow(row.id(), tables);
                } catch (JournalException unreadable) {
                    LOG.warn("session {}: is not in the tables to query: {}", row.joinCode(), unreadable.getMessage());
                }
            }
        }
    }

    /** Follows what the journal has of a session from its first record on. */
    private SessionRows follow(long session, QueryTables tables) throws SQLException {
        SessionRows rows = new SessionRows(session, tables);
        try {
            journal.read(session, record -> next(rows, record));
        } catch (Unwritten e) {
            throw e.why;
        }
        tables.commit();
        sessions.put(session, rows);
        return rows;
    }

    private void follow(Batch batch, QueryTables tables) throws SQLException {
        SessionRows rows = sessions.get(batch.session());
        if (rows == null && batch.first() == 1) {
            rows = new SessionRows(batch.session(), tables);
            sessions.put(batch.session(), rows);
        }
        if (rows == null || rows.records() + 1 < batch.first()) {
            follow(batch.session(), tables);
            return;
        }
        long known = rows.records() + 1 - batch.first();
        for (StoredRecord record : batch.records()) {
            if (known-- <= 0) {
                write(rows, record);
            }
        }
        if (batch.finished()) {
            sessions.remove(batch.session());
        }
    }

    private void write(SessionRows rows, StoredRecord record) throws SQLException {
        rows.next(codec.decode(record.bytes()));
        if (!closed) {
            pacer.pause();
        }
    }

    private void next(SessionRows rows, StoredRecord record) {
        try {
            write(rows, record);
        } catch (SQLException e) {
            throw new Unwritten(e);
        }
    }

    /** Ends once what is stored is in the tables, or after a while. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stopped = true;
        thread.interrupt();
    }

    /** Carries a failure of the tables through the reading of the journal. */
    private static final class Unwritten extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient SQLException why;

        Unwritten(SQLException why) {
            super(why);
            this.why = why;
        }
    }
}
