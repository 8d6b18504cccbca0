package dev.envelope.game.draw;

import dev.envelope.theory.mechanism.TieOrder;

/**
 * All that is drawn for a block of rounds: by the block's label, the round within the block, and the seat.
 *
 * <p>Blocks of one label draw the same in their first, second, … rounds. What a seat draws does not depend on how many
 * seats there are.
 */
public final class BlockDraws {

    private final KeyStream values;
    private final KeyStream matching;
    private final KeyStream ties;
    private final KeyStream common;

    private BlockDraws(KeyStream values, KeyStream matching, KeyStream ties, KeyStream common) {
        this.values = values;
        this.matching = matching;
        this.ties = ties;
        this.common = common;
    }

    /** The draws of blocks with the label {@code label}. */
    public static BlockDraws of(SessionSeed seed, String label) {
        return new BlockDraws(
                seed.stream("values/" + label),
                seed.stream("matching/" + label),
                seed.stream("ties/" + label),
                seed.stream("common/" + label));
    }

    /**
     * A number in [0, 1) for every seat: the leading 53 bits of its word over 2^53.
     *
     * @param round the round within the block, from 0
     */
    public double[] uniforms(int round, int seats) {
        return uniforms(values.words(round, seats));
    }

    /**
     * A number in [0, 1) for every market, for what its values have in common.
     *
     * @param round the round within the block, from 0
     */
    public double[] commonUniforms(int round, int markets) {
        return uniforms(common.words(round, markets));
    }

    private static double[] uniforms(long[] words) {
        double[] uniforms = new double[words.length];
        for (int position = 0; position < words.length; position++) {
            uniforms[position] = (words[position] >>> 11) * 0x1p-53;
        }
        return uniforms;
    }

    /**
     * A permutation of the seats, each equally likely (Fisher–Yates, inside out: the step of a seat depends on the seats
     * before it only).
     *
     * @param round the round within the block, from 0
     */
    public int[] permutation(int round, int seats) {
        long[] words = matching.words(round, seats);
        int[] order = new int[seats];
        for (int seat = 0; seat < seats; seat++) {
            int at = below(seat + 1, round, seat, words[seat]);
            order[seat] = order[at];
            order[at] = seat;
        }
        return order;
    }

    /**
     * A number in 0 … {@code bound} − 1, each equally likely: the high half of word · bound, and the next word of the
     * position where the low half falls into the remainder (Lemire 2019, Fast random integer generation in an interval).
     */
    private int below(int bound, int round, int position, long first) {
        long word = first;
        long remainder = Long.remainderUnsigned(-bound, bound);
        for (long index = 1; Long.compareUnsigned(word * bound, remainder) < 0; index++) {
            word = matching.word(round, position, index);
        }
        return (int) highHalf(word, bound);
    }

    /** The high 64 bits of the unsigned product of {@code word} and a small positive factor. */
    private static long highHalf(long word, int factor) {
        long low = (word & 0xffff_ffffL) * factor;
        return ((word >>> 32) * factor + (low >>> 32)) >>> 32;
    }

    /**
     * A word for every seat, by which {@link #tieOrder} ranks it.
     *
     * @param round the round within the block, from 0
     */
    public long[] tieWords(int round, int seats) {
        return ties.words(round, seats);
    }

    /**
     * The order of a market's seats by their words, each order equally likely.
     *
     * @param words what {@link #tieWords} gave for the round
     * @param market the market's seats in the order of the mechanism's agents
     */
    public static TieOrder tieOrder(long[] words, int[] market) {
        int[] ranks = new int[market.length];
        for (int i = 0; i < market.length; i++) {
            for (int j = 0; j < i; j++) {
                int ahead = Long.compareUnsigned(words[market[i]], words[market[j]]) < 0 ? j : i;
                ranks[ahead]++;
            }
        }
        return TieOrder.of(ranks);
    }
}
