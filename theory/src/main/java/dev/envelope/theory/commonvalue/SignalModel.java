package dev.envelope.theory.commonvalue;

import java.util.List;

/**
 * A common value, uniform on [{@link #lowestValue()}, {@link #highestValue()}], and the bidders' signals of it: independent and
 * alike given the value.
 *
 * <p>All numbers are in the unit of the value.
 */
public sealed interface SignalModel permits AdditiveSignals, ProportionalSignals {

    /** The lowest value. */
    double lowestValue();

    /** The highest value, above the lowest. */
    double highestValue();

    /** The lowest signal of any value. */
    double lowestSignal();

    /** The highest signal of any value. */
    double highestSignal();

    /** The larger end of the values, by absolute amount: what errors are measured in. */
    default double scale() {
        return Math.max(Math.abs(lowestValue()), Math.abs(highestValue()));
    }

    /** The signals at which the equilibrium bids are not smooth, in increasing order. */
    List<Double> kinks();

    /** The lowest value that can send {@code signal}. */
    double from(double signal);

    /** The highest value that can send {@code signal}. */
    double to(double signal);

    /** P(signal ≤ {@code signal}) where the value is {@code value}. */
    double cdf(double signal, double value);

    /** The density of {@code signal} where the value is {@code value}. */
    double density(double signal, double value);

    /** The signal of rank {@code rank}, 0 to 1, where the value is {@code value}. */
    double quantile(double rank, double value);

    /** v(x,x) = E[V | own signal x, highest of {@code bidders} − 1 other signals x]. */
    double tiedValue(double signal, int bidders);

    /** h(x) = f_Y(x|x)/F_Y(x|x), Y the highest other signal. */
    double hazard(double signal, int bidders);

    /** L(α|x) = exp(−∫_α^x h). */
    double discount(double from, double signal, int bidders);
}
