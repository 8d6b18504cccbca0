package dev.envelope.server.session;

import java.util.Optional;

/**
 * How a session is opened.
 *
 * @param reproducible whether the plan's seed, or {@code seed}, is used instead of a random one; everyone is shown this
 * @param seed a seed in place of the plan's, in the plan's form; only with {@code reproducible}
 */
public record OpenOptions(boolean reproducible, Optional<String> seed) {

    /** A random seed that nobody knows before the session has finished. */
    public static final OpenOptions RANDOM = new OpenOptions(false, Optional.empty());

    /** The plan's own seed. */
    public static final OpenOptions REPRODUCIBLE = new OpenOptions(true, Optional.empty());

    /** Checks that a seed comes with {@code reproducible}. */
    public OpenOptions {
        if (seed.isPresent() && !reproducible) {
            throw new IllegalArgumentException("seed: given (expected: none unless the run is reproducible)");
        }
    }

    /** The seed {@code seed}: 64 hexadecimal digits are the seed itself, any other text stands for its SHA-256. */
    public static OpenOptions seeded(String seed) {
        return new OpenOptions(true, Optional.of(seed));
    }
}
