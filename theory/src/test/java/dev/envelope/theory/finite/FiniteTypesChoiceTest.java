package dev.envelope.theory.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.DeficitException;
import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.finite.FiniteTypesChoice.Kind;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FiniteTypesChoiceTest {

    private static final DiscreteDistribution X =
            new DiscreteDistribution(List.of(1.0, 2.0, 5.0), List.of(0.2, 0.5, 0.3));
    private static final DiscreteDistribution Y = new DiscreteDistribution(List.of(0.5, 3.0), List.of(0.6, 0.4));
    private static final List<FiniteTypesChoice> CHOICES = List.of(
            new FiniteTypesChoice(Kind.OBJECT, Collections.nCopies(3, X), 0),
            new FiniteTypesChoice(Kind.OBJECT, List.of(X, Y), 0),
            new FiniteTypesChoice(Kind.TRADE, List.of(X, Y), 0),
            new FiniteTypesChoice(Kind.PROJECT, List.of(X, Y, X), 6));

    /** E[u_i(x, report, X_-i)] by going through the others by hand. */
    private static double payoff(EfficientMechanism rules, FiniteTypesChoice choice, int agent, double x, double z) {
        int n = choice.agents();
        int[] at = new int[n];
        double total = 0;
        boolean isDone = false;
        while (!isDone) {
            double[] profile = new double[n];
            double chance = 1;
            for (int i = 0; i < n; i++) {
                profile[i] = i == agent ? z : choice.types().get(i).points().get(at[i]);
                chance *= i == agent ? 1 : choice.types().get(i).probabilities().get(at[i]);
            }
            total += chance * (choice.weight(agent, profile) * x - rules.payment(agent, profile));
            int i = 0;
            while (i < n && (i == agent || ++at[i] == choice.types().get(i).size())) {
                at[i] = 0;
                i++;
            }
            isDone = i == n;
        }
        return total;
    }

    @Test
    void truthIsBestAndEarnsWhatIsStated() {
        for (FiniteTypesChoice choice : CHOICES) {
            for (EfficientMechanism rules : List.of(new ExpectedExternality(choice), choice.plainVcg())) {
                for (int agent = 0; agent < choice.agents(); agent++) {
                    for (double x : choice.types().get(agent).points()) {
                        double truth = payoff(rules, choice, agent, x, x);
                        assertThat(rules.interimUtility(agent, x)).isEqualTo(truth, within(1e-13));
                        for (double z : choice.types().get(agent).points()) {
                            assertThat(payoff(rules, choice, agent, x, z)).isLessThanOrEqualTo(truth + 1e-13);
                        }
                    }
                }
            }
        }
    }

    @Test
    void expectedExternalityPaymentsCoverTheCostAtEveryProfile() {
        for (FiniteTypesChoice choice : CHOICES) {
            ExpectedExternality agv = new ExpectedExternality(choice);
            double[] profile = new double[choice.agents()];
            for (int i = 0; i < profile.length; i++) {
                profile[i] = choice.types().get(i).upper();
            }
            assertThat(DoubleStream.of(agv.payments(profile)).sum()).isEqualTo(choice.cost(profile), within(1e-13));
        }
    }

    @Test
    void aTradeIsAsByHand() {
        FiniteTypesChoice trade = CHOICES.get(2);
        // v > c: 1 and 2 against 0.5, 5 against both
        assertThat(trade.probability()).isEqualTo(0.7 * 0.6 + 0.3, within(1e-15));
        assertThat(trade.expectedWelfare())
                .isEqualTo(0.2 * 0.6 * 0.5 + 0.5 * 0.6 * 1.5 + 0.3 * (0.6 * 4.5 + 0.4 * 2), within(1e-15));
        // the buyer pays max(c, 1) and the seller receives min(v, 3)
        double deficit = 0.6 * (0.2 * 0 + 0.5 * (2 - 1) + 0.3 * (3 - 1)) + 0.4 * 0.3 * (3 - 3);
        assertThat(trade.plainVcg().expectedSurplus()).isEqualTo(-deficit, within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FiniteTypesChoice(Kind.TRADE, List.of(X), 0))
                .withMessageContaining("types: 1");
    }

    @Test
    void tiesForAnObjectAreShared() {
        FiniteTypesChoice object = CHOICES.get(0);
        assertThat(object.weight(0, new double[] {5, 2, 5})).isEqualTo(0.5);
        // second price: the tied winners pay what it is worth to them, each with one half
        assertThat(object.plainVcg().payments(new double[] {5, 2, 5})).containsExactly(2.5, 0, 2.5);
    }

    @Test
    void balancedPaymentsLeaveNobodyWorseOff() {
        BalancedMechanism balanced = BalancedMechanism.of(CHOICES.get(0), OutsideOption.nothing());
        for (double x : X.points()) {
            assertThat(payoff(balanced, CHOICES.get(0), 1, x, x)).isGreaterThan(-1e-13);
        }
        org.assertj.core.api.Assertions.assertThatExceptionOfType(DeficitException.class)
                .isThrownBy(() -> BalancedMechanism.of(CHOICES.get(2), OutsideOption.nothing()));
    }
}
