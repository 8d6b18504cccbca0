package dev.envelope.theory.commonvalue;

import java.util.List;

/**
 * Signals uniform on [0, c·v] of a value uniform on [{@code lowestValue}, {@code highestValue}] (Krishna, <i>Auction
 * Theory</i>, example 6.1, where c = 2 and values are from 0 to 1).
 *
 * <p>Signals x of n bidders, one's own and the highest other, are as likely as v^−n from m = max(lo, x/c) on, so that v(x,x) =
 * ∫_m^hi v^(1−n) dv / ∫_m^hi v^−n dv; h(x) = (n−1)/x.
 *
 * @param lowestValue lo, at least 0
 * @param highestValue hi, finite and above lo
 * @param factor c, above 0
 */
public record ProportionalSignals(double lowestValue, double highestValue, double factor) implements SignalModel {

    /** Checks the numbers. */
    public ProportionalSignals {
        if (!(lowestValue >= 0 && lowestValue < highestValue) || Double.isInfinite(highestValue)) {
            throw new IllegalArgumentException("lowestValue: " + lowestValue + " (expected: at least 0 and below "
                    + "highestValue, " + highestValue + ")");
        }
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("factor: " + factor + " (expected: a finite number above 0)");
        }
    }

    @Override
    public double lowestSignal() {
        return 0;
    }

    @Override
    public double highestSignal() {
        return factor * highestValue;
    }

    @Override
    public List<Double> kinks() {
        return lowestValue == 0 ? List.of() : List.of(factor * lowestValue);
    }

    @Override
    public double from(double signal) {
        return Math.max(lowestValue, signal / factor);
    }

    @Override
    public double to(double signal) {
        return highestValue;
    }

    @Override
    public double cdf(double signal, double value) {
        return value == 0 ? 1 : Math.max(0, Math.min(1, signal / (factor * value)));
    }

    @Override
    public double density(double signal, double value) {
        return signal <= factor * value && value > 0 ? 1 / (factor * value) : 0;
    }

    @Override
    public double quantile(double rank, double value) {
        return rank * factor * value;
    }

    @Override
    public double tiedValue(double signal, int bidders) {
        double least = from(signal);
        if (least >= highestValue) {
            return highestValue;
        }
        double ratio = least / highestValue;
        return ratio == 0 ? 0 : highestValue * ratio * power(ratio, bidders - 2) / power(ratio, bidders - 1);
    }

    @Override
    public double hazard(double signal, int bidders) {
        return (bidders - 1) / signal;
    }

    @Override
    public double discount(double from, double signal, int bidders) {
        return StrictMath.pow(from / signal, bidders - 1.0);
    }

    /** ∫_r^1 v^(−k−1) dv · r^k = (1 − r^k)/k, and r^0·ln(1/r) for k = 0. */
    private static double power(double ratio, int k) {
        return k == 0 ? -StrictMath.log(ratio) : -StrictMath.expm1(k * StrictMath.log(ratio)) / k;
    }
}
