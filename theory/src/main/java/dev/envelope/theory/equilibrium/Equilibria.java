package dev.envelope.theory.equilibrium;

/** Finds the equilibrium of a game: the one entrance, whatever the mechanism. */
public final class Equilibria {

    private Equilibria() {}

    /**
     * The equilibrium of {@code game}, or why none can be named. Where there are several, the one a textbook selects; its
     * name says which.
     */
    public static Solution of(BayesianGame game) {
        return new NoEquilibrium(
                "no equilibrium is known for " + game.mechanism().getClass().getSimpleName());
    }
}
