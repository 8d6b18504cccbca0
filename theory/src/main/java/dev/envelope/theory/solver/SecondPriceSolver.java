package dev.envelope.theory.solver;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The weakly dominant equilibrium of the second-price auction, whatever the distributions: bid the value, abstain below the
 * reserve (Vickrey 1961; Krishna, Proposition 2.1). Checked by {@code SecondPriceSolverTest}.
 */
final class SecondPriceSolver implements Solver {

    private static final String SOURCE = "Vickrey (1961); Krishna, Auction Theory, Proposition 2.1";

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        return game.mechanism() instanceof SecondPriceAuction auction
                ? Optional.of(solution(auction, game.types()))
                : Optional.empty();
    }

    private static Solution solution(SecondPriceAuction auction, List<ValueDistribution> types) {
        int n = auction.agents();
        double lowest =
                types.stream().mapToDouble(ValueDistribution::lower).min().orElseThrow();
        if (n == 1 && auction.reserve().isEmpty() && lowest < 0) {
            return new NoEquilibrium(
                    "a sole bidder of negative value in a second-price auction without a reserve has no"
                            + " best bid: a lower one is always better");
        }
        double least = auction.reserve().orElse(n == 1 ? 0 : lowest);
        return new Equilibrium(
                "truthful (weakly dominant)",
                Truth.forAllFrom(least, n),
                Certificate.closedForm(SOURCE),
                EfficientAuctionPredictions.of(types, least, Collections.nCopies(n, least)));
    }
}
