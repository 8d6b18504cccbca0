package dev.envelope.theory.mechanism;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;

/** The checks that every mechanism makes of a message profile; each throws {@link IllegalArgumentException}. */
public final class Profile {

    private Profile() {}

    /** Refuses a profile of the wrong length, a tie order of the wrong size, and infinite messages. */
    public static void check(double[] messages, TieOrder ties, int agents) {
        if (messages.length != agents) {
            throw new IllegalArgumentException(
                    "messages: " + messages.length + " numbers (expected: one per agent, " + agents + ")");
        }
        if (ties.agents() != agents) {
            throw new IllegalArgumentException(
                    "ties: " + ties.agents() + " ranks (expected: one per agent, " + agents + ")");
        }
        for (int i = 0; i < agents; i++) {
            if (Double.isInfinite(messages[i])) {
                throw new IllegalArgumentException(
                        "messages[" + i + "]: " + messages[i] + " (expected: a finite number, or an abstention)");
            }
        }
    }

    /** Refuses also what is no type of the agent that reports it. */
    public static void checkReports(double[] reports, TieOrder ties, List<ValueDistribution> types) {
        check(reports, ties, types.size());
        for (int i = 0; i < reports.length; i++) {
            ValueDistribution type = types.get(i);
            if (reports[i] < type.lower() || reports[i] > type.upper()) {
                throw new IllegalArgumentException("messages[" + i + "]: " + reports[i] + " (expected: a type in ["
                        + type.lower() + ", " + type.upper() + "], or an abstention)");
            }
        }
    }

    /** Refuses an agent that abstains. */
    public static void checkAllTakePart(double[] messages) {
        for (int i = 0; i < messages.length; i++) {
            if (Double.isNaN(messages[i])) {
                throw new IllegalArgumentException("messages[" + i + "]: none (expected: a message of every agent)");
            }
        }
    }

    /** Refuses an empty market. */
    static void checkBidders(int bidders) {
        if (bidders < 1) {
            throw new IllegalArgumentException("bidders: " + bidders + " (expected: at least 1)");
        }
    }

    /** Refuses a number that is not finite. */
    static void checkFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: a finite number)");
        }
    }

    /**
     * The agent with the highest score of at least {@code least}, ties by {@code ties}; −1 where there is none. A score of
     * NaN takes no part.
     */
    public static int highest(double[] scores, double least, TieOrder ties) {
        int best = -1;
        for (int i = 0; i < scores.length; i++) {
            boolean eligible = scores[i] >= least;
            if (eligible
                    && (best < 0 || scores[i] > scores[best] || (scores[i] == scores[best] && ties.prefers(i, best)))) {
                best = i;
            }
        }
        return best;
    }

    /** {@link #check} and {@link #highest} in one pass, for profiles of many messages. */
    static int checkedHighest(double[] messages, double least, TieOrder ties, int agents) {
        if (messages.length != agents || ties.agents() != agents) {
            check(messages, ties, agents);
        }
        int best = -1;
        double most = least;
        boolean isInfinite = false;
        for (int i = 0; i < messages.length; i++) {
            double message = messages[i];
            if (message >= most && (message > most || best < 0 || ties.prefers(i, best))) {
                best = i;
                most = message;
            }
            isInfinite |= message == Double.NEGATIVE_INFINITY;
        }
        if (isInfinite || most == Double.POSITIVE_INFINITY) {
            check(messages, ties, agents);
        }
        return best;
    }

    /** The highest score of at least {@code least} apart from agent {@code without}, or {@code least} itself. */
    static double highestOther(double[] scores, double least, int without) {
        double highest = least;
        for (int i = 0; i < scores.length; i++) {
            if (i != without && scores[i] > highest) {
                highest = scores[i];
            }
        }
        return highest;
    }
}
