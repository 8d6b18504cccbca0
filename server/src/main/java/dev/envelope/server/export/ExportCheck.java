package dev.envelope.server.export;

import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.EventCodec;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.transcript.TranscriptReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The check of an export's other files: the export is made once more from the transcript in it, and every file must be the same to the
 * byte. Names are in no transcript, so names.csv is only held to its sum.
 */
public final class ExportCheck {

    private static final String TRANSCRIPT = "transcript.jsonl";
    private static final String NAMES = "names.csv";

    private final Path zip;
    private final EventCodec codec;

    /** The check of the export at {@code zip}, whose transcript is sound. */
    public ExportCheck(Path zip, EventCodec codec) {
        this.zip = zip;
        this.codec = codec;
    }

    /** What is not as the transcript has it, such as "payments.csv, line 2", at most one thing of each file. */
    public List<String> run() throws IOException {
        Path again = Files.createTempFile("envelope-check", ".zip");
        try (ZipFile given = new ZipFile(zip.toFile())) {
            try (OutputStream out = Files.newOutputStream(again)) {
                new SessionExport(recording(given), codec, given.getEntry(NAMES) != null).writeTo(out);
            }
            try (ZipFile derived = new ZipFile(again.toFile())) {
                return differing(given, derived);
            }
        } finally {
            Files.delete(again);
        }
    }

    private static List<String> differing(ZipFile given, ZipFile derived) throws IOException {
        List<String> differing = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        given.stream()
                .map(ZipEntry::getName)
                .filter(name -> !seen.add(name))
                .forEach(name -> differing.add(name + ", twice in the ZIP,"));
        for (ZipEntry file : derived.stream().toList()) {
            if (!file.getName().equals(NAMES)) {
                difference(given, derived, file.getName()).ifPresent(differing::add);
            }
        }
        return differing;
    }

    private static Optional<String> difference(ZipFile given, ZipFile derived, String name) throws IOException {
        ZipEntry entry = given.getEntry(name);
        if (entry == null) {
            return Optional.of(name + ", missing in the ZIP,");
        }
        try (InputStream found = new BufferedInputStream(given.getInputStream(entry));
                InputStream expected = new BufferedInputStream(expected(given, derived, name))) {
            return mismatch(found, expected).map(line -> name + ", line " + line + ",");
        }
    }

    /** What the file must hold; the sum of names.csv is that of the names that are there. */
    private static InputStream expected(ZipFile given, ZipFile derived, String name) throws IOException {
        InputStream plain = derived.getInputStream(derived.getEntry(name));
        ZipEntry names = given.getEntry(NAMES);
        if (!name.equals(Bundle.SUMS) || names == null) {
            return plain;
        }
        String typed = HexFormat.of()
                .formatHex(Chain.sha256().digest(given.getInputStream(names).readAllBytes()));
        String sums = new String(plain.readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .map(line -> (line.endsWith("  " + NAMES) ? typed + "  " + NAMES : line) + "\n")
                .collect(Collectors.joining());
        return new ByteArrayInputStream(sums.getBytes(StandardCharsets.US_ASCII));
    }

    /** The first line, from 1, in which the two differ. */
    private static Optional<Long> mismatch(InputStream found, InputStream expected) throws IOException {
        long line = 1;
        int next = expected.read();
        while (next == found.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            line += next == '\n' ? 1 : 0;
            next = expected.read();
        }
        return Optional.of(line);
    }

    private static Recording recording(ZipFile zip) throws IOException {
        String code;
        try (TranscriptReader reader = new TranscriptReader(zip.getInputStream(zip.getEntry(TRANSCRIPT)))) {
            code = reader.joinCode();
        }
        return new Recording() {
            @Override
            public String joinCode() {
                return code;
            }

            @Override
            public void read(Consumer<StoredRecord> consumer) {
                try (TranscriptReader reader = new TranscriptReader(zip.getInputStream(zip.getEntry(TRANSCRIPT)))) {
                    for (Optional<StoredRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                        consumer.accept(next.get());
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public SortedMap<Integer, String> names() {
                return new TreeMap<>();
            }
        };
    }
}
