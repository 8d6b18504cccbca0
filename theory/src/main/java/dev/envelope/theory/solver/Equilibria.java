package dev.envelope.theory.solver;

import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import java.util.List;
import java.util.Optional;

/** Finds the equilibrium of a game: the one entrance, whatever the mechanism. */
public final class Equilibria {

    /** Every family of games that is understood; each game is answered by the first that claims it. */
    private static final List<Solver> SOLVERS = List.of(
            new BalancedMarketSolver(),
            new AsymmetricFirstPriceSolver(),
            new FirstPriceSolver(),
            new SecondPriceSolver(),
            new SymmetricSolver(),
            new UnitDemandSolver(),
            new DirectSolver(),
            new BilateralDoubleAuctionSolver(),
            new CallMarketSolver());

    private Equilibria() {}

    /**
     * The equilibrium of {@code game}, or why none can be named. Where there are several, the one a textbook selects; its
     * name says which. The same game gets the same bits on every machine.
     */
    public static Solution of(BayesianGame game) {
        for (Solver solver : SOLVERS) {
            Optional<Solution> solution = solver.solve(game);
            if (solution.isPresent()) {
                return solution.get();
            }
        }
        return new NoEquilibrium("no equilibrium is known for the mechanism "
                + game.mechanism().getClass().getSimpleName());
    }
}
