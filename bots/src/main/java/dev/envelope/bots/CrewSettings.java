package dev.envelope.bots;

import dev.envelope.client.SeatKey;
import dev.envelope.game.strategy.Strategy;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What a crew is made of.
 *
 * @param code the session's join code
 * @param name what the bots are called, a number behind it
 * @param count how many seats they take, at least 1
 * @param strategy gives each bot its own strategy
 * @param strategySeed of the strategies' randomness
 * @param keys the seat key of the bot with a given index, from 0; the same keys get the same seats
 */
public record CrewSettings(
        String code,
        String name,
        int count,
        Supplier<? extends Strategy> strategy,
        long strategySeed,
        IntFunction<SeatKey> keys) {

    /** Checks the count. */
    public CrewSettings {
        if (count < 1) {
            throw new IllegalArgumentException("count: " + count + " (expected: at least 1)");
        }
    }

    /** {@code count} bots called Bot, with fresh random keys. */
    public static CrewSettings of(String code, int count, Supplier<? extends Strategy> strategy, long strategySeed) {
        return new CrewSettings(code, "Bot", count, strategy, strategySeed, index -> SeatKey.random());
    }

    /** The same with keys that follow from {@code seed}, so that a crew that is started again gets its seats back. */
    public CrewSettings withKeysFrom(long seed) {
        return new CrewSettings(code, name, count, strategy, strategySeed, index -> {
            SplittableRandom random = new SplittableRandom(seed + index * 0x9e37_79b9_7f4a_7c15L);
            byte[] key = new byte[16];
            random.nextBytes(key);
            return SeatKey.of(key);
        });
    }

    /** The same under another name. */
    public CrewSettings withName(String other) {
        return new CrewSettings(code, other, count, strategy, strategySeed, keys);
    }
}
