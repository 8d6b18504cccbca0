package dev.envelope.lab.reference.bidding;

import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.solver.Equilibria;

/** Games that have to have a known equilibrium. */
final class Solved {

    private Solved() {}

    /**
     * The equilibrium of {@code game}.
     *
     * @throws IllegalArgumentException with the reason where none is known
     */
    static Equilibrium of(BayesianGame game) {
        Solution solution = Equilibria.of(game);
        if (solution instanceof NoEquilibrium none) {
            throw new IllegalArgumentException(none.reason());
        }
        return (Equilibrium) solution;
    }
}
