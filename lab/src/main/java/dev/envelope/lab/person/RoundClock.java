package dev.envelope.lab.person;

import dev.envelope.lab.person.text.Catalogue;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** When the open round, or the questionnaire, closes, by this machine's own clock. */
final class RoundClock {
    private final Catalogue words;
    private @Nullable Long closesAtNanos;

    RoundClock(Catalogue words) {
        this.words = words;
    }

    /** The server has just said how long the round stays open; absent when no clock runs. */
    void restart(OptionalLong remainingMillis) {
        closesAtNanos = remainingMillis.isPresent()
                ? (Long) (System.nanoTime() + remainingMillis.getAsLong() * 1_000_000)
                : null;
    }

    /** Whether the round closes by itself. */
    boolean isRunning() {
        return closesAtNanos != null;
    }

    /** Whether the round stays open for longer than was known, by a second or more. */
    boolean isExtended(OptionalLong remainingMillis) {
        Long closes = closesAtNanos;
        return closes != null
                && remainingMillis.isPresent()
                && System.nanoTime() + remainingMillis.getAsLong() * 1_000_000 - closes >= 1_000_000_000;
    }

    /** The time left, in words. */
    String text() {
        Long closes = closesAtNanos;
        return closes == null
                ? words.text("time.open")
                : words.text(
                        "time.left", StrictMath.max(0, (closes - System.nanoTime() + 500_000_000) / 1_000_000_000));
    }
}
