package dev.envelope.theory.equilibrium;

import java.util.Optional;

/** What knows the equilibria of one family of games. A new family is a new class in the list of {@link Equilibria}. */
@FunctionalInterface
interface Solver {

    /** The answer for a game of this family; empty for any other game. */
    Optional<Solution> solve(BayesianGame game);
}
