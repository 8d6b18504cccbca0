package dev.envelope.server.export;

import dev.envelope.game.session.event.Event;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.event.EventCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An export that was read back. */
record Unzipped(Map<String, byte[]> files) {

    static final EventCodec CODEC = EventCodec.ofPlanFiles();

    /** The export of these events under the code HEADLESS. */
    static byte[] zip(List<Event> events, boolean withNames, Map<Integer, String> names) {
        List<StoredRecord> records = new ArrayList<>();
        Chain chain = new Chain();
        events.forEach(event -> records.add(chain.add(CODEC.encode(event))));
        Recording recording = new Recording() {
            @Override
            public String joinCode() {
                return "HEADLESS";
            }

            @Override
            public void read(Consumer<StoredRecord> reader) {
                records.forEach(reader);
            }

            @Override
            public SortedMap<Integer, String> names() {
                return new TreeMap<>(names);
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new SessionExport(recording, CODEC, withNames).writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Unzipped of(List<Event> events) {
        return of(zip(events, false, Map.of()));
    }

    static Unzipped of(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Unzipped(files);
    }

    byte[] bytes(String file) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new AssertionError(file + ": missing from " + files.keySet());
        }
        return bytes;
    }

    String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** The rows of a table, each a map from column to cell in the columns' order. */
    List<Map<String, String>> rows(String file) {
        List<List<String>> lines = parsed(text(file));
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            if (line.size() != lines.get(0).size()) {
                throw new AssertionError(file + ": " + line + " under " + lines.get(0));
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < line.size(); i++) {
                row.put(lines.get(0).get(i), line.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    /** The cell of {@code row} in {@code column}. */
    static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new AssertionError(column + ": none of " + row.keySet());
        }
        return cell;
    }

    List<String> header(String file) {
        return parsed(text(file)).get(0);
    }

    /** RFC 4180, written apart from the writer. */
    static List<List<String>> parsed(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        if (!line.isEmpty() || cell.length() > 0) {
            throw new AssertionError("a last line without its end");
        }
        return lines;
    }
}
