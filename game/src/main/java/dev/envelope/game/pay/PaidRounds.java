package dev.envelope.game.pay;

/**
 * Which of the rounds that a seat has played, and that are no practice, are paid.
 *
 * @param kind how they are chosen
 * @param count how many there are, or as many as the seat has played where those are fewer; 0 where all are
 */
public record PaidRounds(Kind kind, int count) {

    /** All of them. */
    public static final PaidRounds ALL = new PaidRounds(Kind.ALL, 0);

    /** How paid rounds are chosen. */
    public enum Kind {
        /** Every round is paid. */
        ALL,
        /** Lots are drawn, for every seat its own: rounds in which a seat sat out are not among those it may draw. */
        RANDOM,
        /** The rounds that the seat played last. */
        LAST
    }

    /** Checks the count. */
    public PaidRounds {
        if (kind == Kind.ALL ? count != 0 : count < 1) {
            throw new IllegalArgumentException(
                    "count: " + count + " of " + kind + " (expected: 0 for all, otherwise at least 1)");
        }
    }
}
