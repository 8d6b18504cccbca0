package dev.envelope.theory.unlike;

import dev.envelope.theory.asymmetric.AsymmetricFirstPrice;
import dev.envelope.theory.asymmetric.InterimChances;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.PoweredDistribution;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The first-price auction among bidders whose values have different distributions F_i and whose gains z are worth z^α to
 * each.
 *
 * <p>(x − b)^α·Π F_j is highest where (x − b)·Π F_j^{1/α} is, so the bids are those of risk-neutral bidders with the
 * distributions F_i^{1/α}; among alike bidders this is the known formula (Krishna, ch. 4.1). Checked by {@code
 * RiskAverseUnlikeTest} against a search for better bids.
 */
public final class RiskAverseUnlike {

    private static final double ACCURACY = 1e-12;

    private final List<ValueDistribution> types;
    private final double alpha;
    private final AsymmetricFirstPrice neutral;
    private final InterimChances chances;

    private RiskAverseUnlike(List<ValueDistribution> types, double alpha, AsymmetricFirstPrice neutral) {
        this.types = types;
        this.alpha = alpha;
        this.neutral = neutral;
        this.chances = new InterimChances(neutral);
    }

    /**
     * The auction of bidders with values from {@code types}.
     *
     * @param alpha 1 − relative risk aversion, above 0 and up to 1
     */
    public static RiskAverseUnlike of(List<ValueDistribution> types, OptionalDouble reserve, double alpha) {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha: " + alpha + " (expected: above 0, up to 1)");
        }
        return new RiskAverseUnlike(
                List.copyOf(types), alpha, AsymmetricFirstPrice.of(neutralTypes(types, alpha), reserve));
    }

    /** F_i^{1/α}, the distributions with which risk-neutral bidders bid the same. */
    public static List<ValueDistribution> neutralTypes(List<ValueDistribution> types, double alpha) {
        return types.stream()
                .<ValueDistribution>map(type -> new PoweredDistribution(type, 1 / alpha))
                .toList();
    }

    /** The distribution of each bidder's value. */
    public List<ValueDistribution> types() {
        return types;
    }

    /** The lowest winning bid. */
    public double lowestBid() {
        return neutral.lowestBid();
    }

    /** What {@code bidder} of value {@code value} bids; NaN where it abstains. */
    public double bid(int bidder, double value) {
        return neutral.bid(bidder, value);
    }

    /** The probability that {@code bidder} wins with {@code value}. */
    public double winProbability(int bidder, double value) {
        return StrictMath.pow(chances.winProbability(bidder, value), alpha);
    }

    /** What {@code bidder} of value {@code value} expects to pay. */
    public double payment(int bidder, double value) {
        double chance = winProbability(bidder, value);
        return chance == 0 ? 0 : chance * bid(bidder, value);
    }

    /** E[(value − bid)^α; win]. */
    public double utility(int bidder, double value) {
        double chance = winProbability(bidder, value);
        return chance == 0 ? 0 : chance * StrictMath.pow(Math.max(0, value - bid(bidder, value)), alpha);
    }

    /** E[f(X)] over the values of {@code bidder} that can win. */
    public double expectation(int bidder, DoubleUnaryOperator f) {
        ValueDistribution type = types.get(bidder);
        double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        double from = Math.max(lowestBid(), type.lower());
        return Expectation.of(type, from, type.upper(), ACCURACY * Math.max(scale, 1), List.of(), f);
    }
}
