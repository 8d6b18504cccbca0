package dev.envelope.theory.bayes;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;

/** Profiles of messages, spread over the types, at which a mechanism is played to see what its rules are about. */
final class Probe {

    static final int COUNT = 16;

    private static final double STEP = 0.6180339887498949;
    private static final double SHIFT = 0.7548776662466927;

    private Probe() {}

    /** The {@code index}-th profile: no two messages are the same. */
    static double[] messages(BayesianGame game, int index) {
        double[] messages = new double[game.types().size()];
        for (int i = 0; i < messages.length; i++) {
            ValueDistribution type = game.types().get(i);
            double share = index * SHIFT + i * STEP;
            messages[i] = type.lower() + (share - Math.floor(share)) * (type.upper() - type.lower());
        }
        return messages;
    }
}
