package dev.envelope.theory.solver;

import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Solution;
import java.util.Optional;

/** What knows the equilibria of one family of games. A new family is a new class in the list of {@link Equilibria}. */
@FunctionalInterface
public interface Solver {

    /** The answer for a game of this family; empty for any other game. */
    Optional<Solution> solve(BayesianGame game);
}
