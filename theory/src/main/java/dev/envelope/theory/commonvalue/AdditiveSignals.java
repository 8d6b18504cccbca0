package dev.envelope.theory.commonvalue;

import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;

/**
 * Signals uniform on [v − ε, v + ε] around a value uniform on [{@code lowestValue}, {@code highestValue}] (Wilson 1977; Kagel
 * &amp; Levin 1986).
 *
 * <p>With u = (x − v + ε)/(2ε) the rank of a signal x, the values that can have sent it have u from u1 = max(0, (x − hi +
 * ε)/(2ε)) to u0 = min(1, (x − lo + ε)/(2ε)): v(x,x) = x + ε − 2ε·(n−1)/n·(u0^n − u1^n)/(u0^(n−1) − u1^(n−1)) and h(x) =
 * n/(2ε)·(u0^(n−1) − u1^(n−1))/(u0^n − u1^n). Between lo + ε and hi − ε that is x − ε(n−2)/n and n/(2ε).
 *
 * @param lowestValue lo, finite
 * @param highestValue hi, finite and above lo
 * @param error ε, above 0
 */
public record AdditiveSignals(double lowestValue, double highestValue, double error) implements SignalModel {

    /** Checks the numbers. */
    public AdditiveSignals {
        if (!(lowestValue < highestValue) || Double.isInfinite(highestValue - lowestValue)) {
            throw new IllegalArgumentException("lowestValue: " + lowestValue + " (expected: finite and below "
                    + "highestValue, " + highestValue + ")");
        }
        if (!(error > 0) || Double.isInfinite(error)) {
            throw new IllegalArgumentException("error: " + error + " (expected: a finite number above 0)");
        }
    }

    @Override
    public double lowestSignal() {
        return lowestValue - error;
    }

    @Override
    public double highestSignal() {
        return highestValue + error;
    }

    @Override
    public List<Double> kinks() {
        double one = lowestValue + error;
        double other = highestValue - error;
        return one == other ? List.of(one) : List.of(Math.min(one, other), Math.max(one, other));
    }

    @Override
    public double from(double signal) {
        return Math.max(lowestValue, signal - error);
    }

    @Override
    public double to(double signal) {
        return Math.min(highestValue, signal + error);
    }

    @Override
    public double cdf(double signal, double value) {
        return Math.max(0, Math.min(1, (signal - value + error) / (2 * error)));
    }

    @Override
    public double density(double signal, double value) {
        return Math.abs(signal - value) <= error ? 1 / (2 * error) : 0;
    }

    @Override
    public double quantile(double rank, double value) {
        return value - error + 2 * error * rank;
    }

    @Override
    public double tiedValue(double signal, int bidders) {
        if (signal <= lowestSignal()) {
            return lowestValue;
        }
        if (signal >= highestSignal()) {
            return highestValue;
        }
        double n = bidders;
        return signal + error - 2 * error * (n - 1) / n / steepness(signal, bidders);
    }

    @Override
    public double hazard(double signal, int bidders) {
        return bidders / (2 * error) * steepness(signal, bidders);
    }

    @Override
    public double discount(double from, double signal, int bidders) {
        double first = kinks().get(0);
        double product = 1;
        if (from < first) {
            double to = Math.min(first, signal);
            product *= StrictMath.pow((from - lowestSignal()) / (to - lowestSignal()), bidders);
        }
        double second = Math.max(from, first);
        if (signal <= second) {
            return product;
        }
        double integral = Quadrature.integrate(x -> hazard(x, bidders), Kinks.between(second, signal, kinks()));
        return product * StrictMath.exp(-integral);
    }

    /** (u0^(n−1) − u1^(n−1))/(u0^n − u1^n). */
    private double steepness(double signal, int bidders) {
        double high = cdf(signal, lowestValue);
        double low = cdf(signal, highestValue);
        return power(high, low, bidders - 1) / power(high, low, bidders);
    }

    /** (a^k − b^k)/(a − b), without cancellation. */
    private static double power(double a, double b, int k) {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum = sum * a + StrictMath.pow(b, j);
        }
        return sum;
    }
}
