package dev.envelope.theory.solver;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.symmetric.RiskAverseFirstPrice;
import dev.envelope.theory.symmetric.SymmetricAuction;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The symmetric equilibrium of the first-price auction: β(x) = x − ∫_r^x G(y) dy / G(x), G = F^(n−1); types below the
 * reserve r abstain (Riley &amp; Samuelson 1981; Krishna, ch. 2.3 and 2.5). For risk-averse bidders see
 * {@link RiskAverseFirstPrice}.
 *
 * <p>With values U[a, b] and no binding reserve β(x) = a/n + (n−1)·x/n. Checked by {@code FirstPriceSolverTest} against
 * best-response search and by {@code ReferenceCasesTest}.
 */
final class FirstPriceSolver implements Solver {

    private static final String SOURCE = "Krishna, Auction Theory, ch. 2.3 and 2.5 (Riley and Samuelson 1981)";

    private static final String RISK_AVERSE = "Krishna, Auction Theory, ch. 4.1 (Cox, Smith and Walker 1982)";

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        boolean isSymmetric = game.types().stream().allMatch(game.types().get(0)::equals);
        return isSymmetric && game.mechanism() instanceof FirstPriceAuction auction
                ? Optional.of(solution(auction, game))
                : Optional.empty();
    }

    private static Solution solution(FirstPriceAuction auction, BayesianGame game) {
        int n = auction.agents();
        List<ValueDistribution> types = game.types();
        ValueDistribution type = types.get(0);
        if (n == 1 && auction.reserve().isEmpty()) {
            return new NoEquilibrium("a sole bidder in a first-price auction without a reserve has no best bid: a lower"
                    + " one is always better");
        }
        double reserve = auction.reserve().orElse(type.lower());
        double least = n == 1 ? reserve : Math.max(reserve, type.lower());
        RiskAverseFirstPrice formula = new RiskAverseFirstPrice(SymmetricAuction.of(type, n, reserve), game.utility());
        BidFunction bid = x -> x >= least ? formula.bid(x) : Mechanism.ABSTAIN;
        Predictions neutral = EfficientAuctionPredictions.of(types, least, Collections.nCopies(n, least));
        return new Equilibrium(
                "symmetric",
                Collections.nCopies(n, bid),
                Certificate.closedForm(game.isRiskNeutral() ? SOURCE : RISK_AVERSE),
                game.isRiskNeutral() ? neutral : shared(neutral, formula.revenue(), n));
    }

    /** The same allocation at another revenue. */
    private static Predictions shared(Predictions neutral, double revenue, int n) {
        return new Predictions(
                        revenue,
                        neutral.gains(),
                        neutral.firstBestGains(),
                        neutral.tradeProbability(),
                        Collections.nCopies(n, (neutral.gains() - revenue) / n))
                .withEqualPayments();
    }
}
