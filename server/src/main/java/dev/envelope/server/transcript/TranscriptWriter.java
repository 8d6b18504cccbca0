package dev.envelope.server.transcript;

import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Writes a transcript record by record. The stream stays open. */
public final class TranscriptWriter {

    private final OutputStream out;
    private final MessageDigest digest = Chain.sha256();
    private long records;

    /** Begins the transcript of the session with this join code. */
    public TranscriptWriter(OutputStream out, String joinCode) throws IOException {
        this.out = out;
        write(Lines.head(joinCode));
    }

    /** Adds the next record. */
    public void add(StoredRecord record) throws IOException {
        write(Lines.record(++records, record));
    }

    /** Adds the last line; nothing may follow. */
    public void end() throws IOException {
        out.write(bytes(Lines.end(records, digest.digest())));
    }

    private void write(String line) throws IOException {
        byte[] bytes = bytes(line);
        digest.update(bytes);
        out.write(bytes);
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.US_ASCII);
    }
}
