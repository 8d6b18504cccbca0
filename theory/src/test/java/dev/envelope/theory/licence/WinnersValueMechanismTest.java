package dev.envelope.theory.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WinnersValueMechanismTest {

    private static final double ALPHA = 0.3;
    private static final int CELLS = 4000;
    private static final List<ValueDistribution> UNLIKE =
            List.of(UniformDistribution.of(0, 1), PowerDistribution.of(2, 0, 1.5));
    private static final List<WinnersValueMechanism> BOTH =
            List.of(WinnersValueMechanism.vcg(UNLIKE, ALPHA), WinnersValueMechanism.expectedExternality(UNLIKE, ALPHA));

    /** Midpoints of the rival's quantiles, so that only the definition of who wins, loses and pays is used. */
    private static double payoff(WinnersValueMechanism rules, int agent, double type, double report) {
        double sum = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            double rival = UNLIKE.get(1 - agent).quantile((cell + 0.5) / CELLS);
            double[] reports = agent == 0 ? new double[] {report, rival} : new double[] {rival, report};
            sum += (report > rival ? type : -ALPHA * rival) - rules.payment(agent, reports);
        }
        return sum / CELLS;
    }

    @Test
    void truthIsAnEquilibriumThatEarnsWhatIsStated() {
        for (WinnersValueMechanism rules : BOTH) {
            for (int agent = 0; agent < 2; agent++) {
                for (double share : new double[] {0.1, 0.5, 0.9}) {
                    double type = UNLIKE.get(agent).quantile(share);
                    double truth = payoff(rules, agent, type, type);
                    // A midpoint rule over a jump is off by half a cell.
                    assertThat(truth).isEqualTo(rules.interimUtility(agent, type), within(1.0 / CELLS));
                    for (double other : new double[] {0.02, 0.3, 0.7, 0.98}) {
                        double report = UNLIKE.get(agent).quantile(other);
                        assertThat(payoff(rules, agent, type, report)).isLessThan(truth + 1.0 / CELLS);
                    }
                }
            }
        }
    }

    @Test
    void truthIsBestAgainstEveryRivalUnderVcg() {
        WinnersValueMechanism vcg = BOTH.get(0);
        for (double own = 0.1; own < 1; own += 0.2) {
            for (double rival = 0.05; rival < 1; rival += 0.2) {
                double truth = exPost(vcg, own, own, rival);
                for (double report = 0; report <= 1; report += 0.1) {
                    assertThat(exPost(vcg, own, report, rival)).isLessThanOrEqualTo(truth + 1e-15);
                }
            }
        }
        assertThat(vcg.payments(new double[] {0.8, 0.4})).containsExactly(new double[] {1.3 * 0.4, 0}, within(1e-15));
    }

    private static double exPost(WinnersValueMechanism rules, double type, double report, double rival) {
        return (report > rival ? type : -ALPHA * rival) - rules.payment(0, new double[] {report, rival});
    }

    @Test
    void whatFirmsPayAndKeepIsWhatTheLicenceIsWorth() {
        for (WinnersValueMechanism rules : BOTH) {
            double welfare = 0;
            double paid = 0;
            int cells = 1000;
            for (int a = 0; a < cells; a++) {
                for (int b = 0; b < cells; b++) {
                    double[] types = {
                        UNLIKE.get(0).quantile((a + 0.5) / cells), UNLIKE.get(1).quantile((b + 0.5) / cells)
                    };
                    welfare += (1 - ALPHA) * Math.max(types[0], types[1]) / cells / cells;
                    paid += DoubleStream.of(rules.payments(types)).sum() / cells / cells;
                }
            }
            assertThat(rules.expectedWelfare()).isEqualTo(welfare, within(1e-5));
            assertThat(rules.expectedPayments()).isEqualTo(paid, within(1e-5));
            assertThat(rules.exAnteUtility(0) + rules.exAnteUtility(1) + rules.expectedPayments())
                    .isEqualTo(rules.expectedWelfare(), within(1e-12));
            assertThat(rules.expectedPayment(0) + rules.expectedPayment(1))
                    .isEqualTo(rules.expectedPayments(), within(1e-12));
        }
    }

    @Test
    void expectedExternalityPaymentsOfTwoUniformFirmsAreBalanced() {
        List<ValueDistribution> alike = List.of(UniformDistribution.of(0, 1), UniformDistribution.of(0, 1));
        double[] payments =
                WinnersValueMechanism.expectedExternality(alike, 0.5).payments(new double[] {0.8, 0.3});
        assertThat(payments[0]).isEqualTo(1.5 * (0.64 - 0.09) / 2, within(1e-15));
        assertThat(payments[1]).isEqualTo(-payments[0], within(1e-15));
    }

    @Test
    void aShareAtWhichTheLowestValueShouldWinIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WinnersValueMechanism.vcg(UNLIKE, 1.1))
                .withMessageContaining("alpha: 1.1 (expected: from 0 to 1/1");
    }
}
