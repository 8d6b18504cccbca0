package dev.envelope.theory.callmarket;

/** The conditions on numbers that the rules of call markets share. */
final class Traders {

    private Traders() {}

    /** Refuses a market without a buyer or without a seller. */
    static void check(int buyers, int sellers) {
        atLeastOne("buyers", buyers);
        atLeastOne("sellers", sellers);
    }

    /** Refuses ends that are not finite or out of order. */
    static void checkRange(String lowest, double from, String highest, double to) {
        checkFinite(lowest, from);
        checkFinite(highest, to);
        if (!(from <= to)) {
            throw new IllegalArgumentException(
                    lowest + ": " + from + " (expected: at most " + highest + ", " + to + ")");
        }
    }

    static void checkFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: a finite number)");
        }
    }

    /** Refuses a message of the agents {@code from} … {@code to} − 1 outside [{@code least}, {@code most}]. */
    static void checkMessages(double[] messages, int from, int to, double least, double most) {
        for (int i = from; i < to; i++) {
            if (messages[i] < least || messages[i] > most) {
                throw new IllegalArgumentException("messages[" + i + "]: " + messages[i] + " (expected: " + least
                        + " to " + most + ", or an abstention)");
            }
        }
    }

    private static void atLeastOne(String name, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(name + ": " + count + " (expected: at least 1)");
        }
    }
}
