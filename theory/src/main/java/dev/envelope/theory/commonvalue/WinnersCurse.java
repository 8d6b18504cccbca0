package dev.envelope.theory.commonvalue;

import dev.envelope.theory.numeric.Quadrature;
import java.util.function.DoubleUnaryOperator;

/**
 * What winning says about a common value: that everybody else's signal is lower (Capen, Clapp &amp; Campbell 1971; Krishna,
 * <i>Auction Theory</i>, ch. 6.1).
 *
 * <p>Around a value that is far from the ends, signals within ε overstate it, when they are the highest of n, by ε(n−1)/(n+1)
 * on average. That is what a winner loses that bids its own estimate and pays it.
 *
 * @param signals the value and its signals
 * @param bidders n
 */
public record WinnersCurse(SignalModel signals, int bidders) {

    /** E[V | own signal]: the estimate of whoever forgets the others. */
    public double estimate(double signal) {
        return given(signal, value -> 1);
    }

    /** E[V | own signal is the highest]. */
    public double estimateOnWinning(double signal) {
        return given(signal, value -> StrictMath.pow(signals.cdf(signal, value), bidders - 1.0));
    }

    /** By how much the news of having won lowers the estimate. */
    public double curse(double signal) {
        return estimate(signal) - estimateOnWinning(signal);
    }

    /**
     * What the winner gains on average where all bid {@link #estimate}: negative where they lose money. Under the second price
     * it takes more bidders than two for that.
     */
    public double naiveProfit(CommonPricing pricing) {
        double paid = new OrderedSignals(signals, bidders).mean(MineralRights.rank(pricing), this::estimate);
        return (signals.lowestValue() + signals.highestValue()) / 2 - paid;
    }

    private double given(double signal, DoubleUnaryOperator likelihood) {
        double from = signals.from(signal);
        double to = signals.to(signal);
        if (from >= to) {
            return from;
        }
        DoubleUnaryOperator weight = value -> signals.density(signal, value) * likelihood.applyAsDouble(value);
        double total = Quadrature.integrate(weight, from, to);
        return total == 0 ? from : Quadrature.integrate(value -> value * weight.applyAsDouble(value), from, to) / total;
    }
}
