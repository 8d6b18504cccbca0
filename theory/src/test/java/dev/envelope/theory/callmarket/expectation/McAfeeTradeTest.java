package dev.envelope.theory.callmarket.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.Clearing;
import dev.envelope.theory.callmarket.McAfeeAuction;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McAfeeTradeTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);

    @ParameterizedTest
    @CsvSource({
        "2, 3, 5/12, 1/30, 2/5",
        "4, 2, 397/840, , ",
        "3, 3, , 201/4480, 129/320",
        "4, 4, , 1973/26880, 769/1792"
    })
    void uniformTypesHaveTheKnownFractions(int m, int n, String gains, String surplus, String reduction) {
        McAfeeTrade trade = McAfeeTrade.of(new Population(m, UNIT, n, UNIT));
        agrees(trade.gains(), gains);
        agrees(trade.surplus(), surplus);
        agrees(trade.reductionProbability(), reduction);
    }

    @Test
    void onePairTradesAtOneHalfOrNotAtAll() {
        McAfeeTrade trade = McAfeeTrade.of(new Population(1, UNIT, 1, UNIT));
        assertThat(trade.tradeProbability()).isEqualTo(1 / 4.0, within(1e-12));
        assertThat(trade.trades()).isEqualTo(1 / 4.0, within(1e-12));
        assertThat(trade.gains()).isEqualTo(1 / 8.0, within(1e-12));
        assertThat(trade.surplus()).isEqualTo(0, within(1e-13));
    }

    @Test
    void simulatedMarketsOfDifferentSidesAgree() {
        Population population =
                new Population(3, UniformDistribution.of(0.5, 1.5), 4, new TriangularDistribution(0.7, 0, 1.2));
        agree(population, McAfeeTrade.of(population), McAfeeAuction.of(3, 4, 0, 1.5));
        agree(population, McAfeeTrade.of(population, -1, 2), McAfeeAuction.of(3, 4, -1, 2));
        Population other = new Population(3, PowerDistribution.of(3, 0, 1), 2, UniformDistribution.of(-0.5, 0.8));
        agree(other, McAfeeTrade.of(other), McAfeeAuction.of(3, 2, -0.5, 1));
    }

    @Test
    void theMirrorImageIsTheSameMarket() {
        Population population = new Population(3, PowerDistribution.of(2, 0, 1), 2, UniformDistribution.of(0.1, 0.9));
        McAfeeTrade trade = McAfeeTrade.of(population);
        McAfeeTrade mirror = McAfeeTrade.of(population.mirrored());
        assertThat(mirror.surplus()).isEqualTo(trade.surplus(), within(1e-12));
        assertThat(mirror.gains()).isEqualTo(trade.gains(), within(1e-12));
        assertThat(mirror.reductionProbability()).isEqualTo(trade.reductionProbability(), within(1e-12));
    }

    @Test
    void sidesThatAreAlikeGainAlike() {
        McAfeeTrade trade = McAfeeTrade.of(new Population(3, UNIT, 3, UNIT));
        assertThat(2 * trade.buyerGains() + trade.surplus()).isEqualTo(trade.gains(), within(1e-11));
        LastTrade last = LastTrade.of(new Population(3, UNIT, 3, UNIT));
        assertThat(2 * last.reducedBuyerGains() + last.reducedSurplus()).isEqualTo(last.reducedGains(), within(1e-12));
    }

    @Test
    void messagesThatLeaveOutATypeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McAfeeTrade.of(new Population(1, UNIT, 1, UNIT), 0, 0.5))
                .withMessage("messages: 0.0 to 0.5 (expected: to contain all types, 0.0 to 1.0)");
    }

    private static void agree(Population population, McAfeeTrade trade, McAfeeAuction auction) {
        Simulated market = new Simulated(population, auction);
        market.agreesWith(trade.surplus(), Clearing::surplus);
        market.agreesWith(trade.buyerGains(), Simulated::buyerGains);
        market.agreesWith(trade.gains(), c -> Simulated.gains(c, c.trades()));
        market.agreesWith(trade.reductionProbability(), c -> c.efficientTrades() - c.trades());
        market.agreesWith(trade.tradeProbability(), c -> c.trades() > 0 ? 1 : 0);
    }

    private static void agrees(double computed, String fraction) {
        if (fraction != null) {
            String[] parts = fraction.split("/", -1);
            assertThat(computed).isEqualTo(Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]), within(1e-11));
        }
    }
}
