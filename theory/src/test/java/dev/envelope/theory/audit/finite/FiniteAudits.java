package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.List;

/** Types of a few values, and audits of who says its own. */
final class FiniteAudits {

    static final double ROUNDING = 1e-12;
    static final DiscreteDistribution X = new DiscreteDistribution(List.of(1.0, 2.0, 4.0), List.of(0.5, 0.3, 0.2));
    static final DiscreteDistribution Y = new DiscreteDistribution(List.of(0.0, 2.0), List.of(0.4, 0.6));
    static final DiscreteDistribution EVEN = new DiscreteDistribution(List.of(1.0, 2.0), List.of(0.5, 0.5));

    private FiniteAudits() {}

    static AuditReport truth(Mechanism mechanism, DiscreteDistribution... types) {
        return FiniteAudit.ofTruth(new FiniteGame(mechanism, List.of(types)), AuditSettings.USUAL);
    }

    static double amount(AuditReport report, Property property) {
        return report.verdict(property).amount();
    }
}
