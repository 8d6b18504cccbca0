package dev.envelope.theory.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.CallMechanism;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.McAfeeAuction;
import dev.envelope.theory.callmarket.VcgCallMarket;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiniteCallMarketTest {

    private static final DiscreteDistribution VALUES =
            new DiscreteDistribution(List.of(1.0, 2.0, 4.0), List.of(0.2, 0.5, 0.3));
    private static final DiscreteDistribution COSTS =
            new DiscreteDistribution(List.of(0.0, 1.5, 2.0, 3.0), List.of(0.1, 0.4, 0.2, 0.3));
    private static final int BUYERS = 3;
    private static final int SELLERS = 2;
    private static final FiniteCallMarket MARKET = new FiniteCallMarket(VALUES, BUYERS, COSTS, SELLERS);

    /** Every trader's type in turn, and what the outcome says of each agent. */
    private static double[] byProfile(CallMechanism rules) {
        double[] sums = new double[5];
        int agents = BUYERS + SELLERS;
        int[] at = new int[agents];
        boolean isDone = false;
        while (!isDone) {
            double[] offers = new double[agents];
            double chance = 1;
            for (int i = 0; i < agents; i++) {
                DiscreteDistribution own = i < BUYERS ? VALUES : COSTS;
                offers[i] = own.points().get(at[i]);
                chance *= own.probabilities().get(at[i]);
            }
            MarketOutcome outcome = rules.outcome(offers, TieOrder.byIndex(agents));
            boolean isTraded = false;
            for (int i = 0; i < agents; i++) {
                sums[0] += chance * outcome.units(i) * offers[i];
                sums[1] += i < BUYERS ? chance * outcome.units(i) : 0;
                sums[2] += chance * outcome.payment(i);
                sums[3] += i < BUYERS ? chance * (outcome.units(i) * offers[i] - outcome.payment(i)) : 0;
                isTraded |= outcome.units(i) > 0;
            }
            sums[4] += isTraded ? chance : 0;
            int i = 0;
            while (i < agents && ++at[i] == (i < BUYERS ? VALUES : COSTS).size()) {
                at[i++] = 0;
            }
            isDone = i == agents;
        }
        return sums;
    }

    @Test
    void averagesAreThoseOverAllProfiles() {
        for (CallMechanism rules : List.<CallMechanism>of(
                KDoubleAuction.of(BUYERS, SELLERS, 0.3),
                VcgCallMarket.of(BUYERS, SELLERS, 1, 3),
                McAfeeAuction.of(BUYERS, SELLERS, 0, 4))) {
            FiniteCallMarket.Averages found = MARKET.under(rules);
            double[] sums = byProfile(rules);
            assertThat(new double[] {
                        found.gains(), found.trades(), found.surplus(), found.buyerGains(), found.tradeProbability()
                    })
                    .containsExactly(sums, within(1e-14));
        }
    }

    @Test
    void aPairIsAsByHand() {
        FiniteCallMarket pair = new FiniteCallMarket(
                new DiscreteDistribution(List.of(1.0, 4.0), List.of(0.25, 0.75)),
                1,
                new DiscreteDistribution(List.of(0.0, 3.0), List.of(0.5, 0.5)),
                1);
        FiniteCallMarket.Averages half = pair.under(KDoubleAuction.of(1, 1, 0.5));
        // (1,0), (4,0) and (4,3) trade at 0.5, 2 and 3.5
        assertThat(half.tradeProbability()).isEqualTo(0.875, within(1e-15));
        assertThat(half.gains()).isEqualTo(0.125 + 4 * 0.375 + 0.375, within(1e-15));
        assertThat(half.priceOfTrade()).isEqualTo((0.125 * 0.5 + 0.375 * 2 + 0.375 * 3.5) / 0.875, within(1e-15));
        assertThat(pair.under(McAfeeAuction.of(1, 1, 0, 4)).reductionProbability())
                .isEqualTo(0.5, within(1e-15));
        assertThat(pair.orderStatistic(1)).isEqualTo(0.5 * (0.25 + 0.75 * 3), within(1e-15));
    }

    @Test
    void whereNobodyTradesThereIsNoPrice() {
        FiniteCallMarket apart =
                new FiniteCallMarket(DiscreteDistribution.point(1), 2, DiscreteDistribution.point(2), 2);
        FiniteCallMarket.Averages none = apart.under(KDoubleAuction.of(2, 2, 0.5));
        assertThat(none.trades()).isZero();
        assertThatIllegalArgumentException().isThrownBy(none::priceOfTrade).withMessageContaining("nobody trades");
        assertThatIllegalArgumentException()
                .isThrownBy(none::priceVarianceOfTrade)
                .withMessageContaining("nobody trades");
    }

    @Test
    void tooManyCasesAreRefused() {
        DiscreteDistribution many = DiscreteDistribution.ofData(java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> (double) i)
                .toList());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FiniteCallMarket(many, 3, many, 3))
                .withMessageContaining("cases (expected: at most 3000000)");
    }
}
