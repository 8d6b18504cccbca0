package dev.envelope.server.journal.sql;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.BrokenChainException;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The table of records: a row for what one session added in one transaction, in the order of the transactions, so that a
 * commit writes the end of the table only, however many sessions it serves. Where the rows of a session are is kept in
 * memory.
 */
final class BatchTable {

    /** So many rows are read at once. */
    private static final int READ_ROWS = 32;

    private static final int FETCHED = 10_000;

    private static final String READ = "SELECT id, first, records FROM batch WHERE id IN ("
            + String.join(", ", Collections.nCopies(READ_ROWS, "?")) + ") ORDER BY id";

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement select; // prepared once: a start reads thousands of times
    private final Map<Long, Place> places = new HashMap<>();
    private long lastId;

    /** The table on {@code connection}, with the places of all sessions. */
    static BatchTable open(Connection connection) throws SQLException {
        BatchTable table = new BatchTable(connection);
        table.find();
        return table;
    }

    private BatchTable(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement("INSERT INTO batch VALUES (?, ?, ?, ?, ?)");
        this.select = connection.prepareStatement(READ);
    }

    private void find() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, session, first, count FROM batch ORDER BY id")) {
            select.setFetchSize(FETCHED);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    lastId = rows.getLong(1);
                    place(rows.getLong(2)).add(lastId, rows.getLong(3) + rows.getLong(4) - 1);
                }
            }
        }
    }

    private Place place(long session) {
        return places.computeIfAbsent(session, id -> new Place());
    }

    /** How many records {@code session} has. */
    long length(long session) {
        Place place = places.get(session);
        return place == null ? 0 : place.length;
    }

    /** Adds the records of {@code batches} in the transaction under way; {@link #stored} is to follow its commit. */
    void insert(List<Batch> batches) throws SQLException {
        insert.clearBatch(); // of what failed before it was inserted
        long id = lastId;
        for (Batch batch : batches) {
            if (!batch.records().isEmpty()) {
                insert.setLong(1, ++id);
                insert.setLong(2, batch.session());
                insert.setLong(3, batch.first());
                insert.setInt(4, batch.records().size());
                insert.setBytes(5, RecordBlob.write(batch.records()));
                insert.addBatch();
            }
        }
        insert.executeBatch();
    }

    /** Takes note that {@code batches} are durable. */
    void stored(List<Batch> batches) {
        for (Batch batch : batches) {
            if (!batch.records().isEmpty()) {
                place(batch.session())
                        .add(++lastId, batch.first() + batch.records().size() - 1);
            }
        }
    }

    /** The ids of the rows of {@code session}, in order. */
    long[] rows(long session) {
        Place place = places.getOrDefault(session, new Place());
        return Arrays.copyOf(place.ids, place.rows);
    }

    /** What is in the rows {@code ids} from the one numbered {@code from} on, as far as so many are read at once. */
    List<Row> read(long[] ids, int from) throws SQLException {
        int count = Math.min(READ_ROWS, ids.length - from);
        Map<Long, Row> found = new HashMap<>();
        for (int i = 0; i < READ_ROWS; i++) {
            select.setLong(i + 1, ids[from + Math.min(i, count - 1)]);
        }
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getLong(1), new Row(rows.getLong(2), rows.getBytes(3)));
            }
        }
        List<Row> read = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            read.add(found.getOrDefault(ids[i], Row.MISSING));
        }
        return read;
    }

    /** Whether the last rows are those of {@code batches}, byte for byte. */
    boolean endsWith(List<Batch> batches) throws SQLException {
        List<Batch> stored =
                batches.stream().filter(batch -> !batch.records().isEmpty()).toList();
        long id = lastId - stored.size();
        for (Batch batch : stored) {
            Row row = read(new long[] {++id}, 0).get(0);
            boolean same = row.first == batch.first() && Arrays.equals(row.blob, RecordBlob.write(batch.records()));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /**
     * Hands the records in the rows {@code ids} of {@code session} to {@code reader}, each after its place in the chain was
     * verified.
     */
    static void verified(long session, long[] ids, Rows rows, Consumer<StoredRecord> reader) {
        Chain chain = new Chain();
        int next = 0;
        while (next < ids.length) {
            for (Row row : rows.read(ids, next)) {
                next++;
                verify(session, chain, row, reader);
            }
        }
    }

    private static void verify(long session, Chain chain, Row row, Consumer<StoredRecord> reader) {
        long first = chain.length() + 1;
        if (row.first() != first) {
            throw new BrokenChainException(session, first, "it is missing");
        }
        for (StoredRecord record : RecordBlob.read(session, first, row.blob())) {
            chain.verify(session, record);
            reader.accept(record);
        }
    }

    /** Reads rows as {@link #read} does, in a transaction of its own. */
    @FunctionalInterface
    interface Rows {
        List<Row> read(long[] ids, int from);
    }

    /**
     * A row.
     *
     * @param first the number of its first record; 0 when the row is missing
     * @param blob its records, see {@link RecordBlob}
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never written to
    record Row(long first, byte[] blob) {

        static final Row MISSING = new Row(0, new byte[0]);
    }

    /** The rows of one session, in order, and how many records they hold. */
    private static final class Place {

        private long[] ids = new long[4];
        private int rows;
        private long length;

        void add(long id, long lengthAfter) {
            if (rows == ids.length) {
                ids = Arrays.copyOf(ids, 2 * rows);
            }
            ids[rows++] = id;
            length = lengthAfter;
        }
    }
}
