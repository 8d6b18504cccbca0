package dev.envelope.theory.solver;

import dev.envelope.theory.bilateral.DirectTrade;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import java.util.Optional;

/** Truth-telling in direct trade at threshold prices, where it is weakly dominant. Checked by {@code DirectTradeTest}. */
final class DirectTradeSolver implements Solver {

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        return game.mechanism() instanceof DirectTrade trade ? Optional.of(solution(trade, game)) : Optional.empty();
    }

    private static Solution solution(DirectTrade trade, BayesianGame game) {
        if (!trade.types().equals(game.types())) {
            return new NoEquilibrium(
                    "the mechanism was designed for the types " + trade.types() + "; the game has " + game.types());
        }
        return new Equilibrium(
                "truthful (weakly dominant)",
                Truth.forAll(trade.agents()),
                Certificate.closedForm("Myerson and Satterthwaite (1983), at threshold prices"),
                trade.rule().figures().predictions());
    }
}
