package dev.envelope.theory.preference;

/** The utility u(z) of a gain of z in money, increasing, with u(0) = 0; the same for all agents of a game. */
public sealed interface Utility permits RiskNeutral, ConstantRelativeRiskAversion, ConstantAbsoluteRiskAversion {

    /** u(z); for losses too. */
    double of(double gain);

    /** u′(z); +∞ where u is vertical. */
    double marginal(double gain);

    /** u(z) = z. */
    static Utility riskNeutral() {
        return new RiskNeutral();
    }
}
