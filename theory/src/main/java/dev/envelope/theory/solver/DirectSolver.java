package dev.envelope.theory.solver;

import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.DirectMechanism;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.VcgAuction;
import java.util.List;
import java.util.Optional;

/**
 * Truth-telling in the direct mechanisms in which it is an equilibrium: weakly dominant in VCG and in the optimal auction,
 * and an equilibrium where the mechanism plays one for its agents. Checked by {@code DirectSolverTest}.
 */
final class DirectSolver implements Solver {

    private static final String DOMINANT = "truthful (weakly dominant)";

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        Mechanism mechanism = game.mechanism();
        if (mechanism instanceof VcgAuction vcg) {
            return Optional.of(designedFor(vcg.types(), game, () -> vcg(vcg)));
        }
        if (mechanism instanceof OptimalAuction optimal) {
            return Optional.of(designedFor(optimal.types(), game, () -> optimal(optimal)));
        }
        if (mechanism instanceof DirectMechanism direct) {
            return Optional.of(designedFor(direct.types(), game, () -> composed(direct, game)));
        }
        return Optional.empty();
    }

    private static Solution designedFor(
            List<?> types, BayesianGame game, java.util.function.Supplier<Solution> solution) {
        return types.equals(game.types())
                ? solution.get()
                : new NoEquilibrium(
                        "the mechanism was designed for the types " + types + "; the game has " + game.types());
    }

    private static Equilibrium vcg(VcgAuction vcg) {
        List<Double> prices = java.util.stream.IntStream.range(0, vcg.agents())
                .mapToObj(vcg::lowestPrice)
                .toList();
        return new Equilibrium(
                DOMINANT,
                Truth.forAll(vcg.agents()),
                Certificate.closedForm("Krishna and Perry (2000); Krishna, Auction Theory, ch. 5.3"),
                EfficientAuctionPredictions.of(vcg.types(), 0, prices));
    }

    private static Equilibrium optimal(OptimalAuction optimal) {
        return new Equilibrium(
                DOMINANT,
                Truth.forAll(optimal.agents()),
                Certificate.closedForm("Myerson (1981); Krishna, Auction Theory, ch. 5.2"),
                new OptimalAuctionPredictions(optimal).predictions());
    }

    private static Solution composed(DirectMechanism direct, BayesianGame game) {
        if (!game.isRiskNeutral()) {
            return new NoEquilibrium("the equilibrium that is played for its agents is one of risk-neutral agents; the"
                    + " utility is " + game.utility());
        }
        Equilibrium placed = direct.equilibrium();
        Certificate inner = placed.certificate();
        return new Equilibrium(
                "truthful, over: " + placed.name(),
                Truth.forAll(direct.agents()),
                inner.withSource(
                        "revelation principle (Krishna, Auction Theory, Proposition 5.1), over: " + inner.source()),
                placed.predictions());
    }
}
