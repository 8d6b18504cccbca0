package dev.envelope.theory.audit.finite;

import static dev.envelope.theory.audit.finite.FiniteAudits.EVEN;
import static dev.envelope.theory.audit.finite.FiniteAudits.ROUNDING;
import static dev.envelope.theory.audit.finite.FiniteAudits.X;
import static dev.envelope.theory.audit.finite.FiniteAudits.Y;
import static dev.envelope.theory.audit.finite.FiniteAudits.amount;
import static dev.envelope.theory.audit.finite.FiniteAudits.truth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.Verdict;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.finite.FiniteMarket;
import dev.envelope.theory.finite.FiniteOptimalAuction;
import dev.envelope.theory.finite.FinitePayments;
import dev.envelope.theory.finite.FiniteTypesChoice;
import dev.envelope.theory.finite.FiniteTypesChoice.Kind;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.AmendedMechanism;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Audits of agents with finitely many types, against sums by hand. */
class FiniteAuditTest {

    /** Of 1 and 2: who has 2 wins for 1 with a bid between where the other has 1, and with 1/2 at 1. */
    @Test
    void theFirstPriceIsNotTruthfulAndTheWitnessGains() {
        AuditReport report = truth(FirstPriceAuction.of(2, OptionalDouble.empty()), EVEN, EVEN);
        Verdict truthful = report.verdict(Property.TRUTHFUL);
        assertThat(truthful.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(truthful.witness().type().getAsDouble()).isEqualTo(2);
        // With a bid just above 1 it wins half of the time.
        assertThat(truthful.witness().message().getAsDouble()).isEqualTo(1, within(ROUNDING));
        assertThat(truthful.witness()).hasToString("agent 1 of type 2.00000 that sends just above 1.00000");
        assertThat(truthful.amount()).isEqualTo(0.5, within(ROUNDING));
        assertThat(amount(report, Property.DOMINANT_STRATEGIES)).isGreaterThanOrEqualTo(truthful.amount());
        assertThat(report.revenue()).isEqualTo(1.75, within(ROUNDING));
        assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
    }

    @Test
    void theSecondPriceIsTruthfulWhateverTheBidsBetween() {
        AuditReport report = truth(SecondPriceAuction.of(3, OptionalDouble.of(1.5)), X, Y, X);
        for (Property property : List.of(
                Property.TRUTHFUL,
                Property.BAYESIAN_INCENTIVES,
                Property.DOMINANT_STRATEGIES,
                Property.EX_POST_RATIONALITY,
                Property.NO_DEFICIT)) {
            assertThat(report.verdict(property).ruling()).isEqualTo(Ruling.HOLDS);
        }
        // Nobody is served where 1 is the most that anybody has.
        Verdict waste = report.verdict(Property.EFFICIENCY);
        assertThat(waste.amount()).isEqualTo(1, within(ROUNDING));
        assertThat(waste.witness().profile()).containsExactly(1.0, 0.0, 1.0);
    }

    /** Each of the tied pays its bid, so that only to win is worth anything; the loser loses its whole bid. */
    @Test
    void whatIsLostAtTheWorstOfAllTiesIsFound() {
        AuditReport report = truth(new AllPayAuction(2, 0), EVEN, EVEN);
        Verdict loss = report.verdict(Property.EX_POST_RATIONALITY);
        assertThat(loss.amount()).isEqualTo(2, within(ROUNDING));
        assertThat(loss.witness().profile()).containsExactly(2.0, 2.0);
        // 1 wins a quarter of the time and pays 1.
        assertThat(report.agents().get(0).lowestMargin().value()).isEqualTo(-0.75, within(ROUNDING));
    }

    /** Values 1 and 3, costs 0 and 2, all equally likely: the known deficits and losses. */
    @Test
    void tradeBreaksTheBudgetOrLosesSomebody() {
        DiscreteDistribution value = new DiscreteDistribution(List.of(1.0, 3.0), List.of(0.5, 0.5));
        DiscreteDistribution cost = new DiscreteDistribution(List.of(0.0, 2.0), List.of(0.5, 0.5));
        FiniteTypesChoice trade = new FiniteTypesChoice(Kind.TRADE, List.of(value, cost), 0);
        AuditReport vcg = truth(FiniteMarket.vcg(trade), value, cost);
        Verdict deficit = vcg.verdict(Property.NO_DEFICIT);
        // 3 and 0 trade: the buyer pays 1, the seller gets 2.
        assertThat(deficit.amount()).isEqualTo(1, within(ROUNDING));
        assertThat(deficit.witness().profile()).containsExactly(3.0, 0.0);
        assertThat(vcg.verdict(Property.DOMINANT_STRATEGIES).ruling()).isEqualTo(Ruling.HOLDS);

        AuditReport agv = truth(FiniteMarket.of(trade, FinitePayments.expectedExternality(trade), "agv"), value, cost);
        assertThat(agv.verdict(Property.BUDGET_BALANCE).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(agv.verdict(Property.BAYESIAN_INCENTIVES).ruling()).isEqualTo(Ruling.HOLDS);
        // e_buyer = (0, −1), e_seller = (2, 1.5); the buyer of 1 has (1 + 0)/2 less 1.75 for the seller's.
        Verdict rational = agv.verdict(Property.INTERIM_RATIONALITY);
        assertThat(rational.ruling()).isEqualTo(Ruling.FAILS);
        assertThat(rational.amount()).isEqualTo(1.75 - 0.5, within(ROUNDING));
        assertThat(rational.witness().type().getAsDouble()).isEqualTo(1);
    }

    @Test
    void theOptimalAuctionIsTruthfulAndInefficient() {
        // ψ = (0, 4/3, 4) of X, so that 1 is not served.
        FiniteOptimalAuction optimal = FiniteOptimalAuction.of(List.of(X, X, Y), 0.5);
        AuditReport report = truth(optimal, X, X, Y);
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.verdict(Property.EX_POST_RATIONALITY).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.FAILS);
        assertThat(report.revenue())
                .isEqualTo(optimal.equilibrium().predictions().revenue(), within(ROUNDING));
    }

    /** 1 and 2, kept for 1/2, or a burden of 1: gains and waste are beyond that, the rent is not. */
    @Test
    void whatItIsWorthToTheSellerIsNotGained() {
        AuditReport report = truth(FiniteOptimalAuction.of(List.of(EVEN, EVEN), 0.5), EVEN, EVEN);
        assertThat(report.gains()).isEqualTo(0.75 * 1.5, within(ROUNDING));
        assertThat(report.firstBestGains()).isEqualTo(0.75 * 1.5 + 0.25 * 0.5, within(ROUNDING));
        assertThat(report.revenue()).isEqualTo(1.5, within(ROUNDING));
        assertThat(report.rent()).isEqualTo(0, within(ROUNDING));
        Verdict waste = report.verdict(Property.EFFICIENCY);
        assertThat(waste.amount()).isEqualTo(0.5, within(ROUNDING));
        assertThat(waste.witness().profile()).containsExactly(1.0, 1.0);

        AuditReport burden = truth(FiniteOptimalAuction.of(List.of(EVEN, EVEN), -1), EVEN, EVEN);
        assertThat(burden.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
        assertThat(burden.gains()).isEqualTo(0.75 * 3 + 0.25 * 2, within(ROUNDING));
        // 2 wins alone for 3/2, half of the time.
        assertThat(burden.rent()).isEqualTo(0.5 * 0.5, within(ROUNDING));
    }

    /** Three bidders at the third price: 2 gains by bidding more where the others have 1 and 2, which it may not; nor is a sole bidder to pay less than 0. */
    @Test
    void bidsThatAreNotTakenAreNoDeviations() {
        FiniteGame third = new FiniteGame(ThirdPriceAuction.of(3), List.of(EVEN, EVEN, EVEN));
        assertThat(amount(FiniteAudit.ofTruth(third, AuditSettings.USUAL), Property.TRUTHFUL))
                .isEqualTo(0.25, within(ROUNDING));
        AdmittedBids upToTwo = new AdmittedBids(0, 2, OptionalDouble.empty());
        assertThat(amount(FiniteAudit.ofTruth(third, AuditSettings.USUAL, upToTwo), Property.TRUTHFUL))
                .isLessThanOrEqualTo(ROUNDING);
        FiniteGame alone = new FiniteGame(FirstPriceAuction.of(1, OptionalDouble.empty()), List.of(EVEN));
        AuditReport report = FiniteAudit.ofTruth(alone, AuditSettings.USUAL, upToTwo);
        assertThat(amount(report, Property.TRUTHFUL)).isEqualTo(2, within(ROUNDING));
        assertThat(report.verdict(Property.TRUTHFUL).witness())
                .hasToString("agent 1 of type 2.00000 that sends 0.00000");
    }

    /** 2 outbids 1 by a quarter at least. */
    @Test
    void onTicksTheNextBidIsATickAway() {
        FiniteGame game = new FiniteGame(FirstPriceAuction.of(2, OptionalDouble.empty()), List.of(EVEN, EVEN));
        AdmittedBids quarters = new AdmittedBids(0, 2, OptionalDouble.of(0.25));
        Verdict truthful =
                FiniteAudit.ofTruth(game, AuditSettings.USUAL, quarters).verdict(Property.TRUTHFUL);
        assertThat(truthful.amount()).isEqualTo(0.5 * 0.75, within(ROUNDING));
        assertThat(truthful.witness().message().getAsDouble()).isEqualTo(1.25);
        FiniteGame second = new FiniteGame(SecondPriceAuction.of(2, OptionalDouble.empty()), List.of(EVEN, EVEN));
        assertThat(FiniteAudit.ofTruth(second, AuditSettings.USUAL, quarters)
                        .verdict(Property.TRUTHFUL)
                        .evidence())
                .isEqualTo("all types, every bid from 0 to 2 on ticks of 0.25 that ranks otherwise among what others"
                        + " send");
    }

    /** The gains from bidding less are what they are worth to who minds risks. */
    @Test
    void gainsAreOfUtility() {
        FiniteGame game = new FiniteGame(
                FirstPriceAuction.of(2, OptionalDouble.empty()),
                List.of(EVEN, EVEN),
                new ConstantRelativeRiskAversion(0.5));
        AuditReport report = FiniteAudit.ofTruth(game, AuditSettings.USUAL);
        double all = new ConstantRelativeRiskAversion(0.5).of(1);
        assertThat(amount(report, Property.TRUTHFUL)).isEqualTo(0.5 * all, within(ROUNDING));
    }

    /** Winners pay 4e-16 too much, as sums of decimals may be; the utility of losing that much is −9e-4. */
    @Test
    void roundingIsNoLoss() {
        FiniteGame game = new FiniteGame(
                new Rounded(SecondPriceAuction.of(2, OptionalDouble.empty())),
                List.of(EVEN, EVEN),
                new ConstantRelativeRiskAversion(0.2));
        AuditReport report = FiniteAudit.ofTruth(game, AuditSettings.USUAL);
        for (Property property : List.of(Property.TRUTHFUL, Property.EX_POST_RATIONALITY)) {
            assertThat(report.verdict(property).ruling()).isEqualTo(Ruling.HOLDS);
        }
    }

    private record Rounded(Mechanism auction) implements AmendedMechanism {
        @Override
        public MarketOutcome outcome(double[] messages, TieOrder ties) {
            MarketOutcome outcome = auction.outcome(messages, ties);
            int winner = outcome.units(0) > 0 ? 0 : 1;
            return MarketOutcome.sale(2, winner, outcome.payment(winner) + 4e-16);
        }
    }

    @Test
    void tooManyProfilesAreRefused() {
        DiscreteDistribution many = DiscreteDistribution.ofData(java.util.stream.IntStream.range(0, 200)
                .mapToObj(i -> (double) i)
                .toList());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> truth(SecondPriceAuction.of(4, OptionalDouble.empty()), many, many, many, many))
                .withMessageContaining("profiles to go through (expected: at most 3000000)");
        assertThat(FiniteAudit.ofTruth(
                                new FiniteGame(
                                        SecondPriceAuction.of(30, OptionalDouble.empty()),
                                        Collections.nCopies(30, EVEN)),
                                AuditSettings.USUAL)
                        .verdict(Property.TRUTHFUL)
                        .ruling())
                .isEqualTo(Ruling.HOLDS);
    }
}
