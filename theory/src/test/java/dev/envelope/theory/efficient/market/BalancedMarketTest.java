package dev.envelope.theory.efficient.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.DeficitException;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BalancedMarketTest {

    private static final ValueDistribution TICKS = UniformDistribution.of(0, 100);

    @Test
    void fastPaymentsAreTheExactOnes() {
        List<ValueDistribution> types =
                List.of(TICKS, new TriangularDistribution(30, -20, 120), PowerDistribution.of(0.5, 10, 90));
        for (BalancedMarket market : List.of(AgvAuction.of(types), AgvTrade.of(types.get(1), types.get(2)))) {
            for (double share : new double[] {0, 0.013, 0.4, 0.77, 1}) {
                double[] reports = market.choice().types().stream()
                        .mapToDouble(type -> type.quantile(share))
                        .toArray();
                MarketOutcome outcome = market.outcome(reports, TieOrder.byIndex(reports.length));
                // 1e-13 of the largest externality, some 100, from each agent.
                assertThat(outcome.payments()).containsExactly(market.rules().payments(reports), within(1e-10));
            }
        }
    }

    @Test
    void twoUniformBiddersPayHalfTheDifferenceOfSquares() {
        MarketOutcome outcome =
                AgvAuction.of(List.of(TICKS, TICKS)).outcome(new double[] {90, 30}, TieOrder.byIndex(2));
        assertThat(outcome.units(0)).isEqualTo(1);
        assertThat(outcome.payments()).containsExactly(new double[] {36, -36}, within(1e-12));
        assertThat(outcome.price()).isEmpty();
    }

    @Test
    void amongSomeTheFirstOfThemKeepsWhatIsLeft() {
        BalancedAuction auction = BalancedAuction.of(Collections.nCopies(3, TICKS));
        double[] payments = auction.outcome(new double[] {Mechanism.ABSTAIN, 50, 50}, TieOrder.byIndex(3))
                .payments();
        assertThat(payments[1]).isEqualTo(-payments[2], within(1e-12)).isNegative();
        assertThat(auction.outcome(new double[] {Mechanism.ABSTAIN, 50, Mechanism.ABSTAIN}, TieOrder.byIndex(3)))
                .isEqualTo(MarketOutcome.of(new int[] {0, 1, 0}, new double[3], OptionalDouble.empty()));
    }

    /** Two sides that always trade: any fixed price between them is balanced and leaves everybody something. */
    @Test
    void tradeThatIsNoQuestionBalances() {
        ValueDistribution values = UniformDistribution.of(60, 100);
        ValueDistribution costs = UniformDistribution.of(0, 50);
        BalancedTrade trade = BalancedTrade.of(values, costs);
        for (double share : new double[] {0, 0.3, 1}) {
            double[] reports = {values.quantile(1 - share), costs.quantile(share)};
            MarketOutcome outcome = trade.outcome(reports, TieOrder.byIndex(2));
            assertThat(outcome.units(0)).isEqualTo(1);
            assertThat(outcome.payment(0)).isEqualTo(-outcome.payment(1), within(1e-12));
            assertThat(outcome.payments()).containsExactly(trade.rules().payments(reports), within(1e-11));
        }
        for (int agent = 0; agent < 2; agent++) {
            assertThat(trade.rules().leastGain(agent, OutsideOption.nothing()).margin())
                    .isGreaterThanOrEqualTo(-1e-12);
        }
        assertThat(trade.mayAbstain()).isTrue();
        assertThat(trade.outcome(new double[] {Mechanism.ABSTAIN, 10}, TieOrder.byIndex(2)))
                .isEqualTo(MarketOutcome.of(new int[2], new double[2], OptionalDouble.empty()));
    }

    @Test
    void tradeThatIsInQuestionIsRefusedWithTheDeficit() {
        assertThatThrownBy(() -> BalancedTrade.of(TICKS, TICKS))
                .isInstanceOfSatisfying(
                        DeficitException.class,
                        refusal -> assertThat(refusal.deficit()).isEqualTo(100 / 6.0, within(1e-9)));
    }

    /** An n-th of all each, and without working it out a thousand times. */
    @Test
    void aThousandBiddersShareAllGains() {
        int n = 1_000;
        BalancedAuction balanced = BalancedAuction.of(Collections.nCopies(n, TICKS));
        double all = 100.0 * n / (n + 1);
        assertThat(balanced.choice().expectedWelfare()).isEqualTo(all, within(1e-9));
        assertThat(AgvAuction.of(Collections.nCopies(n, TICKS)).rules().charges())
                .hasSize(n)
                .allSatisfy(charge -> assertThat(all - charge).isEqualTo(all / n, within(1e-9)));
        assertThat(balanced.rules().charges().stream()
                        .mapToDouble(charge -> all - charge)
                        .sum())
                .isEqualTo(all, within(1e-8));
    }

    /** Alike in their types, but one has 10 outside: it is charged that much less. */
    @Test
    void biddersOfTheSameTypesAreChargedByTheirOwnOptions() {
        VcgMechanism vcg = VcgMechanism.withOptimalBasis(
                ObjectAllocation.auction(List.of(TICKS, TICKS)),
                List.of(OutsideOption.nothing(), OutsideOption.constant(10)));
        assertThat(vcg.charges()).containsExactly(vcg.charge(0), vcg.charge(1));
        assertThat(vcg.charges().get(0) - vcg.charges().get(1)).isEqualTo(10, within(1e-12));
    }

    @Test
    void equalTypesMakeEqualMarkets() {
        assertThat(AgvAuction.of(List.of(TICKS, TICKS)))
                .isEqualTo(AgvAuction.of(List.of(TICKS, UniformDistribution.of(0, 100))))
                .hasSameHashCodeAs(AgvAuction.of(List.of(TICKS, TICKS)))
                .isNotEqualTo(BalancedAuction.of(List.of(TICKS, TICKS)))
                .hasToString("agv");
        assertThat(AgvTrade.of(TICKS, TICKS)).isEqualTo(AgvTrade.of(TICKS, TICKS));
    }
}
