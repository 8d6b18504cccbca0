package dev.envelope.theory.audit.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.InterimPoint;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.TruncatedNormal;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.PiecewiseLinearDistribution;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.PublicProject;
import dev.envelope.theory.efficient.market.BalancedAuction;
import dev.envelope.theory.efficient.market.EfficientMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Integrals over unlike types, whose densities may be infinite or jump, beside those that the efficient choice itself knows. */
class UnlikeBiddersAuditTest {

    private static final ValueDistribution U_SHAPED = new BetaDistribution(0.5, 0.5, 0, 1);
    private static final ValueDistribution BENT =
            new PiecewiseLinearDistribution(List.of(0.0, 0.2, 1.0), List.of(0.0, 0.5, 1.0));
    private static final AuditSettings SETTINGS = new AuditSettings(5, 3, 20, 1e-8, List.of(), Optional.empty(), 100);

    @Test
    void playingTheBalancedAuctionGivesWhatTheEnvelopeSays() {
        List<ValueDistribution> types =
                List.of(new TruncatedNormal(0.5, 0.2, 0, 1), U_SHAPED, U_SHAPED, UniformDistribution.of(0, 2), BENT);
        BalancedAuction auction = BalancedAuction.of(types);
        AuditReport report = Audit.ofTruth(new BayesianGame(auction, types), SETTINGS);
        assertThat(report.method()).isEqualTo("quadrature");
        assertThat(report.revenue()).isEqualTo(0, within(1e-10));
        assertThat(report.gains()).isEqualTo(auction.rules().expectedWelfare(), within(1e-10));
        for (AgentReport agent : report.agents()) {
            EfficientMechanism rules = auction.rules();
            assertThat(agent.expectedPayoff()).isEqualTo(rules.exAnteUtility(agent.agent()), within(1e-10));
            for (InterimPoint point : agent.curve()) {
                assertThat(point.payoff()).isEqualTo(rules.interimUtility(agent.agent(), point.type()), within(1e-11));
            }
        }
    }

    /** X_1 ~ U[0, 150] and X_2 ~ U[0, 50], reserves 75 and 25: revenue 100·(5 + 5k + 2k²)/(12(1 + k)) at k = 1/2 (Krishna, ch. 5.2). */
    @Test
    void reservesOfOthersAreNotMissed() {
        List<ValueDistribution> types = List.of(UniformDistribution.of(0, 150), UniformDistribution.of(0, 50));
        AuditReport report = Audit.ofTruth(new BayesianGame(OptimalAuction.of(types, 0), types), SETTINGS);
        assertThat(report.revenue()).isEqualTo(400 / 9.0, within(1e-8));
        assertThat(report.gains()).isEqualTo(575 / 9.0, within(1e-8));
    }

    @Test
    void whatIsKeptForPaymentsIsWhatTheMechanismIntegrates() {
        List<ValueDistribution> types = List.of(U_SHAPED, BENT, UniformDistribution.of(0, 1));
        List<ValueDistribution> alike = Collections.nCopies(3, BENT);
        List<OneDimensionalChoice> choices = List.of(
                PublicProject.of(types, 1.2),
                ObjectAllocation.always(types),
                ObjectAllocation.licenceWithConstantLoss(alike, 0.3));
        for (OneDimensionalChoice choice : choices) {
            EfficientMechanism rules = new ExpectedExternality(choice);
            EfficientMarket market =
                    new EfficientMarket(choice, rules, Collections.nCopies(3, OutsideOption.nothing()));
            for (double[] reports : new double[][] {{0, 0.5, 0.9}, {0.9, 0.3, 0.7}, {1, 1, 1}, {0.01, 0.999, 0.2}}) {
                // Three integrals enter, each within 1e-13.
                assertThat(market.outcome(reports, TieOrder.byIndex(3)).payments())
                        .containsExactly(rules.payments(reports), within(1e-12));
            }
        }
    }

    @Test
    void whatBiddersGetAddsUpToTheFirstBest() {
        ObjectAllocation choice = ObjectAllocation.auction(List.of(U_SHAPED, BENT, U_SHAPED));
        double sum = choice.expectedValue(0) + choice.expectedValue(1) + choice.expectedValue(2);
        assertThat(sum).isEqualTo(choice.expectedWelfare(), within(1e-13));
    }
}
