package dev.envelope.server.export;

import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.event.EventCodec;
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
import java.security.DigestInputStream;
import java.security.MessageDigest;
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
 * byte. Names are in no transcript, so names.csv is only held to its sum, and may have been deleted.
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

    /**
     * What was found.
     *
     * @param differing what is not as the transcript has it, such as "payments.csv, line 2", at most one thing of each file
     * @param missing the files that an export has and this ZIP has not
     * @param unknown the files that this ZIP has and no export has
     */
    public record Findings(List<String> differing, List<String> missing, List<String> unknown) {
        /** Copies the lists. */
        public Findings {
            differing = List.copyOf(differing);
            missing = List.copyOf(missing);
            unknown = List.copyOf(unknown);
        }
    }

    /** Makes every file once more, and compares. */
    public Findings run() throws IOException {
        Path again = Files.createTempFile("envelope-check", ".zip");
        try (ZipFile given = new ZipFile(zip.toFile())) {
            try (OutputStream out = Files.newOutputStream(again)) {
                new SessionExport(recording(given), codec, hadNames(given)).writeTo(out);
            }
            try (ZipFile derived = new ZipFile(again.toFile())) {
                return findings(given, derived);
            }
        } finally {
            Files.delete(again);
        }
    }

    /** Whether it was made with names, even if they were deleted since. */
    private static boolean hadNames(ZipFile given) throws IOException {
        return given.getEntry(NAMES) != null
                || (given.getEntry(Bundle.SUMS) != null
                        && lines(given, Bundle.SUMS).stream().anyMatch(ExportCheck::isOfNames));
    }

    private static Findings findings(ZipFile given, ZipFile derived) throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> differing = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (ZipEntry file : given.stream().toList()) {
            if (!seen.add(file.getName())) {
                differing.add(file.getName() + ", twice in the ZIP,");
            } else if (derived.getEntry(file.getName()) == null) {
                unknown.add(file.getName());
            }
        }
        for (ZipEntry file : derived.stream().toList()) {
            if (file.getName().equals(NAMES)) {
                continue;
            }
            if (seen.contains(file.getName())) {
                difference(given, derived, file.getName())
                        .ifPresent(line -> differing.add(file.getName() + ", line " + line + ","));
            } else {
                missing.add(file.getName());
            }
        }
        return new Findings(differing, missing, unknown);
    }

    private static Optional<Long> difference(ZipFile given, ZipFile derived, String name) throws IOException {
        try (InputStream found = new BufferedInputStream(given.getInputStream(given.getEntry(name)));
                InputStream expected = new BufferedInputStream(expected(given, derived, name))) {
            return mismatch(found, expected);
        }
    }

    /** What the file must hold; the sum of names.csv is that of the names that are there, or any where they were deleted. */
    private static InputStream expected(ZipFile given, ZipFile derived, String name) throws IOException {
        if (!name.equals(Bundle.SUMS)) {
            return derived.getInputStream(derived.getEntry(name));
        }
        ZipEntry names = given.getEntry(NAMES);
        Optional<String> sum = names == null
                ? lines(given, Bundle.SUMS).stream()
                        .filter(ExportCheck::isOfNames)
                        .findFirst()
                : Optional.of(sum(given, names) + "  " + NAMES);
        String sums = lines(derived, Bundle.SUMS).stream()
                .map(line -> (isOfNames(line) ? sum.orElse(line) : line) + "\n")
                .collect(Collectors.joining());
        return new ByteArrayInputStream(sums.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isOfNames(String line) {
        return line.endsWith("  " + NAMES);
    }

    private static List<String> lines(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        }
    }

    private static String sum(ZipFile zip, ZipEntry file) throws IOException {
        MessageDigest digest = Chain.sha256();
        try (InputStream in = new DigestInputStream(zip.getInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
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
