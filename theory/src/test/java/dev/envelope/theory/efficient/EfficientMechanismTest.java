package dev.envelope.theory.efficient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class EfficientMechanismTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final List<ValueDistribution> TWO = List.of(UNIT, UNIT);
    private static final ValueDistribution POWER = PowerDistribution.of(2, 0.2, 1.5);
    private static final ValueDistribution BETA = new BetaDistribution(2, 3, -0.5, 1.2);

    /** Every kind of choice between two agents, also among unlike ones. */
    private static final List<OneDimensionalChoice> PAIRS = List.of(
            ObjectAllocation.auction(List.of(BETA, POWER)),
            ObjectAllocation.auction(List.of(UniformDistribution.of(-1, 1), UNIT)),
            ObjectAllocation.always(List.of(BETA, UniformDistribution.of(-1, 1))),
            ObjectAllocation.licenceWithOwnLoss(List.of(POWER, UNIT), 0.7),
            ObjectAllocation.licenceWithConstantLoss(List.of(POWER, POWER), 0.4),
            new ObjectAllocation(List.of(POWER, UNIT), 0, 0.3, true),
            new ObjectAllocation(List.of(POWER, UNIT), 0.6, 0, true),
            new BilateralTrade(POWER, BETA),
            new BilateralTrade(UniformDistribution.of(0.25, 1), UniformDistribution.of(0, 0.8)),
            PublicProject.of(List.of(POWER, BETA), 0.9),
            PublicProject.of(List.of(UNIT, new TriangularDistribution(0.2, 0, 1)), 1.1));

    @Test
    void theChoiceIsWhatItIsByPlayingIt() {
        for (OneDimensionalChoice choice : PAIRS) {
            for (int i = 0; i < 2; i++) {
                ValueDistribution own = choice.types().get(i);
                for (double share : new double[] {0.05, 0.5, 0.85}) {
                    int agent = i;
                    double z = own.quantile(share);
                    same(choice, choice.interimWelfare(i, z), average(choice, i, z, choice::welfare));
                    same(choice, choice.interimValue(i, z), average(choice, i, z, x -> choice.ownValue(agent, x)));
                    same(choice, choice.interimCost(i, z), average(choice, i, z, choice::cost));
                }
                int agent = i;
                same(choice, choice.expectedWelfare(), overOwn(choice, i, z -> choice.interimWelfare(agent, z)));
                same(choice, choice.expectedValue(i), overOwn(choice, i, z -> choice.interimValue(agent, z)));
                same(choice, choice.expectedCost(), overOwn(choice, i, z -> choice.interimCost(agent, z)));
            }
        }
    }

    @Test
    void theInterimWeightIsTheSlopeOfTheInterimWelfare() {
        for (OneDimensionalChoice choice : PAIRS) {
            for (int i = 0; i < 2; i++) {
                ValueDistribution own = choice.types().get(i);
                int agent = i;
                double[] pieces = Kinks.between(own.lower(), own.upper(), choice.kinks(i));
                double rise = Quadrature.integrateWithin(1e-13, z -> choice.interimWeight(agent, z), pieces);
                same(choice, choice.interimWelfare(i, own.upper()) - choice.interimWelfare(i, own.lower()), rise);
            }
        }
    }

    @Test
    void whatMechanismsSayOfThemselvesIsWhatTheirPaymentsAverageTo() {
        for (OneDimensionalChoice choice : PAIRS) {
            for (EfficientMechanism mechanism : mechanisms(choice)) {
                for (int i = 0; i < 2; i++) {
                    int agent = i;
                    double z = choice.types().get(i).quantile(0.6);
                    double payment = average(choice, i, z, x -> mechanism.payment(agent, x));
                    same(mechanism, mechanism.interimPayment(i, z), payment);
                    same(mechanism, mechanism.interimUtility(i, z), choice.interimValue(i, z) - payment);
                    same(
                            mechanism,
                            mechanism.exAnteUtility(i),
                            overOwn(choice, i, t -> mechanism.interimUtility(agent, t)));
                }
                double payments = overOwn(choice, 0, z -> mechanism.interimPayment(0, z))
                        + overOwn(choice, 1, z -> mechanism.interimPayment(1, z));
                same(mechanism, mechanism.expectedPayments(), payments);
                same(mechanism, mechanism.expectedSurplus(), payments - choice.expectedCost());
            }
        }
    }

    @Test
    void noMisreportGains() {
        for (OneDimensionalChoice choice : PAIRS) {
            for (EfficientMechanism mechanism : mechanisms(choice)) {
                for (int i = 0; i < 2; i++) {
                    ValueDistribution own = choice.types().get(i);
                    for (int k = 0; k <= 10; k++) {
                        double truth = own.quantile(k / 10.0);
                        for (int l = 0; l <= 10; l++) {
                            double report = own.quantile(l / 10.0);
                            double payoff = mechanism.interimUtility(i, report)
                                    + (truth - report) * choice.interimWeight(i, report);
                            assertThat(payoff).isLessThanOrEqualTo(mechanism.interimUtility(i, truth) + 1e-12);
                        }
                    }
                }
            }
        }
    }

    @Test
    void expectedExternalityPaymentsCoverTheCostInEveryState() {
        for (OneDimensionalChoice choice : PAIRS) {
            ExpectedExternality mechanism = new ExpectedExternality(choice);
            for (double share : new double[] {0.1, 0.4, 0.9}) {
                double[] types = {
                    choice.types().get(0).quantile(share), choice.types().get(1).quantile(0.7)
                };
                double sum = Arrays.stream(mechanism.payments(types)).sum();
                assertThat(sum).isEqualTo(choice.cost(types), within(1e-12));
                assertThat(mechanism.payment(1, types)).isEqualTo(mechanism.payments(types)[1], within(1e-12));
            }
            assertThat(mechanism.expectedSurplus()).isEqualTo(0, within(1e-11));
        }
    }

    @Test
    void theOptimalBasisRaisesTheMostThatLeavesNobodyWorseOff() {
        OutsideOption curved = x -> x * x / 3;
        for (OneDimensionalChoice choice : PAIRS) {
            for (OutsideOption option : List.of(OutsideOption.nothing(), OutsideOption.share(0.4), curved)) {
                VcgMechanism vcg = VcgMechanism.withOptimalBasis(choice, option);
                for (int i = 0; i < 2; i++) {
                    ValueDistribution own = choice.types().get(i);
                    double least = Double.POSITIVE_INFINITY;
                    for (int k = 0; k <= 200; k++) {
                        double z = own.lower() + k * (own.upper() - own.lower()) / 200;
                        least = Math.min(least, vcg.interimUtility(i, z) - option.at(z));
                    }
                    // A grid of 200 misses a kink by half a step.
                    assertThat(least).as("%s of %s", i, choice).isBetween(-1e-13, 1e-2);
                    assertThat(vcg.leastGain(i, option).margin()).isEqualTo(0, within(1e-14));
                }
            }
        }
    }

    @Test
    void twoUniformBiddersPayHalfTheDifferenceOfSquares() {
        ExpectedExternality mechanism = new ExpectedExternality(ObjectAllocation.auction(TWO));
        assertThat(mechanism.payment(0, new double[] {0.9, 0.3})).isEqualTo((0.81 - 0.09) / 2, within(1e-15));
        for (double x : new double[] {0, 0.4, 1}) {
            assertThat(mechanism.interimUtility(0, x)).isEqualTo(1 / 6.0 + x * x / 2, within(1e-14));
        }
        assertThat(mechanism.leastGain(0, OutsideOption.nothing()).margin()).isEqualTo(1 / 6.0, within(1e-14));
    }

    @Test
    void expectedExternalityTradeLosesBuyersOfLittleValue() {
        ExpectedExternality mechanism = new ExpectedExternality(new BilateralTrade(UNIT, UNIT));
        for (double v : new double[] {0, 0.5, 1}) {
            assertThat(mechanism.interimUtility(BilateralTrade.BUYER, v)).isEqualTo(v * v / 2 - 1 / 3.0, within(1e-14));
        }
        assertThat(mechanism.interimUtility(BilateralTrade.BUYER, Math.sqrt(2.0 / 3)))
                .isEqualTo(0, within(1e-14));
    }

    @Test
    void tradeBetweenOverlappingSupportsNeedsASubsidy() {
        assertThatThrownBy(() -> BalancedMechanism.of(new BilateralTrade(UNIT, UNIT), OutsideOption.nothing()))
                .isInstanceOfSatisfying(
                        DeficitException.class, e -> assertThat(e.deficit()).isEqualTo(1 / 6.0, within(1e-14)))
                .hasMessageContaining("expected deficit of 0.1666");
        BilateralTrade apart = new BilateralTrade(UniformDistribution.of(2, 3), UNIT);
        BalancedMechanism balanced = BalancedMechanism.of(apart, OutsideOption.nothing());
        assertThat(balanced.leastGain(0, OutsideOption.nothing()).margin()).isGreaterThanOrEqualTo(-1e-14);
        assertThat(balanced.leastGain(1, OutsideOption.nothing()).margin()).isGreaterThanOrEqualTo(-1e-14);
    }

    @Test
    void whereTypesArePositiveAndNothingCostsABalancedMechanismExists() {
        OutsideOption nothing = OutsideOption.nothing();
        List<ValueDistribution> types =
                List.of(UNIT, POWER, UniformDistribution.of(0, 3), new BetaDistribution(5, 1, 0, 2));
        ObjectAllocation choice = ObjectAllocation.auction(types);
        BalancedMechanism balanced = BalancedMechanism.of(choice, nothing);
        double[] reports = {0.3, 1.2, 0.8, 1.9};
        assertThat(Arrays.stream(balanced.payments(reports)).sum()).isEqualTo(0, within(1e-13));
        for (int i = 0; i < types.size(); i++) {
            assertThat(balanced.leastGain(i, nothing).margin()).isGreaterThanOrEqualTo(-1e-13);
        }
        double surplus = VcgMechanism.withOptimalBasis(choice, nothing).expectedSurplus();
        assertThat(balanced.leastGain(0, nothing).margin()).isEqualTo(surplus, within(1e-12));
    }

    @Test
    void aStrongBidderWouldStayAwayFromExpectedExternalityPaymentsButNotFromBalancedOnes() {
        OutsideOption nothing = OutsideOption.nothing();
        ObjectAllocation choice = ObjectAllocation.auction(List.of(UNIT, UniformDistribution.of(0, 3)));
        // The weak bidder's externality is E[X_2; X_2 > X_1] = (1/2)(3 − 1/9) on average, and E[X_1] = 1/2.
        assertThat(new ExpectedExternality(choice).leastGain(1, nothing).margin())
                .isEqualTo(0.5 - (3 - 1 / 9.0) / 2, within(1e-14));
        assertThat(BalancedMechanism.of(choice, nothing).leastGain(1, nothing).margin())
                .isEqualTo(0, within(1e-14));
    }

    @Test
    void inTheLicenceABasisThatIsNotReluctantBreaksRationality() {
        ObjectAllocation licence = ObjectAllocation.licenceWithOwnLoss(TWO, 0.5);
        OutsideOption nothing = OutsideOption.nothing();
        assertThat(licence.reluctance(0, nothing).type()).isEqualTo(0.5 / 1.5, within(1e-15));
        assertThat(VcgMechanism.plain(licence).leastGain(0, nothing).margin()).isNegative();
        assertThat(VcgMechanism.plain(licence).payments(new double[] {0.8, 0.3}))
                .containsExactly(new double[] {1.5 * 0.3, 0}, within(1e-15));
        assertThat(new ExpectedExternality(licence).payment(0, new double[] {0.8, 0.3}))
                .isEqualTo(1.5 * (0.64 - 0.09) / 2, within(1e-15));
    }

    @Test
    void aPartnershipIsDissolvedWithASurplusOfATwelfth() {
        ObjectAllocation firm = ObjectAllocation.always(TWO);
        OutsideOption half = OutsideOption.share(0.5);
        VcgMechanism vcg = VcgMechanism.withOptimalBasis(firm, half);
        assertThat(vcg.basis()).containsExactly(0.5, 0.5);
        assertThat(vcg.expectedSurplus()).isEqualTo(1 / 12.0, within(1e-14));
        // max(½, x_j) − ¼ − x_j·1{j wins}
        assertThat(vcg.payments(new double[] {0.9, 0.7})).containsExactly(new double[] {0.45, -0.25}, within(1e-15));
        assertThat(VcgMechanism.plain(firm).leastGain(0, half).margin()).isNegative();
        ExpectedExternality expected = new ExpectedExternality(firm);
        assertThat(expected.leastGain(0, half).margin()).isEqualTo(1 / 24.0, within(1e-14));
        assertThat(expected.leastGain(0, half).type()).isEqualTo(0.5);
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectAllocation.licenceWithOwnLoss(TWO, -1))
                .withMessage("alpha: -1.0 (expected: a number above -1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ObjectAllocation(TWO, 1.5, 0, true))
                .withMessageStartingWith("alpha: 1.5 (expected: 0 where nobody may get the object");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedExternality(ObjectAllocation.auction(List.of(UNIT))))
                .withMessage("agents: 1 (expected: at least 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VcgMechanism(
                        ObjectAllocation.auction(TWO), List.of(0.0), Collections.nCopies(2, OutsideOption.nothing())))
                .withMessage("basis: 1 (expected: one per agent, 2)");
    }

    private static List<EfficientMechanism> mechanisms(OneDimensionalChoice choice) {
        OutsideOption option = OutsideOption.constant(-3);
        return List.of(
                VcgMechanism.plain(choice),
                VcgMechanism.withOptimalBasis(choice, OutsideOption.share(0.3)),
                new ExpectedExternality(choice),
                BalancedMechanism.of(choice, option));
    }

    /** E[f] over the other agent's density, split also where the choice changes. */
    private static double average(OneDimensionalChoice choice, int agent, double z, ToDoubleFunction<double[]> f) {
        ValueDistribution other = choice.types().get(1 - agent);
        List<Double> kinks = new ArrayList<>(other.kinks());
        kinks.addAll(List.of(z, 0.0, 0.3, 0.9 - z, 1.1 - z));
        choice.kinks(1 - agent).forEach(kinks::add);
        return Quadrature.integrateWithin(
                1e-13,
                y -> f.applyAsDouble(agent == 0 ? new double[] {z, y} : new double[] {y, z}) * other.density(y),
                Kinks.between(other.lower(), other.upper(), kinks));
    }

    private static double overOwn(OneDimensionalChoice choice, int agent, DoubleUnaryOperator f) {
        ValueDistribution own = choice.types().get(agent);
        List<Double> kinks = new ArrayList<>(own.kinks());
        kinks.addAll(choice.kinks(agent));
        return Quadrature.integrateWithin(
                1e-13, z -> f.applyAsDouble(z) * own.density(z), Kinks.between(own.lower(), own.upper(), kinks));
    }

    /** Two quadratures of different integrands. */
    private static void same(Object what, double one, double other) {
        assertThat(one).as("%s", what).isEqualTo(other, within(1e-10));
    }
}
