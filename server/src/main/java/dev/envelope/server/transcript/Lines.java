package dev.envelope.server.transcript;

import dev.envelope.server.journal.StoredRecord;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The lines of a transcript, each a JSON object and a line feed: the head, a line per record, and the end with the SHA-256 of
 * all bytes before it. Each has one spelling only.
 */
final class Lines {

    /** The version of this form. */
    static final int VERSION = 1;

    private Lines() {}

    static String head(String joinCode) {
        return "{\"transcript\":" + VERSION + ",\"session\":\"" + joinCode + "\"}\n";
    }

    static String record(long number, StoredRecord record) {
        return "{\"record\":" + number + ",\"bytes\":\""
                + Base64.getEncoder().encodeToString(record.bytes()) + "\",\"hash\":\""
                + HexFormat.of().formatHex(record.hash()) + "\"}\n";
    }

    static String end(long records, byte[] sha256) {
        return "{\"records\":" + records + ",\"sha256\":\"" + HexFormat.of().formatHex(sha256) + "\"}\n";
    }
}
