package dev.envelope.server.journal;

/**
 * A record as it is stored. The arrays are shared, not copied, and never written to.
 *
 * @param bytes the serialised {@code JournalRecord}
 * @param hash the chain's hash up to and including this record, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; copying each would cost more than the hash
public record StoredRecord(byte[] bytes, byte[] hash) {}
