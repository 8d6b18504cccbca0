package dev.envelope.theory.finite;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.Collections;
import java.util.List;

/** Reported types that have to be some that there are. */
final class Reports {

    private Reports() {}

    /**
     * The place of agent {@code agent}'s report among its types, from 0.
     *
     * @throws IllegalArgumentException where there is no such type
     */
    static int place(List<DiscreteDistribution> types, int agent, double report) {
        int place = Collections.binarySearch(types.get(agent).points(), report);
        if (place < 0) {
            throw new IllegalArgumentException("messages[" + agent + "]: " + report + " (expected: one of "
                    + types.get(agent).points() + ")");
        }
        return place;
    }
}
