package dev.envelope.theory.audit;

import dev.envelope.theory.equilibrium.Predictions;
import java.util.List;

/**
 * What an audit found.
 *
 * @param verdicts one per property, in the order of {@link Property}
 * @param agents the interim side of each agent
 * @param revenue E[Σ payments]
 * @param rent Σ E[U]: what the agents' private information is worth to them. Beside the revenue it is what changes hands is worth to
 *     those who get it, which is more than the gains by what sold objects are worth to the house
 * @param gains E[Σ value of what changes hands], less what sold objects are worth to the house
 * @param firstBestGains the same where every profile is allocated efficiently
 * @param errors the standard errors of revenue, gains and rent
 * @param largestImbalance the largest |Σ payments| at any profile looked at
 * @param method how interim payoffs were found, in a few words
 */
public record AuditReport(
        List<Verdict> verdicts,
        List<AgentReport> agents,
        double revenue,
        double rent,
        double gains,
        double firstBestGains,
        Errors errors,
        double largestImbalance,
        String method) {

    /** Copies the lists. */
    public AuditReport {
        verdicts = List.copyOf(verdicts);
        agents = List.copyOf(agents);
    }

    /**
     * Standard errors, each 0 where the figure is integrated.
     *
     * @param revenue of the revenue
     * @param gains of the gains
     * @param rent of the rent
     */
    public record Errors(double revenue, double gains, double rent) {

        /** Those of figures that are integrated. */
        public static final Errors NONE = new Errors(0, 0, 0);
    }

    /** What was found of {@code property}. */
    public Verdict verdict(Property property) {
        return verdicts.stream()
                .filter(verdict -> verdict.property() == property)
                .findFirst()
                .orElseThrow();
    }

    /** Realised gains as a share of the first best, as {@link Predictions#efficiency(double, double)} has it. */
    public double efficiency() {
        return Predictions.efficiency(gains, firstBestGains);
    }
}
