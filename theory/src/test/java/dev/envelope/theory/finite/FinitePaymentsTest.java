package dev.envelope.theory.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.Property;
import dev.envelope.theory.audit.Ruling;
import dev.envelope.theory.audit.finite.FiniteAudit;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.efficient.DeficitException;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.finite.FiniteTypesChoice.Kind;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

class FinitePaymentsTest {

    private static final double SIMPLEX = 1e-8;

    /** Where the linear programme of all expected payments covers the cost, audited; otherwise the deficit is its. */
    @Test
    void balancedPaymentsAreThereIffSomeCoverTheCost() {
        SplittableRandom random = new SplittableRandom(3);
        int refused = 0;
        int beyondVcg = 0;
        for (int n = 0; n < 120; n++) {
            FiniteTypesChoice choice = drawn(random);
            List<OutsideOption> options = options(choice, random);
            double surplus = programme(choice, options);
            assertThat(FinitePayments.largestSurplus(choice, options)).isEqualTo(surplus, within(SIMPLEX));
            if (surplus < -SIMPLEX) {
                refused++;
                DeficitException deficit =
                        catchThrowableOfType(DeficitException.class, () -> FinitePayments.balanced(choice, options));
                assertThat(deficit).as(choice.toString()).isNotNull();
                assertThat(deficit.deficit()).isEqualTo(-surplus, within(SIMPLEX));
            } else {
                beyondVcg += VcgMechanism.withOptimalBasis(choice, options).expectedSurplus() < -SIMPLEX ? 1 : 0;
                AuditReport report = audit(choice, options, FinitePayments.balanced(choice, options));
                for (Property property : List.of(
                        Property.TRUTHFUL,
                        Property.BAYESIAN_INCENTIVES,
                        Property.INTERIM_RATIONALITY,
                        Property.BUDGET_BALANCE,
                        Property.EFFICIENCY)) {
                    assertThat(report.verdict(property).ruling())
                            .as(choice + " " + choice.types() + ": " + report.verdict(property))
                            .isEqualTo(Ruling.HOLDS);
                }
            }
        }
        assertThat(refused).isBetween(5, 100);
        assertThat(beyondVcg).isPositive();
    }

    /**
     * Three bidders of 1 or 2, of whom the second stays away. e(1) = 5/3 and e(2) = 5/6; VCG leaves each what is 1/2 above the mean of e less, so
     * that the third pays −5/6 + 1/2, and the first what that leaves.
     */
    @Test
    void whoStaysAwayLeavesItsShareToTheOthers() {
        DiscreteDistribution even = new DiscreteDistribution(List.of(1.0, 2.0), List.of(0.5, 0.5));
        FiniteTypesChoice choice = new FiniteTypesChoice(Kind.OBJECT, List.of(even, even, even), 0);
        FiniteMarket market = FiniteMarket.of(choice, FinitePayments.balanced(choice), "balanced");
        MarketOutcome outcome = market.outcome(new double[] {2, Mechanism.ABSTAIN, 1}, TieOrder.byIndex(3));
        assertThat(outcome.units(0)).isEqualTo(1);
        assertThat(outcome.payment(0)).isEqualTo(1.0 / 3, within(1e-12));
        assertThat(outcome.payment(1)).isZero();
        assertThat(outcome.payment(2)).isEqualTo(-1.0 / 3, within(1e-12));
        MarketOutcome alone =
                market.outcome(new double[] {Mechanism.ABSTAIN, 1, Mechanism.ABSTAIN}, TieOrder.byIndex(3));
        assertThat(alone.units(1)).isEqualTo(1);
        assertThat(alone.payments()).containsExactly(0, 0, 0);
    }

    @Test
    void expectedExternalityPaymentsAreTruthfulAndBalanced() {
        SplittableRandom random = new SplittableRandom(4);
        for (int n = 0; n < 20; n++) {
            FiniteTypesChoice choice = drawn(random);
            AuditReport report = audit(choice, options(choice, random), FinitePayments.expectedExternality(choice));
            for (Property property : List.of(
                    Property.BAYESIAN_INCENTIVES, Property.BUDGET_BALANCE, Property.NO_DEFICIT, Property.EFFICIENCY)) {
                assertThat(report.verdict(property).ruling()).isEqualTo(Ruling.HOLDS);
            }
        }
    }

    /** 2^20 profiles, of which only how many of the twenty have 3 counts: all but one of k who tie are paid for by one another. */
    @Test
    void manyThatAreAlikeTakeNoTime() {
        DiscreteDistribution even = new DiscreteDistribution(List.of(0.0, 3.0), List.of(0.5, 0.5));
        FiniteTypesChoice choice = new FiniteTypesChoice(Kind.OBJECT, java.util.Collections.nCopies(20, even), 0);
        // e(0) = 3·(1 − 2^−19); with 3 oneself wins with (2^20 − 1)/(20·2^19), and the others otherwise.
        double wins = (StrictMath.pow(2, 20) - 1) / (20 * StrictMath.pow(2, 19));
        double[] payments = FinitePayments.expectedExternality(choice)
                .payments(new double[] {3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        double low = 3 * (1 - StrictMath.pow(2, -19));
        assertThat(payments[0]).isEqualTo(low - 3 * (1 - wins), within(1e-12));
        assertThat(payments[1]).isEqualTo(-payments[0] / 19, within(1e-12));
    }

    private static AuditReport audit(FiniteTypesChoice choice, List<OutsideOption> options, FinitePayments payments) {
        FiniteMarket market = FiniteMarket.of(choice, options, payments, "balanced");
        AuditSettings settings = AuditSettings.USUAL.withOutsideOptions(
                options.stream().<DoubleUnaryOperator>map(option -> option::at).toList());
        return FiniteAudit.ofTruth(new FiniteGame(market, choice.types()), settings);
    }

    /** Shares of a firm, of which the first partner's is drawn, or what a firm has that a rival is licensed beside. */
    private static List<OutsideOption> options(FiniteTypesChoice choice, SplittableRandom random) {
        double share = random.nextDouble();
        List<OutsideOption> options = new ArrayList<>();
        for (int i = 0; i < choice.agents(); i++) {
            double own = i == 0 ? share : (1 - share) / (choice.agents() - 1);
            options.add(
                    choice.kind() != Kind.ALLOTMENT
                            ? OutsideOption.nothing()
                            : choice.beta() > 0
                                    ? OutsideOption.constant(-choice.beta())
                                    : OutsideOption.share(choice.alpha() > 0 ? -choice.alpha() : own));
        }
        return options;
    }

    private static FiniteTypesChoice drawn(SplittableRandom random) {
        Kind kind = List.of(Kind.values()).get(random.nextInt(4));
        int agents = kind == Kind.TRADE ? 2 : 2 + random.nextInt(2);
        List<DiscreteDistribution> types = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
            boolean isAgain = i > 0 && kind != Kind.TRADE && random.nextBoolean();
            types.add(isAgain ? types.get(0) : DrawnTypes.of(random, 0, 7));
        }
        double loss = random.nextInt(2) * random.nextDouble();
        boolean isShare = random.nextBoolean();
        return kind == Kind.ALLOTMENT
                ? FiniteTypesChoice.allotment(types, isShare ? loss : 0, isShare ? 0 : loss)
                : new FiniteTypesChoice(kind, types, kind == Kind.PROJECT ? 1 + random.nextInt(9) : 0);
    }

    /** The most that expected payments t_i(k) come to, beside the expected cost, where no type gains by another or has less than outside. */
    private static double programme(FiniteTypesChoice choice, List<OutsideOption> options) {
        ExpressionsBasedModel model = new ExpressionsBasedModel(new Optimisation.Options());
        int next = 0;
        for (int i = 0; i < choice.agents(); i++) {
            DiscreteDistribution own = choice.types().get(i);
            for (int k = 0; k < own.size(); k++) {
                model.newVariable("t" + i + "," + k)
                        .lower(-100)
                        .upper(100)
                        .weight(own.probabilities().get(k));
            }
            for (int k = 0; k < own.size(); k++) {
                double worth = choice.interimValue(i, own.points().get(k));
                model.newExpression("take part " + i + "," + k)
                        .upper(worth - options.get(i).at(own.points().get(k)))
                        .set(next + k, 1);
                for (int told = 0; told < own.size(); told++) {
                    if (told != k) {
                        double other = own.points().get(told);
                        double asOther = choice.interimValue(i, other)
                                + choice.interimWeight(i, other) * (own.points().get(k) - other);
                        Expression row = model.newExpression("say " + i + "," + k + "," + told);
                        row.upper(worth - asOther).set(next + k, 1).set(next + told, -1);
                    }
                }
            }
            next += own.size();
        }
        Optimisation.Result result = model.maximise();
        assertThat(result.getState().isOptimal()).isTrue();
        return result.getValue() - choice.expectedCost();
    }
}
