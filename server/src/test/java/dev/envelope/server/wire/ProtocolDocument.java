package dev.envelope.server.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The protocol's document and the examples in it. */
public final class ProtocolDocument {

    private static final Pattern HEX_LINE = Pattern.compile("^((?:[0-9A-F]{2} )*[0-9A-F]{2})(?: |$)");

    private ProtocolDocument() {}

    /** Its text. */
    public static String text() {
        try {
            return Files.readString(Path.of("..", "docs", "protocol.md"));
        } catch (IOException e) {
            throw new UncheckedIOException("docs/protocol.md (expected: beside the modules)", e);
        }
    }

    /** What stands in its fenced blocks called {@code name}. */
    public static List<String> blocks(String name) {
        return Pattern.compile("^```" + name + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text())
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** The bytes that the lines of a block begin with. */
    public static byte[] bytes(String block) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : block.lines().toList()) {
            HEX_LINE.matcher(line).results().forEach((MatchResult hex) -> {
                for (String one : hex.group(1).split(" ", -1)) {
                    bytes.write(Integer.parseInt(one, 16));
                }
            });
        }
        return bytes.toByteArray();
    }
}
