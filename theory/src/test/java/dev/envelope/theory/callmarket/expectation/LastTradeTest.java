package dev.envelope.theory.callmarket.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.Clearing;
import dev.envelope.theory.callmarket.TradeReductionAuction;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import org.junit.jupiter.api.Test;

class LastTradeTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void fourOnEachSideHaveTheKnownGains() {
        assertThat(LastTrade.of(new Population(4, UNIT, 4, UNIT)).reducedGains())
                .isEqualTo(43 / 70.0, within(1e-12));
    }

    @Test
    void onePairNeverTradesAndLosesTheFirstBest() {
        LastTrade last = LastTrade.of(new Population(1, UNIT, 1, UNIT));
        assertThat(last.gap()).isEqualTo(1 / 6.0, within(1e-13));
        assertThat(last.reducedGains()).isEqualTo(0, within(1e-13));
        assertThat(last.reducedSurplus()).isZero();
        assertThat(last.reducedTrades()).isEqualTo(0, within(1e-13));
    }

    @Test
    void simulatedMarketsAgree() {
        Population population =
                new Population(4, new TriangularDistribution(0.6, 0.2, 1.3), 3, PowerDistribution.of(0.5, 0, 1));
        LastTrade last = LastTrade.of(population);
        Simulated market = new Simulated(population, TradeReductionAuction.of(4, 3));
        market.agreesWith(last.reducedGains(), c -> Simulated.gains(c, c.trades()));
        market.agreesWith(last.reducedSurplus(), Clearing::surplus);
        market.agreesWith(last.reducedTrades(), Clearing::trades);
        market.agreesWith(last.reducedBuyerGains(), Simulated::buyerGains);
    }
}
