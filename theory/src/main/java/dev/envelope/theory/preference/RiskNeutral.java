package dev.envelope.theory.preference;

/** u(z) = z: only the mean counts. */
public record RiskNeutral() implements Utility {

    @Override
    public double of(double gain) {
        return gain;
    }

    @Override
    public double marginal(double gain) {
        return 1;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "risk_neutral";
    }
}
