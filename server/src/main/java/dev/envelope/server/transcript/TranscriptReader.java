package dev.envelope.server.transcript;

import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.StoredRecord;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a transcript record by record. Every byte counts: a line must be spelled as {@link TranscriptWriter} spells it, its
 * record must fit the chain, and the last line must fit all before it.
 */
public final class TranscriptReader implements AutoCloseable {

    private static final int LONGEST_LINE = 1 << 26;
    private static final Pattern HEAD =
            Pattern.compile("\\{\"transcript\":(\\d{1,9}),\"session\":\"([A-Z0-9]{1,40})\"}\n");
    private static final Pattern RECORD = Pattern.compile(
            "\\{\"record\":\\d{1,18},\"bytes\":\"([A-Za-z0-9+/]*={0,2})\",\"hash\":\"([0-9a-f]{64})\"}\n");

    private final InputStream in;
    private final MessageDigest digest = Chain.sha256();
    private final Chain chain = new Chain();
    private final String joinCode;
    private boolean ended;

    /**
     * Reads the first line of {@code in}, which is closed with this reader.
     *
     * @throws TranscriptException when it begins no transcript, or one of a newer form
     */
    public TranscriptReader(InputStream in) throws IOException {
        this.in = new BufferedInputStream(in, 1 << 16);
        String line = line();
        Matcher head = HEAD.matcher(line);
        if (!head.matches()) {
            throw new TranscriptException(
                    0,
                    "the first line begins no transcript (expected: "
                            + Lines.head("CODE").strip() + ")");
        }
        joinCode = head.group(2);
        if (!line.equals(Lines.head(joinCode))) {
            throw new TranscriptException(
                    0, "transcript of form " + head.group(1) + " (expected: " + Lines.VERSION + ")");
        }
        digest.update(line.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The session's join code. */
    public String joinCode() {
        return joinCode;
    }

    /** How many records were read. */
    public long records() {
        return chain.length();
    }

    /**
     * The next record; empty after the last.
     *
     * @throws TranscriptException naming the record at which the transcript is not what was written
     */
    public Optional<StoredRecord> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        String line = line();
        if (line.startsWith("{\"records\":")) {
            end(line);
            return Optional.empty();
        }
        return Optional.of(record(line));
    }

    private StoredRecord record(String line) {
        long number = chain.length() + 1;
        Matcher fields = RECORD.matcher(line);
        if (!fields.matches()) {
            throw new TranscriptException(number, "its line is not spelled as a record");
        }
        byte[] bytes = decoded(number, fields.group(1));
        StoredRecord read = new StoredRecord(bytes, HexFormat.of().parseHex(fields.group(2)));
        StoredRecord chained = chain.add(bytes);
        if (!Arrays.equals(read.hash(), chained.hash())) {
            throw new TranscriptException(
                    number, "its hash is another than that of its bytes and the records before it");
        }
        if (!line.equals(Lines.record(number, read))) {
            throw new TranscriptException(number, "its line is not spelled as record " + number);
        }
        digest.update(line.getBytes(StandardCharsets.ISO_8859_1));
        return read;
    }

    private static byte[] decoded(long number, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new TranscriptException(number, "its bytes are not base 64");
        }
    }

    private void end(String line) throws IOException {
        ended = true;
        long number = chain.length() + 1;
        if (!line.equals(Lines.end(chain.length(), digest.digest()))) {
            throw new TranscriptException(number, "the last line stands here, and it does not fit the lines before it");
        }
        if (in.read() >= 0) {
            throw new TranscriptException(number, "bytes after the last line (expected: none)");
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int next = 0;
        while (next != '\n') {
            next = in.read();
            if (next < 0 || line.size() == LONGEST_LINE) {
                throw new TranscriptException(
                        chain.length() + 1,
                        next < 0 ? "the transcript ends here (expected: its last line)" : "a longer line than any");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
