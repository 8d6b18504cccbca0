package dev.envelope.server.journal.sql;

import dev.envelope.server.journal.BrokenChainException;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.StoredRecord;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The stored form of records that were committed together: for each, the length of its bytes in 4 bytes (big endian), its
 * bytes and its hash of 32 bytes.
 */
final class RecordBlob {

    private RecordBlob() {}

    static byte[] write(List<StoredRecord> records) {
        int size = 0;
        for (StoredRecord record : records) {
            size += Integer.BYTES + record.bytes().length + Chain.HASH_BYTES;
        }
        ByteBuffer blob = ByteBuffer.allocate(size);
        for (StoredRecord record : records) {
            blob.putInt(record.bytes().length).put(record.bytes()).put(record.hash());
        }
        return blob.array();
    }

    /**
     * The records in {@code blob}.
     *
     * @throws BrokenChainException naming the record at which it does not have this form
     */
    static List<StoredRecord> read(long session, long first, byte[] blob) {
        List<StoredRecord> records = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(blob);
        while (rest.hasRemaining()) {
            try {
                byte[] bytes = take(rest, rest.getInt());
                records.add(new StoredRecord(bytes, take(rest, Chain.HASH_BYTES)));
            } catch (BufferUnderflowException e) {
                throw new BrokenChainException(session, first + records.size(), "it is cut short");
            }
        }
        return records;
    }

    private static byte[] take(ByteBuffer from, int length) {
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] taken = new byte[length];
        from.get(taken);
        return taken;
    }
}
