package dev.envelope.theory.preference;

import dev.envelope.theory.numeric.PlainNumber;

/**
 * u(z) = (1 − e^(−lambda·z))/lambda: constant absolute risk aversion (CARA) lambda.
 *
 * @param lambda above 0, per unit of money
 */
public record ConstantAbsoluteRiskAversion(double lambda) implements Utility {

    /** Checks the coefficient. */
    public ConstantAbsoluteRiskAversion {
        if (!(lambda > 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("utility lambda: " + lambda + " (expected: a number above 0)");
        }
    }

    @Override
    public double of(double gain) {
        return -StrictMath.expm1(-lambda * gain) / lambda;
    }

    @Override
    public double marginal(double gain) {
        return StrictMath.exp(-lambda * gain);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "cara with lambda " + PlainNumber.of(lambda);
    }
}
