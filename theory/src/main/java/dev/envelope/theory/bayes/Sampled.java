package dev.envelope.theory.bayes;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.Arrays;

/** A strategy at many types, joined by lines: its messages increase, so that their law has no atoms. */
final class Sampled {

    private final double[] types;
    private final double[] messages;
    private final double[] ranks;

    Sampled(ValueDistribution type, double[] types, double[] messages) {
        this.types = types;
        this.messages = messages;
        this.ranks = Arrays.stream(types).map(type::cdf).toArray();
    }

    double[] messages() {
        return messages;
    }

    /** P(the message is below {@code message}), linear between the types sampled. */
    double below(double message) {
        int last = messages.length - 1;
        if (message <= messages[0]) {
            return 0;
        }
        if (message >= messages[last]) {
            return 1;
        }
        int found = Arrays.binarySearch(messages, message);
        if (found >= 0) {
            return ranks[found];
        }
        int k = -found - 2;
        double share = (message - messages[k]) / (messages[k + 1] - messages[k]);
        return ranks[k] + share * (ranks[k + 1] - ranks[k]);
    }

    double[] types() {
        return types;
    }
}
