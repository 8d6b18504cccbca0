package dev.envelope.theory.efficient.solution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.audit.game.Audit;
import dev.envelope.theory.design.PostedPrices;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.PublicProject;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.efficient.market.ChoiceMarket;
import dev.envelope.theory.efficient.market.EfficientMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.licence.LicenceAuction;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.Loss;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SequentialOffers;
import dev.envelope.theory.partnership.PartnershipAuction;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.solver.Equilibria;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChoiceSolutionsTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final List<ValueDistribution> TWO = List.of(UNIT, UNIT);
    private static final double ROUNDING = 1e-12;

    /** Enough to find what is wrong, both ends and the middle of the types among what is looked at. */
    private static final AuditSettings COARSE = new AuditSettings(9, 17, 200, 1e-8, List.of(), Optional.empty(), 4_000);

    @Test
    void partnersBidBetweenTheirSharesAndPassTheAudit() {
        PartnershipAuction auction = new PartnershipAuction(TWO, false);
        Equilibrium equilibrium = solved(auction, TWO);
        assertThat(equilibrium.message(0, 0.3)).isEqualTo(1 / 6.0 + 0.1, within(ROUNDING));
        assertThat(equilibrium.predictions().gains()).isEqualTo(2 / 3.0, within(ROUNDING));

        AuditReport report = audit(auction, TWO, equilibrium);
        holds(report, Property.BAYESIAN_INCENTIVES, Property.INTERIM_RATIONALITY, Property.BUDGET_BALANCE);
        holds(report, Property.EFFICIENCY);
        // The type 1/2 gains least, 1/24; some lose when the other's bid is known.
        assertThat(report.agents().get(0).lowestMargin().value()).isEqualTo(1 / 24.0, within(1e-9));
        fails(report, Property.EX_POST_RATIONALITY);
        fails(report, Property.TRUTHFUL);
        assertThat(report.gains()).isEqualTo(2 / 3.0, within(1e-8));
    }

    @Test
    void threePartnersBidAsTheAuditSaysTheyShould() {
        List<ValueDistribution> three = Collections.nCopies(3, PowerDistribution.of(2, 0, 1));
        PartnershipAuction auction = new PartnershipAuction(three, true);
        Equilibrium equilibrium = solved(auction, three);
        java.util.Random random = new java.util.Random(5);
        AuditReport report = Audit.of(
                new BayesianGame(auction, three),
                equilibrium.strategies(),
                options(auction, COARSE.withUniforms(random::nextDouble)));
        assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isNotEqualTo(Ruling.FAILS);
        assertThat(report.agents().get(0).regret().value()).isLessThan(0.01);
        holds(report, Property.BUDGET_BALANCE, Property.EFFICIENCY);
        fails(report, Property.TRUTHFUL);
    }

    @ParameterizedTest
    @EnumSource(LicenceBidding.Pricing.class)
    void firmsBidForALicenceWhatLosingItWouldCostThem(LicenceBidding.Pricing pricing) {
        LicenceBidding bidding = new LicenceBidding(new LicenceAuction(UNIT, 2, Loss.OWN_VALUE, 0.5), pricing);
        Equilibrium equilibrium = solved(bidding, TWO);
        assertThat(equilibrium.predictions().revenue()).isEqualTo(0.5, within(ROUNDING));
        assertThat(equilibrium.message(0, 0.5))
                .isEqualTo(
                        switch (pricing) {
                            case FIRST_PRICE -> 0.375;
                            case SECOND_PRICE -> 0.75;
                            case ALL_PAY -> 0.1875;
                        },
                        within(ROUNDING));

        AuditReport report = audit(bidding, TWO, equilibrium);
        holds(report, Property.BAYESIAN_INCENTIVES, Property.INTERIM_RATIONALITY, Property.EFFICIENCY);
        assertThat(report.revenue()).isEqualTo(0.5, within(1e-8));
        assertThat(report.gains())
                .isEqualTo(equilibrium.predictions().gains(), within(1e-8))
                .isEqualTo(2 / 3.0 - 0.5 / 3, within(1e-8));
    }

    @Test
    void aLicenceSoldByVcgCostsTheWinnerWhatTheOtherLoses() {
        LicenceAuction licence = new LicenceAuction(UNIT, 2, Loss.OWN_VALUE, 0.5);
        List<OutsideOption> options = Collections.nCopies(2, licence.rivalLicensed());
        ObjectAllocation choice = licence.choice();
        EfficientMarket market = new EfficientMarket(choice, VcgMechanism.withOptimalBasis(choice, options), options);
        Equilibrium equilibrium = solved(market, TWO);
        assertThat(equilibrium.predictions().revenue()).isEqualTo(0.5, within(1e-9));
        holds(audit(market, TWO, equilibrium), Property.DOMINANT_STRATEGIES, Property.EX_POST_RATIONALITY);
    }

    @Test
    void aProjectByVcgFallsShortOfItsCost() {
        PublicProject project = PublicProject.of(TWO, 1);
        EfficientMarket market = new EfficientMarket(
                project, VcgMechanism.plain(project), Collections.nCopies(2, OutsideOption.nothing()));
        Equilibrium equilibrium = solved(market, TWO);
        assertThat(equilibrium.predictions().revenue()).isEqualTo(1 / 3.0, within(1e-9));
        assertThat(equilibrium.predictions().tradeProbability()).isEqualTo(0.5, within(1e-9));

        AuditReport report = audit(market, TWO, equilibrium);
        holds(report, Property.TRUTHFUL, Property.DOMINANT_STRATEGIES, Property.EX_POST_RATIONALITY);
        holds(report, Property.EFFICIENCY);
        Verdict deficit = report.verdict(Property.NO_DEFICIT);
        assertThat(deficit.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(deficit.amount()).isEqualTo(1, within(1e-9)); // both are worth 1 and pay nothing
        assertThat(deficit.witness().profile()).containsExactly(1.0, 1.0);
        assertThat(report.firstBestGains()).isEqualTo(2 / 3.0, within(1e-8)); // 1/6 and the cost, 1/2
        assertThat(report.gains()).isEqualTo(2 / 3.0, within(1e-7));
    }

    @Test
    void aProjectByExpectedExternalitiesIsPaidForInEveryState() {
        PublicProject project = PublicProject.of(TWO, 1);
        EfficientMarket market = new EfficientMarket(
                project, new ExpectedExternality(project), Collections.nCopies(2, OutsideOption.nothing()));
        AuditReport report = audit(market, TWO, solved(market, TWO));
        holds(report, Property.BAYESIAN_INCENTIVES, Property.BUDGET_BALANCE);
        fails(report, Property.INTERIM_RATIONALITY);
    }

    @Test
    void offersOneAfterAnotherEarnWhatTheyShouldAndWaste() {
        SequentialOffers offers =
                new SequentialOffers(TWO, PostedPrices.sequential(TWO).prices());
        assertThat(offers.prices()).containsExactly(0.625, 0.5);
        Equilibrium equilibrium = solved(offers, TWO);
        assertThat(equilibrium.predictions().revenue()).isEqualTo(25 / 64.0, within(ROUNDING));
        assertThat(equilibrium.predictions().tradeProbability()).isEqualTo(1 - 0.625 * 0.5, within(ROUNDING));

        AuditReport report = Audit.ofTruth(new BayesianGame(offers, TWO), COARSE);
        holds(report, Property.DOMINANT_STRATEGIES, Property.EX_POST_RATIONALITY);
        fails(report, Property.EFFICIENCY);
        assertThat(report.revenue()).isEqualTo(25 / 64.0, within(1e-8));
        assertThat(report.gains()).isEqualTo(equilibrium.predictions().gains(), within(1e-8));
    }

    @Test
    void whatIsNotKnownIsRefusedWithTheReason() {
        List<ValueDistribution> unlike = List.of(UNIT, PowerDistribution.of(2, 0, 1));
        assertThat(reason(new BayesianGame(
                        new PartnershipAuction(TWO, true), TWO, new ConstantRelativeRiskAversion(0.5))))
                .contains("risk-neutral");
        assertThat(reason(new BayesianGame(new PartnershipAuction(TWO, true), unlike)))
                .contains("designed for");
    }

    private static Equilibrium solved(Mechanism mechanism, List<ValueDistribution> types) {
        return (Equilibrium) Equilibria.of(new BayesianGame(mechanism, types));
    }

    private static String reason(BayesianGame game) {
        return ((NoEquilibrium) Equilibria.of(game)).reason();
    }

    private static AuditReport audit(ChoiceMarket market, List<ValueDistribution> types, Equilibrium equilibrium) {
        return Audit.of(new BayesianGame(market, types), equilibrium.strategies(), options(market, COARSE));
    }

    private static AuditSettings options(ChoiceMarket market, AuditSettings settings) {
        return settings.withOutsideOptions(IntStream.range(0, market.agents())
                .<DoubleUnaryOperator>mapToObj(i -> market.outsideOption(i)::at)
                .toList());
    }

    private static void holds(AuditReport report, Property... properties) {
        for (Property property : properties) {
            assertThat(report.verdict(property).ruling())
                    .as("%s", report.verdict(property))
                    .isEqualTo(Ruling.HOLDS);
        }
    }

    private static void fails(AuditReport report, Property property) {
        assertThat(report.verdict(property).ruling())
                .as("%s", report.verdict(property))
                .isEqualTo(Ruling.FAILS);
    }
}
