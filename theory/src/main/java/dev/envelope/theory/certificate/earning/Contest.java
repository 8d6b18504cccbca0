package dev.envelope.theory.certificate.earning;

import dev.envelope.theory.certificate.law.MessageLaw.Slope;
import java.util.stream.DoubleStream;

/**
 * What an agent's message has to beat, as functions of the message b: W, the chance to win, and R, of which the integral up to b
 * comes back to it. Both rise from 0 to at most 1.
 */
public interface Contest {

    /** P(no rival is in the way of a message, however low). */
    double nobody();

    /** The lowest message that can win, where somebody is always in the way. */
    double lowest();

    /** The highest message of any rival that sends one; −∞ where there is none. */
    double highest();

    /** Whether W may jump. */
    default boolean hasJumps() {
        return true;
    }

    /** Where W is not smooth. */
    DoubleStream breakpoints();

    /** W just below {@code message}. */
    double below(double message);

    /** W just above {@code message}. */
    double atMost(double message);

    /** W at {@code message}, ties broken; NaN where that is not known. */
    double tied(double message);

    /** Bounds on the derivative of W strictly between {@code from} and {@code to}. */
    Slope slope(double from, double to);

    /** R just below {@code message}; W where nothing else is said. */
    default double refundedBelow(double message) {
        return below(message);
    }

    /** R just above {@code message}; W where nothing else is said. */
    default double refundedAtMost(double message) {
        return atMost(message);
    }

    /** Bounds on the derivative of R strictly between {@code from} and {@code to}. */
    default Slope refundedSlope(double from, double to) {
        return slope(from, to);
    }

    /** Bounds on W − {@code refund}·R strictly between {@code from} and {@code to}. */
    default Slope kept(double from, double to, double refund) {
        double low = atMost(from);
        double share = 1 - refund;
        return new Slope(share * low, share * Math.max(low, below(to)));
    }

    /** All three bounds between {@code from} and {@code to}. */
    default Spread spread(double from, double to, double refund) {
        return new Spread(slope(from, to), refundedSlope(from, to), kept(from, to, refund));
    }

    /**
     * What changes strictly between two messages.
     *
     * @param won bounds on the derivative of W
     * @param refunded bounds on the derivative of R; of no meaning where none of it comes back
     * @param kept bounds on W less the share of R that comes back
     */
    record Spread(Slope won, Slope refunded, Slope kept) {}
}
