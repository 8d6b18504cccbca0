package dev.envelope.theory.audit.enumeration;

import dev.envelope.theory.audit.Witness;

/**
 * The utility that each type of an agent has of each message that is tried, where the first messages are those that its types should send,
 * in order.
 */
public final class PayoffTable {

    private final double[][] payoffs;

    /** A table of nothing but 0. */
    public PayoffTable(int types, int messages) {
        this.payoffs = new double[types][messages];
    }

    /** Sets what a type has of a message, both by their numbers. */
    public void set(int type, int message, double payoff) {
        payoffs[type][message] = payoff;
    }

    /** Adds what is had with probability {@code chance}. */
    public void add(double chance, PayoffTable had) {
        for (int k = 0; k < payoffs.length; k++) {
            for (int c = 0; c < payoffs[k].length; c++) {
                payoffs[k][c] += chance * had.payoffs[k][c];
            }
        }
    }

    /** What a type has of the message that it should send. */
    public double prescribed(int type) {
        return payoffs[type][type];
    }

    /** Shows {@code gain} what each type gains from each message. */
    public void look(Worst gain, Deviation witness) {
        for (int k = 0; k < payoffs.length; k++) {
            for (int c = 0; c < payoffs[k].length; c++) {
                int type = k;
                int message = c;
                gain.look(payoffs[k][c] - payoffs[k][k], () -> witness.of(type, message));
            }
        }
    }

    /** Who gains where a type sends another message. */
    public interface Deviation {

        /** The witness of the type and the message with these numbers. */
        Witness of(int type, int message);
    }
}
