package dev.envelope.theory.bilateral.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.bilateral.TradeFigures;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.bilateral.TradingMechanism;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TruncatedExponential;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.PiecewiseLinearDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothDoubleAuctionTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);
    private static final Traders TRADERS = new Traders(UNIT, UNIT);

    @ParameterizedTest
    @CsvSource({"0.5, 0, 1, 0, 1", "0.2, 0, 1, 0, 1", "0.9, 0, 1, 0, 1", "0.5, 0.5, 1.5, 0, 1", "0.3, 0.4, 1, 0, 0.6"})
    void uniformTypesSelectTheLinearEquilibrium(double k, double vLo, double vHi, double cLo, double cHi) {
        UniformDistribution values = UniformDistribution.of(vLo, vHi);
        UniformDistribution costs = UniformDistribution.of(cLo, cHi);
        LinearDoubleAuction linear = new LinearDoubleAuction(k, values, costs);
        SmoothDoubleAuction smooth =
                SmoothDoubleAuction.selected(new Traders(values, costs), k).orElseThrow();
        for (double share = 0; share <= 1; share += 0.05) {
            double v = vLo + share * (vHi - vLo);
            double c = cLo + share * (cHi - cLo);
            assertThat(smooth.bid(v)).isEqualTo(linear.bid(v), within(1e-11));
            assertThat(smooth.ask(c)).isEqualTo(linear.ask(c), within(1e-11));
        }
        assertThat(smooth.figures().gains()).isEqualTo(linear.figures().gains(), within(1e-11));
        assertThat(smooth.figures().sellerProfit()).isEqualTo(linear.figures().sellerProfit(), within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.51, 0.6, 0.7, 0.9})
    void everySymmetricPointOfTheUnitSquareIsOnAnEquilibrium(double value) {
        SmoothDoubleAuction smooth =
                SmoothDoubleAuction.through(TRADERS, 0.5, 0.5, value, 1 - value).orElseThrow();
        TradeFigures figures = smooth.figures();
        assertThat(smooth.bid(value)).isEqualTo(0.5, within(1e-12));
        assertThat(smooth.ask(1 - value)).isEqualTo(0.5, within(1e-12));
        assertThat(TradeDeviations.largestGain(smooth, 9)).isBetween(0.0, 1e-12);
        assertThat(figures.houseProfit()).isEqualTo(0, within(1e-12));
        assertThat(figures.buyerProfit()).isEqualTo(figures.sellerProfit(), within(1e-12));
        // Every balanced mechanism on the unit square with zero rents at the ends has this property.
        assertThat(figures.gainsPerTrade()).isEqualTo(0.5, within(1e-11));
        assertThat(figures.gains()).isLessThan(9 / 64.0);
    }

    @Test
    void theFirstOrderConditionsHoldAlongThePath() {
        double k = 0.3;
        Traders traders = new Traders(PowerDistribution.of(2, 0, 1), new TruncatedExponential(2, 0, 1));
        SmoothDoubleAuction smooth =
                SmoothDoubleAuction.through(traders, k, 0.5, 0.7, 0.35).orElseThrow();
        double step = 1e-4;
        for (double value : new double[] {0.6, 0.7, 0.8, 0.9}) {
            double price = smooth.bid(value);
            double valueSlope = 2 * step / (smooth.bid(value + step) - smooth.bid(value - step));
            double cost = Bisection.first(0, 1, c -> smooth.ask(c) >= price);
            double costSlope = 2 * step / (smooth.ask(cost + step) - smooth.ask(cost - step));
            // Central differences err by step² times a third derivative.
            assertThat((value - price) * costSlope)
                    .isEqualTo(k * traders.costs().cdf(cost) / traders.costs().density(cost), within(1e-6));
            assertThat((price - cost) * valueSlope)
                    .isEqualTo((1 - k) / traders.values().hazardRate(value), within(1e-6));
        }
    }

    @Test
    void theSelectedEquilibriumOfOtherDistributionsWithstandsTheSearch() {
        List<Traders> games = List.of(
                new Traders(PowerDistribution.of(2, 0, 1), UNIT),
                new Traders(UNIT, PowerDistribution.of(0.5, 0, 1)),
                new Traders(new BetaDistribution(2, 2, 0, 1), new BetaDistribution(2, 2, 0, 1)),
                new Traders(new TruncatedExponential(1, 0, 3), new TruncatedExponential(2, 0, 2)),
                new Traders(
                        new PiecewiseLinearDistribution(List.of(0.0, 0.5, 1.0), List.of(0.0, 0.3, 1.0)),
                        UniformDistribution.of(0, 0.7)));
        for (Traders game : games) {
            SmoothDoubleAuction smooth = SmoothDoubleAuction.selected(game, 0.4).orElseThrow();
            assertThat(TradeDeviations.largestGain(smooth, 7)).as("%s", game).isBetween(0.0, 1e-10);
            TradeFigures figures = smooth.figures();
            assertThat(figures.houseProfit()).as("%s", game).isEqualTo(0, within(1e-10));
            double secondBest =
                    TradingMechanism.secondBest(game).orElseThrow().figures().gains();
            assertThat(figures.gains()).isBetween(0.7 * secondBest, secondBest);
        }
    }

    @Test
    void aSymmetricGameSelectsASymmetricEquilibrium() {
        ValueDistribution beta = new BetaDistribution(2, 3, 0, 1);
        Traders game = new Traders(beta, new BetaDistribution(3, 2, 0, 1));
        SmoothDoubleAuction smooth = SmoothDoubleAuction.selected(game, 0.5).orElseThrow();
        for (double v = 0.3; v < 1; v += 0.1) {
            assertThat(smooth.bid(v)).isEqualTo(1 - smooth.ask(1 - v), within(1e-10));
        }
    }

    @Test
    void aPointThatNoPathGoesThroughIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothDoubleAuction.through(TRADERS, 0.5, 0.5, 0.4, 0.3))
                .withMessageContaining("value: 0.4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothDoubleAuction.through(TRADERS, 0.5, 0.5, 0.6, 0.5))
                .withMessageContaining("cost: 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SmoothDoubleAuction.through(TRADERS, 1, 0.5, 0.6, 0.4))
                .withMessageContaining("k: 1.0");
    }

    @Test
    void aShiftAndAScaleOfMoneyDoNotMatter() {
        double gains = SmoothDoubleAuction.through(TRADERS, 0.5, 0.5, 0.7, 0.3)
                .orElseThrow()
                .figures()
                .gains();
        UniformDistribution ticks = UniformDistribution.of(-1_000, 9_000);
        double scaled = SmoothDoubleAuction.through(new Traders(ticks, ticks), 0.5, 4_000, 6_000, 2_000)
                .orElseThrow()
                .figures()
                .gains();
        assertThat(scaled).isEqualTo(10_000 * gains, within(1e-7));
    }
}
