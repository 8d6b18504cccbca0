package dev.envelope.game.strategy;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The generators that strategies draw from: one per seat and round, by a specified algorithm, so that the same strategies
 * do the same headless, in process and over a network.
 */
public final class StrategyRandom {

    private StrategyRandom() {}

    /** The generator for {@code seat} in {@code round} of a run with {@code strategySeed}. */
    public static RandomGenerator forSeat(long strategySeed, int seat, int round) {
        return new SplittableRandom(mixed(mixed(strategySeed) ^ ((long) seat << 32 | (round & 0xffff_ffffL))));
    }

    /** A bijection without visible pattern (the finaliser of SplitMix64), so that neighbouring seeds share nothing. */
    private static long mixed(long number) {
        long z = number + 0x9e37_79b9_7f4a_7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d0_49bb_1331_11ebL;
        return z ^ (z >>> 31);
    }
}
