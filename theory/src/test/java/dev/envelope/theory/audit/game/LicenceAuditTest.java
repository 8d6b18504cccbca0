package dev.envelope.theory.audit.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AgentReport;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.efficient.market.EfficientMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.licence.LicenceAuction;
import dev.envelope.theory.licence.LicenceBidding;
import dev.envelope.theory.licence.LicenceBidding.Pricing;
import dev.envelope.theory.licence.Loss;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Firms with values of U[0, 1]; of two, the one with x has x²/2 less α·1 or α·1/2, the mean of the other's value, whoever wins. */
class LicenceAuditTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    /** Quadrature's own, of interim payoffs. */
    private static final double ACCURACY = 1e-7;

    private static LicenceBidding bidding(int firms, Loss loss, double alpha, Pricing pricing) {
        return new LicenceBidding(new LicenceAuction(UNIT, firms, loss, alpha), pricing);
    }

    private static BidFunction equilibrium(LicenceBidding bidding) {
        LicenceAuction auction = bidding.licence().amongAlike().orElseThrow();
        return x -> auction.bid(bidding.pricing(), x);
    }

    private static AuditReport audit(LicenceBidding bidding, BidFunction bid) {
        int n = bidding.agents();
        OutsideOption option = bidding.outsideOption(0);
        AuditSettings settings = AuditSettings.USUAL
                .withOutsideOptions(Collections.nCopies(n, option::at))
                .withUniforms(new SplittableRandom(4)::nextDouble);
        return Audit.of(new BayesianGame(bidding, bidding.types()), Collections.nCopies(n, bid), settings);
    }

    @Test
    void bidsForALicenceAreBestReplies() {
        for (Pricing pricing : Pricing.values()) {
            for (Loss loss : List.of(Loss.CONSTANT, Loss.WINNERS_VALUE)) {
                LicenceBidding bidding = bidding(2, loss, 0.4, pricing);
                AuditReport report = audit(bidding, equilibrium(bidding));
                for (Property property :
                        List.of(Property.BAYESIAN_INCENTIVES, Property.INTERIM_RATIONALITY, Property.EFFICIENCY)) {
                    assertThat(report.verdict(property).ruling())
                            .as(bidding + " " + report.verdict(property))
                            .isEqualTo(Ruling.HOLDS);
                }
                // E[min] of the stakes: x + α or (1 + α)x.
                assertThat(report.revenue())
                        .isEqualTo(loss == Loss.CONSTANT ? 1 / 3.0 + 0.4 : 1.4 / 3, within(ACCURACY));
                AgentReport agent = report.agents().get(1);
                double lost = loss == Loss.CONSTANT ? 0.4 : 0.2;
                assertThat(agent.expectedPayoff()).isEqualTo(1 / 6.0 - lost, within(ACCURACY));
                assertThat(agent.envelopeResidual()).isEqualTo(0, within(ACCURACY));
                // The lowest firm loses no more than what it would lose outside.
                assertThat(agent.lowestMargin().value()).isEqualTo(0, within(ACCURACY));
                assertThat(report.gains()).isEqualTo(report.firstBestGains(), within(ACCURACY));
            }
        }
    }

    /** To bid the value at the second price leaves what is avoided aside: x gains by α more, or by α·x. */
    @Test
    void theValueAloneIsTooLittleToBid() {
        AuditReport constant = audit(bidding(2, Loss.CONSTANT, 0.4, Pricing.SECOND_PRICE), BidFunction.TRUTH);
        // Between x and x + 0.4 each rival is worth beating by 0.4 less what it is above.
        assertThat(constant.verdict(Property.TRUTHFUL).ruling()).isEqualTo(Ruling.FAILS);
        assertThat(constant.verdict(Property.TRUTHFUL).amount()).isEqualTo(0.4 * 0.4 / 2, within(1e-4));
        AuditReport winners = audit(bidding(2, Loss.WINNERS_VALUE, 0.4, Pricing.SECOND_PRICE), BidFunction.TRUTH);
        // Each y from x on is worth beating by x − (1 − α)y, from x = 1 − α on all are: x(1 − x) − (1 − α)(1 − x²)/2 is
        // largest at 1/(1 + α).
        double x = 1 / 1.4;
        assertThat(winners.verdict(Property.TRUTHFUL).amount())
                .isEqualTo(x * (1 - x) - 0.6 * (1 - x * x) / 2, within(1e-4));
    }

    /** Above 1 the loser loses more than the winner gains, least where the lowest value has the licence. */
    @Test
    void theHighestBidWastesWhatTheLosersLoseMore() {
        LicenceBidding bidding = bidding(2, Loss.WINNERS_VALUE, 1.5, Pricing.FIRST_PRICE);
        AuditReport report = audit(bidding, equilibrium(bidding));
        assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.FAILS);
        assertThat(report.gains()).isEqualTo(-0.5 * 2 / 3, within(ACCURACY));
        assertThat(report.firstBestGains()).isEqualTo(-0.5 / 3, within(ACCURACY));
    }

    @Test
    void threeFirmsAreSimulated() {
        for (Loss loss : List.of(Loss.CONSTANT, Loss.WINNERS_VALUE)) {
            LicenceBidding bidding = bidding(3, loss, 0.3, Pricing.SECOND_PRICE);
            AuditReport report = audit(bidding, equilibrium(bidding));
            assertThat(report.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isNotEqualTo(Ruling.FAILS);
            assertThat(report.verdict(Property.INTERIM_RATIONALITY).ruling()).isNotEqualTo(Ruling.FAILS);
            double gains = loss == Loss.CONSTANT ? 0.75 - 0.6 : 0.75 * (1 - 0.6);
            assertThat(report.gains())
                    .isEqualTo(gains, within(4 * report.errors().gains()));
            assertThat(report.rent())
                    .isEqualTo(
                            gains - bidding.licence().amongAlike().orElseThrow().revenue(),
                            within(4 * report.errors().rent()));
            assertThat(report.firstBestGains()).isEqualTo(gains, within(ACCURACY));
            // 8,000 draws of what is at most 1.3.
            assertThat(report.agents().get(0).expectedPayoff()).isEqualTo(report.rent() / 3, within(0.02));
            assertThat(report.verdict(Property.TRUTHFUL).ruling()).isEqualTo(Ruling.FAILS);
        }
    }

    /** Truth is dominant in VCG, and balanced in AGV; U is W less the charge, −α included. */
    @Test
    void efficientPaymentsForALicenceThatCostsLosersAConstant() {
        LicenceAuction licence = new LicenceAuction(UNIT, 2, Loss.CONSTANT, 0.4);
        ObjectAllocation choice = licence.choice();
        List<OutsideOption> options = Collections.nCopies(2, licence.rivalLicensed());
        for (EfficientMechanism rules :
                List.of(VcgMechanism.withOptimalBasis(choice, options), new ExpectedExternality(choice))) {
            EfficientMarket market = new EfficientMarket(choice, rules, options);
            AuditReport report = Audit.ofTruth(
                    new BayesianGame(market, choice.types()),
                    AuditSettings.USUAL.withOutsideOptions(Collections.nCopies(2, licence.rivalLicensed()::at)));
            assertThat(report.verdict(Property.TRUTHFUL).ruling()).isEqualTo(Ruling.HOLDS);
            assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
            assertThat(report.verdict(
                                    rules instanceof VcgMechanism
                                            ? Property.DOMINANT_STRATEGIES
                                            : Property.BUDGET_BALANCE)
                            .ruling())
                    .isEqualTo(Ruling.HOLDS);
            assertThat(report.agents().get(0).expectedPayoff()).isEqualTo(rules.exAnteUtility(0), within(ACCURACY));
            assertThat(report.gains()).isEqualTo(2 / 3.0 - 0.4, within(ACCURACY));
        }
    }
}
