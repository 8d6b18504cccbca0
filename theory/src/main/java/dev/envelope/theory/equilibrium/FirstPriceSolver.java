package dev.envelope.theory.equilibrium;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The symmetric equilibrium of the first-price auction: β(x) = x − ∫_r^x G(y) dy / G(x), G = F^(n−1); types below the
 * reserve r abstain (Riley &amp; Samuelson 1981; Krishna, ch. 2.3 and 2.5).
 *
 * <p>With values U[a, b] and no binding reserve β(x) = a/n + (n−1)·x/n. Checked by {@code FirstPriceSolverTest} against
 * best-response search and by {@code ReferenceCasesTest}.
 */
final class FirstPriceSolver implements Solver {

    private static final String SOURCE = "Krishna, Auction Theory, ch. 2.3 and 2.5 (Riley and Samuelson 1981)";

    /** An error of a bid that does no harm, in units of the largest type. */
    private static final double ROUNDING = 1e-15;

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        return game.mechanism() instanceof FirstPriceAuction auction
                ? Optional.of(solution(auction, game.types()))
                : Optional.empty();
    }

    private static Solution solution(FirstPriceAuction auction, List<ValueDistribution> types) {
        int n = auction.agents();
        ValueDistribution type = types.get(0);
        if (!types.stream().allMatch(type::equals)) {
            return new NoEquilibrium(
                    "the equilibrium of the first-price auction is known where all bidders' values have"
                            + " the same distribution; these differ: " + types);
        }
        if (n == 1 && auction.reserve().isEmpty()) {
            return new NoEquilibrium("a sole bidder in a first-price auction without a reserve has no best bid: a lower"
                    + " one is always better");
        }
        double reserve = auction.reserve().orElse(type.lower());
        double least = n == 1 ? reserve : Math.max(reserve, type.lower());
        BidFunction bid =
                x -> x >= least ? Math.min(x, Math.max(least, x - shading(type, n, least, x))) : Mechanism.ABSTAIN;
        Predictions predictions = EfficientAuctionPredictions.of(types, least, Collections.nCopies(n, least));
        return new Equilibrium("symmetric", Collections.nCopies(n, bid), Certificate.closedForm(SOURCE), predictions);
    }

    /** ∫_r^x G(y) dy / G(x). */
    private static double shading(ValueDistribution type, int n, double reserve, double x) {
        if (n == 1) {
            return x - reserve;
        }
        if (type instanceof UniformDistribution) {
            return powerShading(type.lower(), n - 1, reserve, x);
        }
        if (type instanceof PowerDistribution power) {
            return powerShading(type.lower(), power.a() * (n - 1), reserve, x);
        }
        double atType = type.cdf(x);
        double accuracy = ROUNDING * Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        return atType == 0
                ? 0
                : Quadrature.integrateWithin(accuracy, y -> StrictMath.pow(type.cdf(y) / atType, n - 1.0), reserve, x);
    }

    /** The same for G(y) ∝ (y − lower)^exponent. */
    private static double powerShading(double lower, double exponent, double reserve, double x) {
        double width = x - lower;
        double unsold = reserve - lower;
        double below = unsold <= 0 ? 0 : unsold * StrictMath.pow(unsold / width, exponent);
        return (width - below) / (exponent + 1);
    }
}
