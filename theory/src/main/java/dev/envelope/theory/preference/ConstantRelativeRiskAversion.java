package dev.envelope.theory.preference;

import dev.envelope.theory.numeric.PlainNumber;

/**
 * u(z) = z^alpha for gains and −(−z)^alpha for losses: constant relative risk aversion (CRRA) 1 − alpha, 0 at alpha = 1.
 *
 * @param alpha above 0, up to 1
 */
public record ConstantRelativeRiskAversion(double alpha) implements Utility {

    /** Checks the exponent. */
    public ConstantRelativeRiskAversion {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("utility alpha: " + alpha
                    + " (expected: above 0, up to 1; it is 1 minus the relative risk aversion)");
        }
    }

    @Override
    public double of(double gain) {
        return Math.signum(gain) * StrictMath.pow(Math.abs(gain), alpha);
    }

    @Override
    public double marginal(double gain) {
        return alpha * StrictMath.pow(Math.abs(gain), alpha - 1);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "crra with alpha " + PlainNumber.of(alpha);
    }
}
