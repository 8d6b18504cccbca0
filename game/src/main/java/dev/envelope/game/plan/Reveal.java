package dev.envelope.game.plan;

/**
 * What seats are told about the others.
 *
 * @param after what is revealed when a round is settled
 * @param sealedCount whether the number of seats that have sealed is shown while the round is open
 */
public record Reveal(After after, boolean sealedCount) {

    /** The default: the price after the round, nothing during it. */
    public static final Reveal DEFAULT = new Reveal(After.PRICE, false);

    /** What is revealed when a round is settled, beside a seat's own result. */
    public enum After {
        /** Nothing. */
        NOTHING,
        /** The market's price. */
        PRICE,
        /** The price and the rank of the own message. */
        OWN_RANK,
        /** The price and all messages of the market, without names. */
        ALL_MESSAGES
    }
}
