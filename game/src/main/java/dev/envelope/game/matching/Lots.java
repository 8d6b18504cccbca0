package dev.envelope.game.matching;

import dev.envelope.game.draw.KeyStream;
import dev.envelope.game.draw.SessionSeed;

/** The lots of a search, always the same: schedules are no secret. */
final class Lots {

    private static final int AT_ONCE = 1_024;

    private final KeyStream stream = SessionSeed.of("schedule").stream("schedule");
    private long[] words = new long[0];
    private int used;
    private int blocks;

    /** A number from 0 to {@code bound} − 1, nearly equally likely. */
    int below(int bound) {
        if (used == words.length) {
            words = stream.words(blocks++, AT_ONCE);
            used = 0;
        }
        return (int) (((words[used++] >>> 33) * bound) >>> 31);
    }
}
