package dev.envelope.theory.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.finite.FiniteAudit;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Firms and licences that one of several gets for certain. */
class AllotmentTest {

    private static final double ROUNDING = 1e-12;
    private static final DiscreteDistribution EVEN = new DiscreteDistribution(List.of(1.0, 2.0), List.of(0.5, 0.5));
    private static final List<OutsideOption> HALVES = Collections.nCopies(2, OutsideOption.share(0.5));

    /** W(1) − 1/2 = W(2) − 1 = 1: the basis is 1, who has 1.5 − 1/2 outside. */
    @Test
    void twoPartnersPayByVcgAsByHand() {
        FiniteTypesChoice choice = FiniteTypesChoice.allotment(List.of(EVEN, EVEN), 0, 0);
        FiniteMarket market = FiniteMarket.vcg(choice, HALVES);
        TieOrder ties = TieOrder.byIndex(2);
        assertThat(market.outcome(new double[] {2, 1}, ties).payments()).containsExactly(0.5, -0.5);
        assertThat(market.outcome(new double[] {1, 1}, ties).payments()).containsExactly(0.5, -0.5);
        assertThat(market.outcome(new double[] {2, 2}, ties).payments()).containsExactly(1.5, -0.5);
        assertThat(market.outcome(new double[] {2, 2}, ties).units(0)).isEqualTo(1);
        AuditReport report = audit(market, choice, HALVES);
        assertThat(report.revenue()).isEqualTo(0.25, within(ROUNDING));
        assertThat(report.verdict(Property.DOMINANT_STRATEGIES).ruling()).isEqualTo(Ruling.HOLDS);
        // Whoever has 2 pays the other 0.75 on average beside half of what is left, 0.25.
        FinitePayments balanced = FinitePayments.balanced(choice, HALVES);
        double[] payments = balanced.payments(new double[] {2, 1});
        assertThat(payments[0] + payments[1]).isEqualTo(0, within(ROUNDING));
        assertThat(FiniteMarket.of(choice, HALVES, balanced, "balanced")
                        .outcome(new double[] {1, 2}, ties)
                        .units(1))
                .isEqualTo(1);
    }

    /** Two firms of 1 or 2; the loser loses half of its own value, or 0.4: what each gets and pays adds up. */
    @Test
    void losersLoseTheirShareOrAllTheSame() {
        FiniteTypesChoice own = FiniteTypesChoice.allotment(List.of(EVEN, EVEN), 0.5, 0);
        assertThat(own.welfare(new double[] {2, 1})).isEqualTo(1.5);
        assertThat(own.expectedWelfare()).isEqualTo((0.5 + 2 * 1.5 + 1) / 4, within(ROUNDING));
        MarketOutcome outcome = FiniteMarket.vcg(own, Collections.nCopies(2, OutsideOption.share(-0.5)))
                .outcome(new double[] {2, 1}, TieOrder.byIndex(2));
        assertThat(outcome.coefficient(0)).isEqualTo(1);
        assertThat(outcome.coefficient(1)).isEqualTo(-0.5);
        FiniteTypesChoice constant = FiniteTypesChoice.allotment(List.of(EVEN, EVEN), 0, 0.4);
        assertThat(constant.welfare(new double[] {1, 1})).isEqualTo(0.6, within(ROUNDING));
        FiniteMarket market = FiniteMarket.vcg(constant, Collections.nCopies(2, OutsideOption.constant(-0.4)));
        AuditReport report = audit(market, constant, market.options());
        assertThat(report.gains()).isEqualTo(1.75 - 0.4, within(ROUNDING));
        assertThat(report.firstBestGains()).isEqualTo(1.75 - 0.4, within(ROUNDING));
        assertThat(report.verdict(Property.EFFICIENCY).ruling()).isEqualTo(Ruling.HOLDS);
    }

    @Test
    void vcgIsTruthfulAndLeavesNobodyLessThanOutside() {
        SplittableRandom random = new SplittableRandom(7);
        for (int n = 0; n < 40; n++) {
            DiscreteDistribution first = DrawnTypes.of(random, 0, 7);
            List<DiscreteDistribution> types =
                    List.of(first, random.nextBoolean() ? first : DrawnTypes.of(random, 0, 7), first);
            double alpha = random.nextInt(2) * random.nextDouble();
            FiniteTypesChoice choice = FiniteTypesChoice.allotment(types, alpha, 0.3);
            double share = random.nextDouble();
            List<OutsideOption> options = List.of(
                    OutsideOption.share(share), OutsideOption.share((1 - share) / 2), OutsideOption.constant(-0.3));
            AuditReport report = audit(FiniteMarket.vcg(choice, options), choice, options);
            for (Property property : List.of(
                    Property.TRUTHFUL,
                    Property.DOMINANT_STRATEGIES,
                    Property.INTERIM_RATIONALITY,
                    Property.EFFICIENCY)) {
                assertThat(report.verdict(property).ruling())
                        .as(types + " " + report.verdict(property))
                        .isEqualTo(Ruling.HOLDS);
            }
            assertThat(report.agents())
                    .allSatisfy(
                            agent -> assertThat(agent.lowestMargin().value()).isEqualTo(0, within(1e-10)));
            assertThat(report.revenue())
                    .isEqualTo(VcgMechanism.withOptimalBasis(choice, options).expectedPayments(), within(1e-10));
        }
    }

    private static AuditReport audit(FiniteMarket market, FiniteTypesChoice choice, List<OutsideOption> options) {
        AuditSettings settings = AuditSettings.USUAL.withOutsideOptions(
                options.stream().<DoubleUnaryOperator>map(option -> option::at).toList());
        return FiniteAudit.ofTruth(new FiniteGame(market, choice.types()), settings);
    }

    @Test
    void whatCannotBeAllottedIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteTypesChoice.allotment(List.of(EVEN), 0, 0))
                .withMessage("types: 1 (expected: at least 2 agents)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteTypesChoice.allotment(List.of(EVEN, EVEN), -1, 0))
                .withMessageStartingWith("alpha, beta: -1.0, 0.0 (expected: finite numbers, alpha above -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FiniteTypesChoice(FiniteTypesChoice.Kind.OBJECT, List.of(EVEN), 0, 0.5, 0))
                .withMessageContaining("0 where nothing is allotted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FiniteMarket.vcg(
                        new FiniteTypesChoice(FiniteTypesChoice.Kind.PROJECT, List.of(EVEN, EVEN), 3), HALVES))
                .withMessageContaining("something that is allotted");
    }

    /** What three pay by VCG, worked out in fractions by going through the 27 profiles. */
    @Test
    void revenuesOfThreeAreThoseOfExactFractions() {
        List<DiscreteDistribution> types =
                Collections.nCopies(3, new DiscreteDistribution(List.of(1.0, 2.0, 4.0), List.of(0.5, 0.3, 0.2)));
        assertThat(revenue(types, 0, 0, OutsideOption.share(1 / 3.0))).isEqualTo(0.458, within(ROUNDING));
        assertThat(revenue(types, 0.5, 0, OutsideOption.share(-0.5))).isEqualTo(2.562, within(ROUNDING));
        assertThat(revenue(types, 0, 0.5, OutsideOption.constant(-0.5))).isEqualTo(2.208, within(ROUNDING));
        assertThat(revenue(types, 2, 0, OutsideOption.share(-2))).isEqualTo(5.124, within(ROUNDING));
        assertThat(revenue(types, 0, 3, OutsideOption.constant(-3))).isEqualTo(4.708, within(ROUNDING));
    }

    private static double revenue(List<DiscreteDistribution> types, double alpha, double beta, OutsideOption option) {
        FiniteTypesChoice choice = FiniteTypesChoice.allotment(types, alpha, beta);
        List<OutsideOption> options = Collections.nCopies(3, option);
        return audit(FiniteMarket.vcg(choice, options), choice, options).revenue();
    }
}
