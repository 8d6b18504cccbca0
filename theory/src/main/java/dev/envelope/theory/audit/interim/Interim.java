package dev.envelope.theory.audit.interim;

import dev.envelope.theory.audit.AgentReport.Estimate;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.InterimPoint;
import java.util.ArrayList;
import java.util.List;

/** What one agent's messages lead to on average over the others' types. */
public abstract class Interim {

    final Candidates candidates;
    public final int agent;

    Interim(Candidates candidates, int agent) {
        this.candidates = candidates;
        this.agent = agent;
    }

    /** q of the candidate message with index {@code c}. */
    abstract double allocation(int c);

    /** m of the candidate message with index {@code c}. */
    abstract double payment(int c);

    /** What the candidate message with index {@code c} brings beside the part of one's type and the payment. */
    abstract double externality(int c);

    /** The standard error of what a message brings; 0 where it is integrated. */
    abstract double error(double type, int c);

    /** The largest expected gain from another message, without the bias of having chosen it. */
    public abstract Estimate regret();

    /** The lowest U − outside option, without that bias. */
    public abstract Estimate lowestMargin(AuditSettings settings);

    /** Whether no gain and no shortfall is possible beyond chance, all types and messages at once. */
    public abstract boolean isCertain(AuditSettings settings, boolean ofMargin, double tolerance);

    /** The gain, or the margin, of which draws say least that it is none; of use where it is not certain. */
    public abstract Estimate doubted(AuditSettings settings, boolean ofMargin);

    /** ∫ q over the types between two neighbours of the grid. */
    abstract double integralOfAllocation(int k);

    public abstract double expectedPayment();

    /** E of what the agent's part of its type is worth to it, and what others get, less {@code cost} for each unit. */
    public abstract double expectedGains(double cost);

    /** x·q − m, and what others' getting something brings. */
    final double payoff(double type, int c) {
        return type * allocation(c) + externality(c) - payment(c);
    }

    public final List<InterimPoint> curve() {
        List<InterimPoint> points = new ArrayList<>();
        for (int k = 0; k < candidates.evenTypes(); k++) {
            double type = candidates.types()[k];
            points.add(new InterimPoint(
                    type, candidates.message(k), allocation(k), payment(k), payoff(type, k), error(type, k)));
        }
        return points;
    }

    public final double monotonicityViolation() {
        double highest = Double.NEGATIVE_INFINITY;
        double violation = 0;
        for (int k = 0; k < candidates.evenTypes(); k++) {
            violation = Math.max(violation, highest - allocation(k));
            highest = Math.max(highest, allocation(k));
        }
        return violation;
    }

    public final double envelopeResidual() {
        double[] types = candidates.types();
        double integral = 0;
        double residual = 0;
        int first = 0;
        for (int k = 1; k < candidates.evenTypes(); k++) {
            // How payoffs rise over a gap does not follow from incentives, for nobody has the types in it.
            boolean isBegun = candidates.isBeforeGap(k - 1);
            first = isBegun ? k : first;
            integral = isBegun ? 0 : integral + integralOfAllocation(k - 1);
            residual = Math.max(residual, Math.abs(payoff(types[k], k) - payoff(types[first], first) - integral));
        }
        return residual;
    }
}
