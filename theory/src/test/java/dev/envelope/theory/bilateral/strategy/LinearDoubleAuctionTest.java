package dev.envelope.theory.bilateral.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.bilateral.TradeFigures;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.numeric.Quadrature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearDoubleAuctionTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void theSplitDifferenceAuctionIsTheTextbookOne() {
        TradeFigures figures = new LinearDoubleAuction(0.5, UNIT, UNIT).figures();
        assertThat(figures.tradeProbability()).isEqualTo(9 / 32.0, within(1e-15));
        assertThat(figures.gains()).isEqualTo(9 / 64.0, within(1e-15));
        assertThat(figures.efficiency()).isEqualTo(27 / 32.0, within(1e-15));
        assertThat(figures.expectedPrice()).isEqualTo(0.5, within(1e-15));
        assertThat(figures.gainsPerTrade()).isEqualTo(0.5, within(1e-15));
        double efficient = new Traders(UNIT, UNIT).firstBestTradeProbability();
        assertThat(figures.tradeProbability() / efficient).isEqualTo(9 / 16.0, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.75, 1})
    void theWeightMovesTradeAndProfits(double k) {
        TradeFigures figures = new LinearDoubleAuction(k, UNIT, UNIT).figures();
        assertThat(figures.tradeProbability()).isEqualTo((1 + k) * (2 - k) / 8, within(1e-15));
        assertThat(figures.gains()).isEqualTo((1 + k) * (2 - k) / 16, within(1e-15));
        // The buyer's U is quadratic above (1−k)/2, the seller's below 1 − k/2.
        assertThat(figures.buyerProfit()).isEqualTo((2 - k) / (1 + k) * cube((1 + k) / 2) / 6, within(1e-15));
        assertThat(figures.sellerProfit()).isEqualTo((1 + k) / (2 - k) * cube((2 - k) / 2) / 6, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0, 1, 0, 0.5", "0.5, 0.4, 1, 0, 0.6", "0.2, 0.5, 1.5, 0, 1", "0.8, -1, 2, -3, -0.5"})
    void truncatedFiguresAreThoseOfPlayingEveryPair(double k, double vLo, double vHi, double cLo, double cHi) {
        UniformDistribution values = UniformDistribution.of(vLo, vHi);
        UniformDistribution costs = UniformDistribution.of(cLo, cHi);
        LinearDoubleAuction linear = new LinearDoubleAuction(k, values, costs);
        assertThat(linear.isUntruncated()).isFalse();
        TradeFigures figures = linear.figures();
        double[] played = played(linear);
        // The inner integral is over a staircase in the other type, summed at 4,000 midpoints.
        assertThat(figures.tradeProbability()).isEqualTo(played[0], within(2e-3));
        assertThat(figures.buyerProfit()).isEqualTo(played[1], within(2e-3));
        assertThat(figures.sellerProfit()).isEqualTo(played[2], within(2e-3));
        assertThat(figures.houseProfit()).isEqualTo(0, within(1e-14));
        assertThat(TradeDeviations.largestGain(linear, 9)).isBetween(0.0, 1e-12);
    }

    @Test
    void theTruncationExistsIffTheSupportsAreShort() {
        assertThat(new LinearDoubleAuction(0.5, UNIT, UniformDistribution.of(0, 2)).isUntruncated())
                .isTrue();
        assertThat(new LinearDoubleAuction(0.5, UNIT, UniformDistribution.of(0, 0.5)).isUntruncated())
                .isFalse();
        assertThat(new LinearDoubleAuction(0.5, UniformDistribution.of(2, 3), UNIT).isTruncationPossible())
                .isFalse();
    }

    @Test
    void whoNeverTradesNamesItsOwnType() {
        LinearDoubleAuction linear = new LinearDoubleAuction(0.5, UNIT, UNIT);
        assertThat(linear.bid(0.2)).isEqualTo(0.2);
        assertThat(linear.ask(0.8)).isEqualTo(0.8);
        LinearDoubleAuction apart = new LinearDoubleAuction(0.5, UNIT, UniformDistribution.of(1, 2));
        assertThat(apart.bid(1)).isEqualTo(1);
        assertThat(apart.ask(1.5)).isEqualTo(1.5);
        assertThat(apart.figures().tradeProbability()).isZero();
        assertThat(apart.figures().efficiency()).isOne();
    }

    @Test
    void aWeightBeyondOneIsRefused() {
        for (double k : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new LinearDoubleAuction(k, UNIT, UNIT))
                    .withMessage("k: " + k + " (expected: 0 to 1)");
        }
    }

    /** P(trade), E[v − p; trade] and E[p − c; trade] from the messages. */
    private static double[] played(LinearDoubleAuction linear) {
        double[] sums = new double[3];
        for (int i = 0; i < 3; i++) {
            int which = i;
            sums[i] = Quadrature.integrateWithin(
                    1e-4, r -> atValue(linear, linear.values().quantile(r), which), 0, 1);
        }
        return sums;
    }

    private static double atValue(LinearDoubleAuction linear, double v, int which) {
        double sum = 0;
        int points = 4_000;
        for (int j = 0; j < points; j++) {
            double c = linear.costs().quantile((j + 0.5) / points);
            double price = linear.k() * linear.bid(v) + (1 - linear.k()) * linear.ask(c);
            double[] results = {1, v - price, price - c};
            sum += linear.bid(v) >= linear.ask(c) - 1e-12 ? results[which] : 0;
        }
        return sum / points;
    }

    private static double cube(double x) {
        return x * x * x;
    }
}
