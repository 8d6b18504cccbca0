package dev.envelope.server.session;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a session is opened.
 *
 * @param reproducible whether the plan's seed, or {@code seed}, is used instead of a random one; everyone is shown this
 * @param seed a seed in place of the plan's, in the plan's form; only with {@code reproducible}
 * @param room the room whose address leads to the session from now on: 3 to 40 small letters, digits and hyphens, not
 *     just five letters, which would be a join code; empty for none
 */
public record OpenOptions(boolean reproducible, Optional<String> seed, Optional<String> room) {

    private static final Pattern ROOM = Pattern.compile("(?![a-z]{5}$)[a-z0-9][a-z0-9-]{2,39}");

    /** In no room. */
    public OpenOptions(boolean reproducible, Optional<String> seed) {
        this(reproducible, seed, Optional.empty());
    }

    /** A random seed that nobody knows before the session has finished. */
    public static final OpenOptions RANDOM = new OpenOptions(false, Optional.empty());

    /** The plan's own seed. */
    public static final OpenOptions REPRODUCIBLE = new OpenOptions(true, Optional.empty());

    /** Checks that a seed comes with {@code reproducible}. */
    public OpenOptions {
        if (seed.isPresent() && !reproducible) {
            throw new IllegalArgumentException("seed: given (expected: none unless the run is reproducible)");
        }
        if (room.isPresent() && !ROOM.matcher(room.get()).matches()) {
            throw new IllegalArgumentException(
                    "room: " + room.get()
                            + " (expected: 3 to 40 small letters, digits and hyphens, not just five letters, such as econ-101)");
        }
    }

    /** The same in {@code name}. */
    public OpenOptions inRoom(String name) {
        return new OpenOptions(reproducible, seed, Optional.of(name));
    }

    /** The seed {@code seed}: 64 hexadecimal digits are the seed itself, any other text stands for its SHA-256. */
    public static OpenOptions seeded(String seed) {
        return new OpenOptions(true, Optional.of(seed));
    }
}
