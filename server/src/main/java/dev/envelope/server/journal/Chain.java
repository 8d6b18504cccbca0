package dev.envelope.server.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The hash chain of one session's records: hash(n) = SHA-256(hash(n−1) ‖ bytes(n)), hash(0) = 32 zero bytes. For one
 * thread at a time.
 */
public final class Chain {

    /** The length of a hash. */
    public static final int HASH_BYTES = 32;

    private final MessageDigest digest = sha256();
    private long length;
    private byte[] head = new byte[HASH_BYTES];

    /** The chain before its first record. */
    public Chain() {}

    /** The number of records so far. */
    public long length() {
        return length;
    }

    /** Adds a record and returns it with its hash. */
    public StoredRecord add(byte[] bytes) {
        digest.update(head);
        head = digest.digest(bytes);
        length++;
        return new StoredRecord(bytes, head);
    }

    /**
     * Checks that {@code record} is the next one and adds it.
     *
     * @throws BrokenChainException when its stored hash is another
     */
    public void verify(long session, StoredRecord record) {
        add(record.bytes());
        if (!MessageDigest.isEqual(head, record.hash())) {
            throw new BrokenChainException(session, length, "its hash is another than that of the bytes before it");
        }
    }

    /** Adds {@code record}, whose place in the chain was verified when it was read. */
    public void follow(StoredRecord record) {
        head = record.hash();
        length++;
    }

    /** The chain after {@code records}, which are verified from the first on. */
    public static Chain of(long session, List<StoredRecord> records) {
        Chain chain = new Chain();
        records.forEach(record -> chain.verify(session, record));
        return chain;
    }

    /** A new SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
