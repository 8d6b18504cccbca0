package dev.envelope.game.pay;

import dev.envelope.game.draw.KeyStream;
import dev.envelope.game.draw.SessionSeed;
import java.util.Arrays;

/**
 * The lots that choose paid rounds: of a seat's rounds those with the smallest lots are paid. They come from the session's seed
 * under a purpose of their own, so that nobody knows them before the seed is revealed, and no number of rounds or seats
 * changes them.
 */
public final class PayLots {

    private final PaidRounds rule;
    private final KeyStream stream;

    private PayLots(PaidRounds rule, KeyStream stream) {
        this.rule = rule;
        this.stream = stream;
    }

    /** The lots of {@code rule} in the session with this seed. */
    public static PayLots of(PaidRounds rule, SessionSeed seed) {
        return new PayLots(rule, seed.stream("paid-rounds"));
    }

    /** The rule whose lots these are. */
    public PaidRounds rule() {
        return rule;
    }

    /**
     * The lot of every seat in {@code round}, an unsigned number; where the last rounds are paid, a later round's is smaller.
     *
     * @param round the round in the session, from 1
     */
    public long[] of(int round, int seats) {
        return switch (rule.kind()) {
            case RANDOM -> stream.words(round, seats);
            case ALL, LAST -> {
                long[] lots = new long[seats];
                Arrays.fill(lots, Long.MAX_VALUE - round);
                yield lots;
            }
        };
    }
}
