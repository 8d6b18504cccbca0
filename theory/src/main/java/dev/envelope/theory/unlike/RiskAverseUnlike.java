package dev.envelope.theory.unlike;

import dev.envelope.theory.asymmetric.AsymmetricFirstPrice;
import dev.envelope.theory.asymmetric.InterimChances;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.CompoundedDistribution;
import dev.envelope.theory.distribution.composite.PoweredDistribution;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The first-price auction among bidders whose values have different distributions F_i and whose gains z are worth z^α, or
 * (1 − e^(−λz))/λ, to each.
 *
 * <p>(x − b)^α·Π F_j is highest where (x − b)·Π F_j^{1/α} is, so the bids are those of risk-neutral bidders with the
 * distributions F_i^{1/α}; among alike bidders this is the known formula (Krishna, ch. 4.1). (1 − e^(λ(b − x)))·Π F_j is highest
 * where (X − B)·Π F_j is, X = (e^(λx) − 1)/λ and B likewise, so bids compound to those of risk-neutral bidders whose values are X. Checked
 * by {@code RiskAverseUnlikeTest} against a search for better bids and formulas for alike bidders.
 */
public final class RiskAverseUnlike {

    private static final double ACCURACY = 1e-12;

    private final List<ValueDistribution> types;
    private final Utility utility;
    private final double power;
    private final DoubleUnaryOperator seen;
    private final DoubleUnaryOperator shown;
    private final AsymmetricFirstPrice neutral;
    private final InterimChances chances;

    private RiskAverseUnlike(List<ValueDistribution> types, OptionalDouble reserve, Utility utility) {
        this.types = List.copyOf(types);
        this.utility = utility;
        boolean isAbsolute = utility instanceof ConstantAbsoluteRiskAversion;
        this.power = utility instanceof ConstantRelativeRiskAversion relative ? relative.alpha() : 1;
        double rate = utility instanceof ConstantAbsoluteRiskAversion absolute ? absolute.lambda() : 0;
        this.seen = isAbsolute ? x -> StrictMath.expm1(rate * x) / rate : x -> x;
        this.shown = isAbsolute ? y -> StrictMath.log1p(rate * y) / rate : y -> y;
        this.neutral = AsymmetricFirstPrice.of(neutralTypes(types, utility), neutralReserve(reserve, utility));
        this.chances = new InterimChances(neutral);
    }

    /**
     * The auction of bidders with values from {@code types}.
     *
     * @param utility of gains, with constant relative or absolute risk aversion, or none
     */
    public static RiskAverseUnlike of(List<ValueDistribution> types, OptionalDouble reserve, Utility utility) {
        return new RiskAverseUnlike(types, reserve, utility);
    }

    /** The values with which risk-neutral bidders bid the same, or what bids compound to. */
    public static List<ValueDistribution> neutralTypes(List<ValueDistribution> types, Utility utility) {
        return types.stream().map(type -> neutral(type, utility)).toList();
    }

    private static ValueDistribution neutral(ValueDistribution type, Utility utility) {
        if (utility instanceof ConstantAbsoluteRiskAversion absolute) {
            return new CompoundedDistribution(type, absolute.lambda());
        }
        return utility instanceof ConstantRelativeRiskAversion relative
                ? new PoweredDistribution(type, 1 / relative.alpha())
                : type;
    }

    /** The reserve that goes with these values. */
    public static OptionalDouble neutralReserve(OptionalDouble reserve, Utility utility) {
        return reserve.isPresent() && utility instanceof ConstantAbsoluteRiskAversion absolute
                ? OptionalDouble.of(StrictMath.expm1(absolute.lambda() * reserve.getAsDouble()) / absolute.lambda())
                : reserve;
    }

    /** The distribution of each bidder's value. */
    public List<ValueDistribution> types() {
        return types;
    }

    /** The lowest winning bid. */
    public double lowestBid() {
        return shown.applyAsDouble(neutral.lowestBid());
    }

    /** What {@code bidder} of value {@code value} bids; NaN where it abstains. */
    public double bid(int bidder, double value) {
        return shown.applyAsDouble(neutral.bid(bidder, seen.applyAsDouble(value)));
    }

    /** The probability that {@code bidder} wins with {@code value}. */
    public double winProbability(int bidder, double value) {
        return StrictMath.pow(chances.winProbability(bidder, seen.applyAsDouble(value)), power);
    }

    /** What {@code bidder} of value {@code value} expects to pay. */
    public double payment(int bidder, double value) {
        double chance = winProbability(bidder, value);
        return chance == 0 ? 0 : chance * bid(bidder, value);
    }

    /** E[u(value − bid); win]. */
    public double utility(int bidder, double value) {
        double chance = winProbability(bidder, value);
        return chance == 0 ? 0 : chance * utility.of(Math.max(0, value - bid(bidder, value)));
    }

    /** E[f(X)] over the values of {@code bidder} that can win. */
    public double expectation(int bidder, DoubleUnaryOperator f) {
        ValueDistribution type = types.get(bidder);
        double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        double from = Math.max(lowestBid(), type.lower());
        return Expectation.of(type, from, type.upper(), ACCURACY * Math.max(scale, 1), List.of(), f);
    }
}
