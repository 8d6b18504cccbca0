package dev.envelope.theory.audit.finite;

import static dev.envelope.theory.audit.finite.FiniteAudits.ROUNDING;
import static dev.envelope.theory.audit.finite.FiniteAudits.X;
import static dev.envelope.theory.audit.finite.FiniteAudits.Y;
import static dev.envelope.theory.audit.finite.FiniteAudits.amount;
import static dev.envelope.theory.audit.finite.FiniteAudits.truth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.licence.LicenceAuction;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.mechanism.AmendedMechanism;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.partnership.PartnershipAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Audits of agents that are alike, of which only is counted how many are of which type, against those that go through them one by one. */
class AlikeAgentsAuditTest {

    /** The same rules, of which it is not known that they treat agents alike. */
    private record Unlike(Mechanism auction) implements AmendedMechanism {
        @Override
        public boolean treatsAlike(int one, int other) {
            return one == other;
        }

        @Override
        public MarketOutcome outcome(double[] messages, TieOrder ties) {
            return auction.outcome(messages, ties);
        }
    }

    /** The same of rules in which everything but the outcome is told by them too. */
    private record OneByOne(Mechanism auction) implements AmendedMechanism {
        @Override
        public boolean treatsAlike(int one, int other) {
            return one == other;
        }

        @Override
        public boolean mayAbstain() {
            return auction.mayAbstain();
        }

        @Override
        public double firstBest(double[] types) {
            return auction.firstBest(types);
        }

        @Override
        public double externality(int agent, MarketOutcome outcome, double[] types) {
            return auction.externality(agent, outcome, types);
        }

        @Override
        public MarketOutcome outcome(double[] messages, TieOrder ties) {
            return auction.outcome(messages, ties);
        }
    }

    @Test
    void countingHowManyAreOfWhichTypeChangesNothing() {
        for (Mechanism rules : List.of(
                UnitDemandAuction.of(4, 2, UnitPricing.LOWEST_ACCEPTED),
                UnitDemandAuction.of(4, 2, UnitPricing.HIGHEST_REJECTED),
                FirstPriceAuction.of(4, OptionalDouble.of(1.5)))) {
            AuditReport counted = truth(rules, X, X, X, Y);
            AuditReport each = truth(new Unlike(rules), X, X, X, Y);
            for (Property property : Property.values()) {
                assertThat(amount(counted, property)).isEqualTo(amount(each, property), within(ROUNDING));
            }
            assertThat(counted.revenue()).isEqualTo(each.revenue(), within(ROUNDING));
            assertThat(counted.gains()).isEqualTo(each.gains(), within(ROUNDING));
            assertThat(counted.firstBestGains()).isEqualTo(each.firstBestGains(), within(ROUNDING));
        }
    }

    @Test
    void firmsAndPartnersThatAreAlikeAreCountedByTheirTypes() {
        UniformDistribution spread = UniformDistribution.of(1, 4);
        LicenceAuction licence = new LicenceAuction(spread, 4, Loss.CONSTANT, 0.5);
        for (Mechanism rules : List.of(
                new LicenceBidding(licence, LicenceBidding.Pricing.SECOND_PRICE),
                new LicenceBidding(licence, LicenceBidding.Pricing.ALL_PAY),
                new PartnershipAuction(Collections.nCopies(4, spread), true),
                new PartnershipAuction(Collections.nCopies(4, spread), false))) {
            AuditReport counted = truth(rules, X, X, X, X);
            AuditReport each = truth(new OneByOne(rules), X, X, X, X);
            for (Property property : Property.values()) {
                assertThat(amount(counted, property)).isEqualTo(amount(each, property), within(ROUNDING));
            }
            assertThat(counted.gains()).isEqualTo(each.gains(), within(ROUNDING));
        }
        LicenceAuction many = new LicenceAuction(spread, 12, Loss.OWN_VALUE, 0.5);
        AuditReport report = FiniteAudit.ofTruth(
                new FiniteGame(
                        new LicenceBidding(many, LicenceBidding.Pricing.FIRST_PRICE), Collections.nCopies(12, X)),
                AuditSettings.USUAL);
        // The highest value, less half of all others' values.
        double highest = 4 - 2 * Math.pow(0.8, 12) - Math.pow(0.5, 12);
        assertThat(report.gains()).isEqualTo(highest - 0.5 * (12 * X.mean() - highest), within(1e-10));
    }

    /** Bidders of the same values that bid otherwise are gone through one by one, and so are those that have otherwise what they leave. */
    @Test
    void whoPlaysOtherwiseIsNotAlike() {
        FirstPriceAuction rules = FirstPriceAuction.of(3, OptionalDouble.empty());
        List<BidFunction> strategies = List.of(x -> x / 2, x -> x, x -> x / 4);
        AuditSettings settings = AuditSettings.USUAL.withOutsideOptions(List.of(x -> 0, x -> 0.5, x -> 0));
        List<DiscreteDistribution> types = List.of(X, X, X);
        AuditReport counted = FiniteAudit.of(new FiniteGame(rules, types), strategies, settings);
        AuditReport each = FiniteAudit.of(new FiniteGame(new Unlike(rules), types), strategies, settings);
        for (Property property : Property.values()) {
            assertThat(amount(counted, property)).isEqualTo(amount(each, property), within(ROUNDING));
        }
        assertThat(counted.revenue()).isEqualTo(each.revenue(), within(ROUNDING));
        AuditReport truth = FiniteAudit.ofTruth(new FiniteGame(rules, types), settings);
        // Whoever pays its value gains nothing, which the second would have 0.5 instead of.
        assertThat(truth.agents().stream().map(agent -> agent.lowestMargin().value()))
                .containsExactly(0.0, -0.5, 0.0);
        assertThat(truth.verdict(Property.INTERIM_RATIONALITY).witness().agent())
                .hasValue(1);
    }

    /** Four of five tie for two units: each has one with 1/2, whoever it is. */
    @Test
    void everyOneOfSeveralThatTieIsAsLikelyToWin() {
        DiscreteDistribution one = DiscreteDistribution.point(3);
        AuditReport report = truth(UnitDemandAuction.of(5, 2, UnitPricing.HIGHEST_REJECTED), one, one, one, one, Y);
        for (int i = 0; i < 4; i++) {
            assertThat(report.agents().get(i).curve().get(0).allocation()).isEqualTo(0.5, within(ROUNDING));
        }
        assertThat(report.agents().get(4).curve().get(1).allocation()).isZero();
    }
}
