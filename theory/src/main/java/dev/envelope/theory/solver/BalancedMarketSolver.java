package dev.envelope.theory.solver;

import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.market.BalancedMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Truth-telling in the balanced efficient markets: an equilibrium of risk-neutral agents whose types are drawn as the
 * payments assume. Checked by {@code BalancedMarketSolverTest} against best-response search.
 */
final class BalancedMarketSolver implements Solver {

    private static final String SOURCE = "Arrow (1979); d'Aspremont and Gérard-Varet (1979); Krishna and Perry (2000)";

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        return game.mechanism() instanceof BalancedMarket market
                ? Optional.of(solution(market, game))
                : Optional.empty();
    }

    private static Solution solution(BalancedMarket market, BayesianGame game) {
        if (!market.choice().types().equals(game.types())) {
            return new NoEquilibrium("the mechanism was designed for the types "
                    + market.choice().types() + "; the game has " + game.types());
        }
        if (!game.isRiskNeutral()) {
            return new NoEquilibrium(
                    "truth is an equilibrium of risk-neutral agents, whose payments are right on average;"
                            + " the utility is " + game.utility());
        }
        return new Equilibrium(
                market.mayAbstain() ? "truthful (Bayesian)" : "truthful (Bayesian), all taking part",
                Truth.forAll(market.agents()),
                Certificate.closedForm(SOURCE),
                predictions(market));
    }

    private static Predictions predictions(BalancedMarket market) {
        double gains = market.choice().expectedWelfare();
        List<Double> surplus =
                market.rules().charges().stream().map(charge -> gains - charge).toList();
        return new Predictions(0, gains, gains, market.tradeProbability(), surplus, payments(market.rules()));
    }

    private static List<Double> payments(EfficientMechanism rules) {
        return IntStream.range(0, rules.choice().agents())
                .mapToObj(rules::expectedPayment)
                .toList();
    }
}
