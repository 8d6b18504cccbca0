package dev.envelope.server.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
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

    /** Hands the records of {@code session} to {@code reader} in order, each verified. */
    void read(long session, Consumer<StoredRecord> reader) throws SQLException {
        Place place = places.getOrDefault(session, new Place());
        Chain chain = new Chain();
        try (PreparedStatement select = connection.prepareStatement("SELECT first, records FROM batch WHERE id = ?")) {
            for (int i = 0; i < place.rows; i++) {
                select.setLong(1, place.ids[i]);
                try (ResultSet row = select.executeQuery()) {
                    long next = chain.length() + 1;
                    if (!row.next() || row.getLong(1) != next) {
                        throw new BrokenChainException(session, next, "it is missing");
                    }
                    for (StoredRecord record : RecordBlob.read(session, next, row.getBytes(2))) {
                        chain.verify(session, record);
                        reader.accept(record);
                    }
                }
            }
        }
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
