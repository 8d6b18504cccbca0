package dev.envelope.theory.solver;

import dev.envelope.theory.bayes.NumericEquilibrium;
import dev.envelope.theory.capped.CappedSecondPrice;
import dev.envelope.theory.efficient.solution.ChoiceSolutions;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.equilibrium.TimedSolution;
import dev.envelope.theory.licence.UnlikeFirms;
import dev.envelope.theory.licence.interdependent.InterdependentFirms;
import dev.envelope.theory.partnership.unlike.UnlikePartners;
import dev.envelope.theory.units.CappedUnitDemand;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Finds the equilibrium of a game: the one entrance, whatever the mechanism. */
public final class Equilibria {

    private static final Solver FROM_SCRATCH = new NumericSolver();

    /** Every family of games that is understood; each game is answered by the first that claims it, the general one last. */
    private static final List<Solver> SOLVERS = List.of(
            new BalancedMarketSolver(),
            new AsymmetricFirstPriceSolver(),
            new FirstPriceSolver(),
            new SecondPriceSolver(),
            CappedSecondPrice::solution,
            CappedUnitDemand::solution,
            new UnlikeAllPaySolver(),
            new SymmetricSolver(),
            new UnitDemandSolver(),
            new DirectSolver(),
            new DirectTradeSolver(),
            new BilateralDoubleAuctionSolver(),
            new CallMarketSolver(),
            InterdependentFirms::of,
            game -> UnlikeFirms.of(game, Equilibria::of),
            UnlikePartners::of,
            ChoiceSolutions::of,
            FROM_SCRATCH);

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

    /**
     * {@link #of} with how long it took; the answer itself does not depend on that.
     *
     * @param nanoTime a clock in nanoseconds from any moment on, such as {@code System::nanoTime}
     */
    public static TimedSolution timed(BayesianGame game, LongSupplier nanoTime) {
        long before = nanoTime.getAsLong();
        Solution solution = of(game);
        return new TimedSolution(solution, (nanoTime.getAsLong() - before) / 1e9);
    }

    /**
     * The equilibrium that the general numeric solver finds without knowing the family of {@code game}, also where {@link #of}
     * refuses or has a formula: a strategy profile from which no deviation gains more than 1e-4 of the range of types, and no
     * closer to an equilibrium than its certificate says.
     */
    public static Solution fromScratch(BayesianGame game) {
        return FROM_SCRATCH
                .solve(game)
                .orElseGet(() -> new NoEquilibrium("the general solver is for "
                        + NumericEquilibrium.obstacle(game).orElseThrow()
                        + "; the mechanism is " + game.mechanism() + ", the types are " + game.types()));
    }
}
