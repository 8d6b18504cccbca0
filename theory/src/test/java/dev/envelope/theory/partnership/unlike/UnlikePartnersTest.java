package dev.envelope.theory.partnership.unlike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.game.Audit;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.partnership.PartnershipAuction;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnlikePartnersTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final ValueDistribution RICH = UniformDistribution.of(0.5, 2);
    private static final ValueDistribution DENSE = PowerDistribution.of(2, 0, 1);

    private static final AuditSettings COARSE = new AuditSettings(9, 33, 200, 1e-8, List.of(), Optional.empty(), 4_000);

    private static Equilibrium solved(boolean isWinnersBidPaid, ValueDistribution... types) {
        return (Equilibrium) Equilibria.of(
                new BayesianGame(new PartnershipAuction(List.of(types), isWinnersBidPaid), List.of(types)));
    }

    /** Next to alike partners, whose bids are x/3 and 1/6 + x/3. */
    @Test
    void nearlyAlikePartnersBidNearlyAsAlikeOnes() {
        ValueDistribution other = UniformDistribution.of(0, 1 + 1e-7);
        for (double x = 0; x <= 1; x += 0.125) {
            assertThat(solved(true, UNIT, other).message(0, x)).isEqualTo(x / 3, within(1e-6));
            assertThat(solved(false, UNIT, other).message(1, x)).isEqualTo(1 / 6.0 + x / 3, within(1e-6));
        }
    }

    /** The audit plays the rules themselves, against one rival by quadrature. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bidsOfTwoAreBestRepliesAndEarnWhatIsPredicted(boolean isWinnersBidPaid) {
        for (ValueDistribution other : List.of(RICH, DENSE, UniformDistribution.of(-1, 0.5))) {
            PartnershipAuction auction = new PartnershipAuction(List.of(UNIT, other), isWinnersBidPaid);
            Equilibrium equilibrium = solved(isWinnersBidPaid, UNIT, other);
            AuditReport report = Audit.of(new BayesianGame(auction, auction.types()), equilibrium.strategies(), COARSE);
            for (Property property : List.of(Property.BAYESIAN_INCENTIVES, Property.BUDGET_BALANCE)) {
                assertThat(report.verdict(property).ruling())
                        .as("%s %s", other, report.verdict(property))
                        .isEqualTo(Ruling.HOLDS);
            }
            assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.FAILS);
            Predictions predictions = equilibrium.predictions();
            assertThat(report.gains()).isEqualTo(predictions.gains(), within(1e-7));
            assertThat(report.firstBestGains()).isEqualTo(predictions.firstBestGains(), within(1e-7));
            for (AgentReport agent : report.agents()) {
                assertThat(agent.expectedPayoff())
                        .isEqualTo(predictions.surplus().get(agent.agent()), within(1e-7));
                assertThat(agent.expectedPayment())
                        .isEqualTo(predictions.payments().get(agent.agent()), within(1e-7));
            }
            assertThat(equilibrium.certificate().gainBound().orElseThrow()).isLessThan(1e-7);
        }
    }

    /** Somebody of 3 to 4 has the firm from one of 0 to 1, who is paid a half of 1, above which it would rather have the firm, or of 3. */
    @Test
    void supportsMayBeApart() {
        for (boolean isWinnersBidPaid : new boolean[] {true, false}) {
            Equilibrium equilibrium = solved(isWinnersBidPaid, UNIT, UniformDistribution.of(3, 4));
            double price = isWinnersBidPaid ? 0.5 : 1.5;
            assertThat(equilibrium.message(isWinnersBidPaid ? 1 : 0, isWinnersBidPaid ? 3.5 : 0.5))
                    .isEqualTo(price, within(1e-9));
            assertThat(equilibrium.predictions().surplus().get(0)).isEqualTo(price, within(1e-9));
            assertThat(equilibrium.predictions().payments().get(1)).isEqualTo(price, within(1e-9));
            assertThat(equilibrium.certificate().gainBound().orElseThrow()).isLessThan(1e-7);
        }
    }

    /** Draws of three unlike partners: averages, and nobody does better by any of some other bids. */
    @Test
    void threePayTheirOwnBidsToEachOfTheOthers() {
        List<ValueDistribution> types = List.of(UNIT, RICH, DENSE);
        Equilibrium equilibrium = solved(true, UNIT, RICH, DENSE);
        PartnershipAuction auction = new PartnershipAuction(types, true);
        for (int partner = 0; partner < 3; partner++) {
            assertThat(mean(auction, equilibrium, partner, Double.NaN, Double.NaN))
                    .isEqualTo(equilibrium.predictions().surplus().get(partner), within(0.01));
            double type = types.get(partner).quantile(0.7);
            double own = mean(auction, equilibrium, partner, type, equilibrium.message(partner, type));
            for (double bid = 0; bid <= 0.6; bid += 0.05) {
                assertThat(mean(auction, equilibrium, partner, type, bid)).isLessThan(own + 0.002);
            }
        }
        assertThat(equilibrium.certificate().gainBound().orElseThrow()).isLessThan(1e-7);
        Predictions predictions = equilibrium.predictions();
        assertThat(predictions.payments().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isEqualTo(0, within(1e-8));
    }

    private static double mean(
            PartnershipAuction auction, Equilibrium equilibrium, int partner, double type, double bid) {
        SplittableRandom random = new SplittableRandom(partner);
        int many = 20_000;
        double sum = 0;
        for (int draw = 0; draw < many; draw++) {
            double own = 0;
            double[] bids = new double[3];
            for (int i = 0; i < 3; i++) {
                double drawn = auction.types().get(i).quantile(random.nextDouble());
                double value = i == partner && !Double.isNaN(type) ? type : drawn;
                own = i == partner ? value : own;
                bids[i] = i == partner && !Double.isNaN(bid) ? bid : equilibrium.message(i, value);
            }
            MarketOutcome outcome = auction.outcome(bids, TieOrder.byIndex(3));
            sum += outcome.units(partner) * own - outcome.payment(partner);
        }
        return sum / many;
    }

    @Test
    void partnersThatAreAlikeBidAlikeBesideOneWhoIsNot() {
        Equilibrium equilibrium = solved(true, UNIT, RICH, UNIT);
        assertThat(equilibrium.strategies().get(2))
                .isSameAs(equilibrium.strategies().get(0));
        assertThat(equilibrium.strategies().get(1))
                .isNotEqualTo(equilibrium.strategies().get(0));
    }

    @Test
    void whatIsNotKnownIsRefusedWithTheReason() {
        List<ValueDistribution> three = List.of(UNIT, UNIT, RICH);
        assertThat(reason(new BayesianGame(new PartnershipAuction(three, false), three)))
                .contains("more than two partners", "uniform on [0.5, 2]");
        List<ValueDistribution> two = List.of(UNIT, RICH);
        assertThat(reason(new BayesianGame(
                        new PartnershipAuction(two, true), two, new ConstantRelativeRiskAversion(0.5))))
                .contains("risk-neutral");
        assertThat(reason(new BayesianGame(new PartnershipAuction(Collections.nCopies(2, UNIT), true), two)))
                .contains("designed for");
    }

    private static String reason(BayesianGame game) {
        return ((NoEquilibrium) Equilibria.of(game)).reason();
    }
}
