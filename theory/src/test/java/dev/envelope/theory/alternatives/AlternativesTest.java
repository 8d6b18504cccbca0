package dev.envelope.theory.alternatives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlternativesTest {

    /** Two parks of which at most one is built, the second at a cost. */
    private static final Alternatives PARKS =
            new Alternatives(List.of("nothing", "north", "south"), List.of(0.0, 0.0, 1.0));

    private static final FiniteChoice CHOICE = new FiniteChoice(
            PARKS,
            List.of(
                    new TypeVectors(
                            List.of(List.of(0.0, 1.0, -0.5), List.of(0.0, 0.2, 2.0), List.of(0.0, -1.0, 0.3)),
                            List.of(0.5, 0.3, 0.2)),
                    new TypeVectors(List.of(List.of(0.0, 0.4, 0.9), List.of(0.0, -0.6, 1.5)), List.of(0.25, 0.75)),
                    new TypeVectors(
                            List.of(List.of(0.0, 0.7, 0.0), List.of(0.0, 0.0, 0.6), List.of(0.0, 0.1, 0.1)),
                            List.of(0.2, 0.2, 0.6))));

    @Test
    void theMostWelfareIsChosenAndTheFirstOfEquals() {
        assertThat(PARKS.chosen(new double[][] {{0, 1, 0}, {0, -0.5, 1.4}})).isEqualTo(1);
        assertThat(PARKS.welfare(new double[][] {{0, 1, 0}, {0, -0.5, 1.6}})).isEqualTo(0.6, within(1e-15));
        assertThat(PARKS.welfareOfOthers(0, new double[][] {{0, 1, 0}, {0, -0.5, 1.6}}))
                .isEqualTo(0.6, within(1e-15));
        assertThat(PARKS.chosen(new double[][] {{0, 0, 1}})).isZero();
    }

    @Test
    void pivotalAgentsPayWhatTheyCostTheOthers() {
        double[][] values = {{0, 1, 0}, {0, 0.2, 1.6}};
        double[][] nothing = new double[2][3];
        // Alone the second has 0.6, with the first 0.2; alone the first has 1.
        assertThat(PARKS.vcgPayments(values, nothing, 0, 0)).containsExactly(new double[] {0.4, 0}, within(1e-15));
    }

    @Test
    void noMisreportGainsWhateverTheMechanism() {
        for (EfficientMechanism mechanism : mechanisms()) {
            for (int i = 0; i < 3; i++) {
                for (int truth = 0; truth < CHOICE.agentTypes().get(i).size(); truth++) {
                    double honest = payoff(mechanism, i, truth, truth);
                    assertThat(honest).isEqualTo(mechanism.interimUtility(i, truth), within(1e-14));
                    for (int report = 0; report < CHOICE.agentTypes().get(i).size(); report++) {
                        assertThat(payoff(mechanism, i, truth, report)).isLessThanOrEqualTo(honest + 1e-14);
                    }
                }
            }
        }
    }

    @Test
    void expectedExternalityAndBalancedPaymentsCoverTheCostInEveryState() {
        for (EfficientMechanism mechanism : mechanisms().subList(1, 3)) {
            for (int profile = 0; profile < 18; profile++) {
                double[] types = {profile % 3, profile / 3 % 2, Math.floorDiv(profile, 6)};
                double sum = Arrays.stream(mechanism.payments(types)).sum();
                assertThat(sum).isEqualTo(CHOICE.cost(types), within(1e-14));
            }
        }
    }

    /** What the mechanism gives on average to a type that reports another, by playing it. */
    private static double payoff(EfficientMechanism mechanism, int agent, int truth, int report) {
        double total = 0;
        for (int profile = 0; profile < 18; profile++) {
            double[] types = {profile % 3, profile / 3 % 2, Math.floorDiv(profile, 6)};
            if (types[agent] == report) {
                double chance = 1;
                for (int j = 0; j < 3; j++) {
                    chance *= j == agent
                            ? 1
                            : CHOICE.agentTypes().get(j).chances().get((int) types[j]);
                }
                double value =
                        CHOICE.agentTypes().get(agent).vectors().get(truth).get(CHOICE.chosen(types));
                total += chance * (value - mechanism.payment(agent, types));
            }
        }
        return total;
    }

    private static List<EfficientMechanism> mechanisms() {
        OutsideOption low = OutsideOption.constant(-2);
        return List.of(
                VcgMechanism.withOptimalBasis(CHOICE, OutsideOption.nothing()),
                new ExpectedExternality(CHOICE),
                BalancedMechanism.of(CHOICE, low));
    }

    /** Lemma 1: U(t) = U(s) + ∫ Q(rt + (1−r)s)·(t−s) dr, along a line through types of three alternatives. */
    @Test
    void whatATypeGainsIsTheIntegralOfTheChoiceOnTheWayToIt() {
        double[] from = {0, 0.1, 0.4};
        double[] to = {0, 1.3, 0.8};
        double[][] rivals = {{0, 0.3, 1.1}, {0, -0.4, 0.9}, {0, -1, 0}};
        double rise = 0;
        for (double[] rival : rivals) {
            rise += PARKS.welfare(new double[][] {to, rival}) - PARKS.welfare(new double[][] {from, rival});
        }
        double integral = Quadrature.integrateWithin(
                1e-9,
                r -> {
                    double[] here = {0, r * to[1] + (1 - r) * from[1], r * to[2] + (1 - r) * from[2]};
                    double slope = 0;
                    for (double[] rival : rivals) {
                        int chosen = PARKS.chosen(new double[][] {here, rival});
                        slope += to[chosen] - from[chosen];
                    }
                    return slope;
                },
                0,
                1);
        assertThat(integral).isEqualTo(rise, within(1e-8));
    }

    @Test
    void wrongSizesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Alternatives(List.of("a", "b"), List.of(0.0)))
                .withMessage("costs: [0.0] (expected: a finite number per alternative, 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PARKS.welfare(new double[][] {{1, 2}}))
                .withMessage("values: 2 numbers (expected: one per alternative, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TypeVectors(List.of(List.of(1.0)), List.of(0.5)))
                .withMessageContaining("with the sum 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHOICE.welfare(new double[] {0, 2, 0}))
                .withMessage("types[1]: 2.0 (expected: a place in the list, 0 to 1)");
        TypeVectors many =
                new TypeVectors(Collections.nCopies(101, List.of(0.0, 0.0, 0.0)), Collections.nCopies(101, 1 / 101.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FiniteChoice(PARKS, List.of(many, many, many)))
                .withMessageContaining("profiles (expected: 1 to 1000000)");
    }
}
