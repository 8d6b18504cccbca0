package dev.envelope.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of records: a row for what one session added in one transaction, in the order of the transactions, so that a
 * commit writes the end of the table only, however many sessions it serves. Where the rows of a session are is kept in
 * memory.
 */
final class BatchTable {

    private static final int READ_BYTES = 1 << 18;

    private final Connection connection;
    private final PreparedStatement insert;
    private final Map<Long, Place> places = new HashMap<>();
    private long lastId;

    /** The table on {@code connection}, with the places of all sessions. */
    static BatchTable open(Connection connection) throws SQLException {
        BatchTable table =
                new BatchTable(connection, connection.prepareStatement("INSERT INTO batch VALUES (?, ?, ?, ?, ?)"));
        table.find();
        return table;
    }

    private BatchTable(Connection connection, PreparedStatement insert) {
        this.connection = connection;
        this.insert = insert;
    }

    private void find() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT id, session, first, count FROM batch ORDER BY id");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                lastId = rows.getLong(1);
                place(rows.getLong(2)).add(lastId, rows.getLong(3) + rows.getLong(4) - 1);
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

    /**
     * What is in the rows {@code ids} from the one numbered {@code from} on: of one row, and of as many more as fit in
     * {@value #READ_BYTES} bytes.
     */
    List<Row> read(long[] ids, int from) throws SQLException {
        List<Row> read = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT first, records FROM batch WHERE id = ?")) {
            int bytes = 0;
            for (int i = from; i < ids.length && bytes < READ_BYTES; i++) {
                Row row = row(select, ids[i]);
                bytes += row.blob.length;
                read.add(row);
            }
        }
        return read;
    }

    private static Row row(PreparedStatement select, long id) throws SQLException {
        select.setLong(1, id);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? new Row(row.getLong(1), row.getBytes(2)) : new Row(0, new byte[0]);
        }
    }

    /**
     * A row.
     *
     * @param first the number of its first record; 0 when the row is missing
     * @param blob its records, see {@link RecordBlob}
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never written to
    record Row(long first, byte[] blob) {}

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
