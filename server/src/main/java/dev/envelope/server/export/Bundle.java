package dev.envelope.server.export;

import dev.envelope.server.journal.Chain;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a ZIP of files one after another, and at its end the SHA-256 of each. The stream stays open. */
final class Bundle {

    /** The file of all others' sums. */
    static final String SUMS = "SHA256SUMS";

    private final ZipOutputStream zip;
    private final LocalDateTime time;
    private final StringBuilder sums = new StringBuilder();

    /** Writes to {@code out}; every file has the time {@code atMillis}, so that the same export gives the same bytes. */
    Bundle(OutputStream out, long atMillis) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        LocalDateTime earliest = LocalDateTime.of(1980, 1, 1, 0, 0);
        LocalDateTime at = LocalDateTime.ofInstant(Instant.ofEpochMilli(atMillis), ZoneOffset.UTC);
        time = at.isBefore(earliest) ? earliest : at;
    }

    /** Writes what a file holds. */
    @FunctionalInterface
    interface Content {
        /** Writes it to {@code out}, which stays open. */
        void writeTo(OutputStream out) throws IOException;
    }

    void add(String file, Content content) throws IOException {
        begin(file);
        MessageDigest digest = Chain.sha256();
        content.writeTo(new DigestOutputStream(new Unclosed(zip), digest));
        zip.closeEntry();
        sums.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(file)
                .append('\n');
    }

    /** Adds the sums; nothing may follow. */
    void end() throws IOException {
        begin(SUMS);
        zip.write(sums.toString().getBytes(StandardCharsets.US_ASCII));
        zip.closeEntry();
        zip.finish();
    }

    private void begin(String file) throws IOException {
        ZipEntry entry = new ZipEntry(file);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
    }

    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length); // not byte by byte
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
