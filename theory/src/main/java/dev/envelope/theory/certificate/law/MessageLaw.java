package dev.envelope.theory.certificate.law;

/** The probability law of one agent's messages, with what is known of its density. */
public interface MessageLaw {

    /** P(the agent abstains). */
    double silent();

    /** The lowest message. */
    double lowest();

    /** The highest message. */
    double highest();

    /** The lowest type whose message is at least {@code message}; the highest type where there is none. */
    double first(double message);

    /** P(a message below {@code message}). */
    double below(double message);

    /** P(a message of at most {@code message}). */
    double atMost(double message);

    /** Bounds on the density of messages strictly between {@code from} and {@code to}. */
    Slope slope(double from, double to);

    /** Whether a message may have a positive probability. */
    default boolean hasAtoms() {
        for (double message : breakpoints()) {
            if (atMost(message) > below(message)) {
                return true;
            }
        }
        return false;
    }

    /** Where the law is not smooth, so that cells should end there. */
    double[] breakpoints();

    /**
     * A range of slopes.
     *
     * @param least at least 0
     * @param most +∞ where no bound is known
     */
    record Slope(double least, double most) {

        public static final Slope UNKNOWN = new Slope(0, Double.POSITIVE_INFINITY);
    }
}
