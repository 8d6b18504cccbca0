package dev.envelope.theory.efficient;

import java.util.List;

/** The conditions that this package's records share; each throws {@link IllegalArgumentException}. */
final class Require {

    private Require() {}

    /** Refuses NaN and infinities. */
    static void finite(String name, double value) {
        that(Double.isFinite(value), name, value, "a finite number");
    }

    /** Refuses too few agents. */
    static void agents(int agents, int least) {
        if (agents < least) {
            throw new IllegalArgumentException("agents: " + agents + " (expected: at least " + least + ")");
        }
    }

    /** Refuses a list that has not one entry per agent. */
    static void onePerAgent(String name, List<?> list, int agents) {
        if (list.size() != agents) {
            throw new IllegalArgumentException(
                    name + ": " + list.size() + " (expected: one per agent, " + agents + ")");
        }
    }

    /** Refuses a value that does not meet its condition. */
    static void that(boolean holds, String name, double value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
