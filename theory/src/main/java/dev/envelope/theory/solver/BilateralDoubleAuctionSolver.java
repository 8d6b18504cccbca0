package dev.envelope.theory.solver;

import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The linear equilibrium of the bilateral k-double auction with uniform types (Chatterjee &amp; Samuelson 1983): one of a
 * continuum, and the one that textbooks select.
 *
 * <p>Where it needs truncation no proof is cited: a best-response search measures the largest gain from a deviation, and the
 * answer is refused when that is not negligible. Checked by {@code BilateralDoubleAuctionSolverTest}.
 */
final class BilateralDoubleAuctionSolver implements Solver {

    private static final String SOURCE = "Chatterjee and Samuelson (1983)";

    /** How many types of each agent are searched. */
    private static final int TYPES_SEARCHED = 17;

    /** The largest gain, relative to the range of types, that is taken for rounding. */
    private static final double NEGLIGIBLE = 1e-9;

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        return game.mechanism() instanceof BilateralDoubleAuction auction
                ? Optional.of(solution(auction, game))
                : Optional.empty();
    }

    private static Solution solution(BilateralDoubleAuction auction, BayesianGame game) {
        if (!game.isRiskNeutral()) {
            return new NoEquilibrium(
                    "an equilibrium of the double auction is known for risk-neutral agents; the utility is "
                            + game.utility());
        }
        ValueDistribution value = game.types().get(BilateralDoubleAuction.BUYER);
        ValueDistribution cost = game.types().get(BilateralDoubleAuction.SELLER);
        if (value instanceof UniformDistribution values && cost instanceof UniformDistribution costs) {
            LinearDoubleAuction linear = new LinearDoubleAuction(auction.k(), values, costs);
            return linear.isUntruncated()
                    ? equilibrium("linear (Chatterjee–Samuelson)", linear, Certificate.closedForm(SOURCE))
                    : verified(linear, game);
        }
        return new NoEquilibrium("an equilibrium of the double auction is known for uniform values and costs; here the"
                + " value is " + value + " and the cost " + cost);
    }

    private static Solution verified(LinearDoubleAuction linear, BayesianGame game) {
        double gain = BestResponse.largestGain(game, strategies(linear), TYPES_SEARCHED);
        double range = Math.max(linear.values().upper(), linear.costs().upper())
                - Math.min(linear.values().lower(), linear.costs().lower());
        if (!(gain <= NEGLIGIBLE * range)) {
            return new NoEquilibrium("the truncated linear strategies of the double auction are no equilibrium here: a"
                    + " deviation gains " + gain);
        }
        Certificate certificate = new Certificate(
                Certificate.Kind.NUMERIC,
                SOURCE + ", truncated; verified by best-response search over " + TYPES_SEARCHED
                        + " types of each agent",
                OptionalDouble.of(gain),
                OptionalDouble.empty());
        return equilibrium("truncated linear (Chatterjee–Samuelson)", linear, certificate);
    }

    private static Equilibrium equilibrium(String name, LinearDoubleAuction linear, Certificate certificate) {
        return new Equilibrium(name, strategies(linear), certificate, linear.predictions());
    }

    private static List<BidFunction> strategies(LinearDoubleAuction linear) {
        return List.of(linear::bid, linear::ask);
    }
}
