package dev.envelope.game.asked;

import dev.envelope.game.asked.offer.MessageBounds;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import dev.envelope.game.plan.roles.ValueKind;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.solver.Equilibria;

/** What theory knows of a treatment that is played, with the bounds of its messages. */
public final class PlayedSolution {

    private PlayedSolution() {}

    /**
     * The equilibrium of {@code treatment}, or why none is given.
     *
     * @throws IllegalArgumentException when theory refuses the game
     */
    public static Solution of(Treatment treatment) {
        if (CommonValueGame.isOne(treatment)) {
            return AskedGame.of(treatment).solution();
        }
        if (!ValueKind.areIndependent(treatment.roles())) {
            return new NoEquilibrium(
                    "none is known of values that are not drawn for each by itself; where truth is dominant,"
                            + " truthful plays it");
        }
        MessageBounds bounds = MessageBounds.of(treatment);
        return bounds.within(Equilibria.of(bounds.rules(TreatmentTheory.inPoints(treatment))));
    }
}
