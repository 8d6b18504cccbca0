package dev.envelope.theory.audit.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.Collections;
import java.util.List;

/** Games that are audited, and what their audits are expected to say. */
final class Audited {

    static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    static final AuditSettings QUICK =
            new AuditSettings(17, 33, 289, 1e-8, List.of(), AuditSettings.USUAL.uniforms(), 2_000);

    private Audited() {}

    static void holds(AuditReport report, Property... properties) {
        for (Property property : properties) {
            assertThat(report.verdict(property).ruling())
                    .as(report.verdict(property).toString())
                    .isEqualTo(Ruling.HOLDS);
        }
    }

    static void fails(AuditReport report, Property... properties) {
        for (Property property : properties) {
            assertThat(report.verdict(property).ruling())
                    .as(report.verdict(property).toString())
                    .isEqualTo(Ruling.FAILS);
        }
    }

    static BayesianGame game(Mechanism mechanism) {
        return new BayesianGame(mechanism, Collections.nCopies(mechanism.agents(), UNIT));
    }
}
