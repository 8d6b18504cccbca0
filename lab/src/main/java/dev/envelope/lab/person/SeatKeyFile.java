package dev.envelope.lab.person;

import dev.envelope.client.SeatKey;
import dev.envelope.client.api.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the key of a seat is kept, so that the same command comes back to the same seat. */
public final class SeatKeyFile {
    private static final Logger LOG = LoggerFactory.getLogger(SeatKeyFile.class);

    private SeatKeyFile() {}

    /**
     * The file for a person's seat in a session: below {@code $XDG_STATE_HOME/envelope}, or
     * {@code ~/.local/state/envelope}. Another name, session or server has another file; a join code in small letters is the
     * same one.
     */
    public static Path of(Endpoint endpoint, String code, String name) {
        String state = System.getenv("XDG_STATE_HOME");
        Path base = state == null || state.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        byte[] seat = (endpoint + "\n" + code.strip().toUpperCase(Locale.ROOT) + "\n" + name)
                .getBytes(StandardCharsets.UTF_8);
        return base.resolve("envelope").resolve("seat-" + UUID.nameUUIDFromBytes(seat) + ".key");
    }

    /** The key in {@code file}; a new one, saved there, when the file is missing. */
    public static SeatKey loadOrCreate(Path file) throws IOException {
        if (Files.exists(file)) {
            return SeatKey.load(file);
        }
        SeatKey key = SeatKey.random();
        key.save(file);
        return key;
    }

    /** Removes {@code file}, whose key got no seat; what cannot be removed stays and does no harm. */
    public static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.debug("{}: cannot be removed: {}", file, stays.getMessage());
        }
    }
}
