package dev.envelope.game.plan;

import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.List;

/** The game of theory that a treatment is. */
public final class TreatmentTheory {

    private TreatmentTheory() {}

    /** The treatment's game with types and messages in points. */
    public static BayesianGame inPoints(Treatment treatment) {
        return new BayesianGame(mechanism(treatment), List.of());
    }

    /** The treatment's game with types and messages in ticks, as real numbers. */
    public static BayesianGame inTicks(Treatment treatment) {
        return inPoints(treatment);
    }

    private static Mechanism mechanism(Treatment treatment) {
        throw new UnsupportedOperationException(
                "mechanism: " + treatment.mechanism().type().planName() + " (expected: one that theory can build)");
    }
}
