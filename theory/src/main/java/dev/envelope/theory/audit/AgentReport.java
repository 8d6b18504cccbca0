package dev.envelope.theory.audit;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The interim side of one agent.
 *
 * @param agent its index
 * @param curve q, m and U at evenly spaced types; none where the game is played out
 * @param regret the largest expected gain from another message, with the type and message
 * @param gainBound what no gain exceeds over all types and messages, where {@link dev.envelope.theory.certificate.GainBound}
 *     covers the game; where the settings have a tick, of the strategies and deviations rounded to it
 * @param monotonicityViolation by how much q falls where it falls most; 0 where it never does, NaN where the game is played out
 * @param envelopeResidual the largest |U(x) − U(a) − ∫_a^x q| over the types looked at, a the lowest before a gap without types or behind one, NaN where the game is played out
 * @param lowestMargin the lowest U − outside option, with its type
 * @param expectedPayment E[m]
 * @param expectedGains E[x·q]: what the agent's objects are worth to it
 */
public record AgentReport(
        int agent,
        List<InterimPoint> curve,
        Estimate regret,
        OptionalDouble gainBound,
        double monotonicityViolation,
        double envelopeResidual,
        Estimate lowestMargin,
        double expectedPayment,
        double expectedGains) {

    /** Copies the list. */
    public AgentReport {
        curve = List.copyOf(curve);
    }

    /** The same of agent {@code other}, which is like this one. */
    public AgentReport of(int other) {
        return new AgentReport(
                other,
                curve,
                regret,
                gainBound,
                monotonicityViolation,
                envelopeResidual,
                lowestMargin,
                expectedPayment,
                expectedGains);
    }

    /** E[U], the agent's informational rent where its lowest type gets nothing. */
    public double expectedPayoff() {
        return expectedGains - expectedPayment;
    }

    /**
     * A number with where it is.
     *
     * @param value the number
     * @param error its standard error; 0 where it is not sampled
     * @param witness the type, and the message where one is meant
     */
    public record Estimate(double value, double error, Witness witness) {}
}
