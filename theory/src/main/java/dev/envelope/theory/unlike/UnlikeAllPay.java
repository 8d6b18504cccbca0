package dev.envelope.theory.unlike;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Interpolant;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.RunningIntegral;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The all-pay auction between two bidders whose values have different distributions (Amann &amp; Leininger, <i>Games and
 * Economic Behavior</i>, 1996).
 *
 * <p>A value x of one bids as much as the value k(x) of the other at which ∫_x^w f(s)/s ds is the same for both; then
 * β(x) = ∫ k(s)·f(s) ds from the lowest value on. Where one of the integrals ends earlier, the other's lowest values bid 0
 * all of them. Checked by {@code UnlikeAllPayTest} against a search for better bids.
 */
public final class UnlikeAllPay {

    private static final double ACCURACY = 1e-13;
    private static final double EXACT = 1e-12;

    private final List<ValueDistribution> types;
    private final List<Stretch> stretches;

    /** {@link #match} of each bidder's values that bid more than 0. */
    private final List<DoubleUnaryOperator> matches = new ArrayList<>();

    private final List<DoubleUnaryOperator> bids = new ArrayList<>();

    private UnlikeAllPay(List<ValueDistribution> types) {
        this.types = types;
        this.stretches = types.stream().map(Stretch::of).toList();
        for (int i = 0; i < 2; i++) {
            int bidder = i;
            double[] pieces = Kinks.between(silentUpTo(i), types.get(i).upper(), kinks(i));
            Interpolant match = Interpolant.of(value -> match(bidder, value), EXACT, pieces);
            matches.add(match);
            bids.add(bids(types.get(i), match, pieces));
        }
    }

    /** ∫ k(s)·f(s) ds, over ranks where f has no bound. */
    private static DoubleUnaryOperator bids(ValueDistribution type, DoubleUnaryOperator match, double[] pieces) {
        if (type.singularities().isEmpty()) {
            return RunningIntegral.of(
                    Interpolant.of(value -> match.applyAsDouble(value) * type.density(value), EXACT, pieces));
        }
        double[] ranks = Arrays.stream(pieces).map(type::cdf).toArray();
        RunningIntegral bid =
                RunningIntegral.of(Interpolant.of(rank -> match.applyAsDouble(type.quantile(rank)), EXACT, ranks));
        return value -> bid.applyAsDouble(type.cdf(value));
    }

    /**
     * The auction of two bidders.
     *
     * @param types the distributions of their values, which are at least 0
     */
    public static UnlikeAllPay of(List<ValueDistribution> types) {
        if (types.size() != 2 || types.stream().anyMatch(type -> type.lower() < 0)) {
            throw new IllegalArgumentException(
                    "types: " + types + " (expected: two bidders with values of at least 0, where all pay)");
        }
        return new UnlikeAllPay(List.copyOf(types));
    }

    /** The distributions of the values. */
    public List<ValueDistribution> types() {
        return types;
    }

    /** The value with which the other bids as much as {@code bidder} does with {@code value}. */
    public double match(int bidder, double value) {
        return stretches.get(1 - bidder).valueAt(stretches.get(bidder).from(value));
    }

    /** The lowest value that bids more than 0, or the lowest value. */
    public double silentUpTo(int bidder) {
        Stretch own = stretches.get(bidder);
        return own.valueAt(stretches.get(1 - bidder).whole());
    }

    /** The least bid of {@code bidder} that beats a rival's values that bid 0: 0 where there are none. */
    public double leastBid(int bidder) {
        double highest = Math.max(types.get(0).upper(), types.get(1).upper());
        return silentUpTo(1 - bidder) > types.get(1 - bidder).lower() ? AsymmetricAllPay.LEAST * highest : 0;
    }

    /** What {@code bidder} of value {@code value} bids. */
    public double bid(int bidder, double value) {
        return bids.get(bidder).applyAsDouble(value);
    }

    /** The probability that {@code bidder} wins with {@code value}: 0 with a bid of 0, for the other's are higher. */
    public double winProbability(int bidder, double value) {
        return value < silentUpTo(bidder)
                ? 0
                : types.get(1 - bidder).cdf(matches.get(bidder).applyAsDouble(value));
    }

    /** What {@code bidder} of value {@code value} expects to gain. */
    public double utility(int bidder, double value) {
        return value * winProbability(bidder, value) - bid(bidder, value);
    }

    /** What {@code bidder} pays on average: ∫ k(s)·f(s)·(1 − F(s)) ds. */
    public double payment(int bidder) {
        ValueDistribution type = types.get(bidder);
        DoubleUnaryOperator match = matches.get(bidder);
        return expectation(bidder, silentUpTo(bidder), type.upper(), s -> match.applyAsDouble(s) * type.survival(s));
    }

    /** The probability that {@code bidder} wins. */
    public double winProbability(int bidder) {
        return average(bidder, x -> winProbability(bidder, x));
    }

    /** E[the winner's value; {@code bidder} wins]. */
    public double gains(int bidder) {
        return average(bidder, x -> x * winProbability(bidder, x));
    }

    /** The probability that the object goes to whom it is worth less. */
    public double misallocation() {
        ValueDistribution other = types.get(1);
        return average(0, x -> Math.abs(winProbability(0, x) - other.cdf(x)));
    }

    /** The values of {@code bidder} between which its bids are smooth. */
    public List<Double> kinks(int bidder) {
        List<Double> kinks = new ArrayList<>(types.get(bidder).kinks());
        types.get(1 - bidder).kinks().forEach(kink -> kinks.add(match(1 - bidder, kink)));
        return kinks;
    }

    private double average(int bidder, DoubleUnaryOperator f) {
        ValueDistribution type = types.get(bidder);
        double silent = silentUpTo(bidder);
        return expectation(bidder, type.lower(), silent, f) + expectation(bidder, silent, type.upper(), f);
    }

    private double expectation(int bidder, double from, double to, DoubleUnaryOperator f) {
        ValueDistribution type = types.get(bidder);
        return Expectation.of(type, from, to, ACCURACY * type.upper(), kinks(bidder), f);
    }
}
