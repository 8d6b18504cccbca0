package dev.envelope.theory.callmarket.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.Clearing;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.VcgCallMarket;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthfulTradeTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);

    /** Different families and supports: some values above all costs, some costs below all values. */
    private static final Population MIXED =
            new Population(3, PowerDistribution.of(0.7, 0.3, 1.4), 4, new TriangularDistribution(0.9, -0.2, 1.1));

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 4", "2, 2", "2, 3", "4, 4", "3, 6", "7, 2", "20, 30"})
    void uniformTypesHaveTheClosedForms(double m, double n) {
        TruthfulTrade trade = TruthfulTrade.of(new Population((int) m, UNIT, (int) n, UNIT));
        assertThat(trade.gains()).isEqualTo(m * n / (2 * (m + n + 1)), within(1e-12));
        assertThat(trade.trades()).isEqualTo(m * n / (m + n), within(1e-12));
        assertThat(trade.vcgDeficit()).isEqualTo(m * n / ((m + n) * (m + n + 1)), within(1e-13));
        for (int j = 1; j <= m + n; j++) {
            assertThat(trade.orderStatistic(j)).isEqualTo(j / (m + n + 1), within(1e-12));
        }
        assertThat(trade.price(0.25)).isEqualTo((m + 0.25) / (m + n + 1), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 4", "2, 3", "4, 4", "7, 2"})
    void pricesOfUniformOffersVaryAsOrderStatisticsDo(double m, double n) {
        TruthfulTrade trade = TruthfulTrade.of(new Population((int) m, UNIT, (int) n, UNIT));
        // Cov(s_(i), s_(j)) = i(N + 1 − j)/((N + 1)²(N + 2)) of N offers, i ≤ j.
        double all = m + n;
        double unit = 1 / ((all + 1) * (all + 1) * (all + 2));
        for (double k : new double[] {0, 0.3, 0.5, 1}) {
            double variance = (1 - k) * (1 - k) * m * (n + 1) + k * k * (m + 1) * n + 2 * k * (1 - k) * m * n;
            assertThat(trade.priceVariance(k)).isEqualTo(variance * unit, within(1e-12));
        }
    }

    @Test
    void pricesOfOtherOffersVaryAsInASimulation() {
        TruthfulTrade trade = TruthfulTrade.of(MIXED);
        SplittableRandom random = new SplittableRandom(3);
        double mean = trade.price(0.3);
        double sum = 0;
        double squares = 0;
        int draws = 100_000;
        for (int draw = 0; draw < draws; draw++) {
            double[] offers = new double[7];
            Arrays.setAll(offers, i -> (i < 3 ? MIXED.values() : MIXED.costs()).quantile(random.nextDouble()));
            Arrays.sort(offers);
            double price = 0.7 * offers[2] + 0.3 * offers[3];
            double distance = (price - mean) * (price - mean);
            sum += distance;
            squares += distance * distance;
        }
        double error = Math.sqrt((squares / draws - sum / draws * sum / draws) / draws);
        assertThat(trade.priceVariance(0.3)).isEqualTo(sum / draws, within(5 * error));
    }

    /** Bilateral prices: v and c given v ≥ c have the variance 1/18 and the covariance 1/36. */
    @Test
    void pricesGivenTradeVaryAsInASimulation() {
        TruthfulTrade pair = TruthfulTrade.of(new Population(1, UNIT, 1, UNIT));
        for (double k : new double[] {0, 0.3, 1}) {
            assertThat(pair.priceVarianceOfTrade(k))
                    .isEqualTo(((1 - k) * (1 - k) + k * k) / 18 + 2 * k * (1 - k) / 36, within(1e-13));
        }
        TruthfulTrade trade = TruthfulTrade.of(MIXED);
        SplittableRandom random = new SplittableRandom(4);
        double mean = trade.priceOfTrade(0.3);
        double sum = 0;
        double squares = 0;
        int trades = 0;
        for (int draw = 0; draw < 100_000; draw++) {
            double[] offers = new double[7];
            Arrays.setAll(offers, i -> (i < 3 ? MIXED.values() : MIXED.costs()).quantile(random.nextDouble()));
            double bestBid = Math.max(offers[0], Math.max(offers[1], offers[2]));
            double bestAsk = Arrays.stream(offers, 3, 7).min().orElseThrow();
            Arrays.sort(offers);
            double price = 0.7 * offers[2] + 0.3 * offers[3];
            if (bestBid >= bestAsk) {
                double distance = (price - mean) * (price - mean);
                sum += distance;
                squares += distance * distance;
                trades++;
            }
        }
        double error = Math.sqrt((squares / trades - sum / trades * sum / trades) / trades);
        assertThat(trade.priceVarianceOfTrade(0.3)).isEqualTo(sum / trades, within(5 * error));
    }

    @Test
    void largeMarketsAreExactToo() {
        TruthfulTrade trade = TruthfulTrade.of(new Population(300, UNIT, 200, UNIT));
        assertThat(trade.gains()).isEqualTo(60_000 / 1002.0, within(1e-9));
        assertThat(trade.trades()).isEqualTo(120, within(1e-9));
    }

    @Test
    void whatTheHousePaysIsWhatTradersGetBeyondTheGains() {
        for (Population population : new Population[] {MIXED, MIXED.mirrored(), apart(0.5, 1.5), apart(2, 3)}) {
            TruthfulTrade trade = TruthfulTrade.of(population);
            assertThat(trade.vcgBuyerGains() + trade.vcgSellerGains() - trade.gains())
                    .isEqualTo(trade.vcgDeficit(), within(1e-12));
        }
    }

    @Test
    void theMirrorImageIsTheSameMarket() {
        TruthfulTrade trade = TruthfulTrade.of(MIXED);
        TruthfulTrade mirror = TruthfulTrade.of(MIXED.mirrored());
        assertThat(mirror.gains()).isEqualTo(trade.gains(), within(1e-12));
        assertThat(mirror.trades()).isEqualTo(trade.trades(), within(1e-12));
        assertThat(mirror.price(0.3)).isEqualTo(-trade.price(0.7), within(1e-12));
        assertThat(mirror.priceOfTrade(0.3)).isEqualTo(-trade.priceOfTrade(0.7), within(1e-12));
        assertThat(mirror.buyerGains(0.3)).isEqualTo(trade.gains() - trade.buyerGains(0.7), within(1e-12));
        assertThat(MIXED.mirrored().mirrored()).isEqualTo(MIXED);
    }

    @Test
    void simulatedMarketsAgree() {
        TruthfulTrade trade = TruthfulTrade.of(MIXED);
        Simulated market = new Simulated(MIXED, KDoubleAuction.of(3, 4, 0.3));
        market.agreesWith(trade.gains(), c -> Simulated.gains(c, c.efficientTrades()));
        market.agreesWith(trade.trades(), Clearing::efficientTrades);
        market.agreesWith(trade.tradesAtLeast(1), c -> c.efficientTrades() >= 1 ? 1 : 0);
        market.agreesWith(trade.tradesAtLeast(3), c -> c.efficientTrades() >= 3 ? 1 : 0);
        market.agreesWith(trade.buyerGains(0.3), Simulated::buyerGains);
        market.agreesWith(trade.priceOfTrade(0.3) * trade.tradesAtLeast(1), c -> c.trades() == 0 ? 0 : c.buyerPrice());
        new Simulated(MIXED, VcgCallMarket.of(3, 4, 0.3, 1.1)).agreesWith(-trade.vcgDeficit(), Clearing::surplus);
    }

    @Test
    void valuesAboveAllCostsTradeAsFarAsTheShorterSideGoes() {
        TruthfulTrade trade = TruthfulTrade.of(apart(2, 3));
        assertThat(trade.trades()).isEqualTo(2, within(1e-13));
        // The best two of three values U[2,3] have the means 2.75 and 2.5; both costs trade.
        assertThat(trade.gains()).isEqualTo(5.25 - 1, within(1e-12));
        assertThat(TruthfulTrade.of(apart(-2, -1)).gains()).isZero();
    }

    @Test
    void aMarketWithoutASideIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Population(0, UNIT, 1, UNIT))
                .withMessage("buyers: 0 (expected: 1 to 1000)");
    }

    private static Population apart(double lo, double hi) {
        ValueDistribution values = UniformDistribution.of(lo, hi);
        return new Population(3, values, 2, UNIT);
    }
}
