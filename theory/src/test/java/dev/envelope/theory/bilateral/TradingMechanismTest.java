package dev.envelope.theory.bilateral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.bilateral.strategy.LinearDoubleAuction;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TruncatedNormal;
import dev.envelope.theory.distribution.UniformDistribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradingMechanismTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);
    private static final Traders TRADERS = new Traders(UNIT, UNIT);

    @Test
    void theSecondBestOfTheUnitSquareTradesFromAQuarterOn() {
        TradingMechanism second = TradingMechanism.secondBest(TRADERS).orElseThrow();
        assertThat(second.weight()).isEqualTo(1 / 3.0, within(1e-13));
        assertThat(second.figures().gains()).isEqualTo(9 / 64.0, within(1e-13));
        assertThat(second.figures().tradeProbability()).isEqualTo(9 / 32.0, within(1e-13));
        assertThat(second.figures().gainsPerTrade()).isEqualTo(0.5, within(1e-13));
        assertThat(second.lowestValue(0.3)).isEqualTo(0.55, within(1e-13));
        assertThat(second.highestCost(0.9)).isEqualTo(0.65, within(1e-13));
        assertThat(second.trades(0.6, 0.34)).isTrue();
        assertThat(second.trades(0.6, 0.36)).isFalse();
    }

    @Test
    void theDoubleAuctionMissesTheSecondBestOnOtherSupports() {
        Traders traders = new Traders(UniformDistribution.of(0.5, 1.5), UNIT);
        TradingMechanism second = TradingMechanism.secondBest(traders).orElseThrow();
        double linear = new LinearDoubleAuction(0.5, UniformDistribution.of(0.5, 1.5), UNIT)
                .figures()
                .gains();
        assertThat(second.figures().gains()).isEqualTo(0.47309, within(5e-6));
        assertThat(linear).isEqualTo(0.46810, within(5e-6));
    }

    @Test
    void theBrokerTradesFromAHalfOnAndEarnsATwentyFourth() {
        TradeFigures broker = TradingMechanism.broker(TRADERS).figures();
        assertThat(broker.houseProfit()).isEqualTo(1 / 24.0, within(1e-15));
        assertThat(broker.tradeProbability()).isEqualTo(1 / 8.0, within(1e-15));
        assertThat(TradingMechanism.broker(TRADERS).houseProfit()).isEqualTo(1 / 24.0, within(1e-15));
    }

    @Test
    void efficientTradeRunsADeficitExactlyWhereSupportsOverlap() {
        assertThat(TRADERS.firstBestGains()).isEqualTo(1 / 6.0, within(1e-15));
        assertThat(TRADERS.efficientDeficit()).isEqualTo(1 / 6.0, within(1e-15));
        assertThat(TradingMechanism.efficient(TRADERS).houseProfit()).isEqualTo(-1 / 6.0, within(1e-15));
        for (double[] s : new double[][] {
            {0, 1, 0, 1}, {0.25, 1, 0, 0.8}, {0.9, 2, 0, 1}, {0, 1, 0.95, 2}, {1, 2, 0, 1}, {1.5, 2, 0, 1}, {0, 1, 1, 2}
        }) {
            Traders traders = new Traders(UniformDistribution.of(s[0], s[1]), UniformDistribution.of(s[2], s[3]));
            boolean overlaps = s[0] < s[3] && s[1] > s[2];
            assertThat(traders.canTradeEfficiently()).isEqualTo(!overlaps);
            assertThat(traders.efficientDeficit() > 0).isEqualTo(overlaps);
            // The same number from the virtual values of the efficient rule.
            assertThat(TradingMechanism.efficient(traders).houseProfit())
                    .isEqualTo(-traders.efficientDeficit(), within(1e-14));
        }
    }

    @Test
    void theSecondBestBalancesAndNoWeightNearItDoesBetter() {
        for (Traders traders : List.of(
                new Traders(UNIT, PowerDistribution.of(0.5, 0, 1)),
                new Traders(PowerDistribution.of(0.5, 0.2, 1), UNIT),
                new Traders(new BetaDistribution(2, 3, 0, 1), new BetaDistribution(2, 2, 0.2, 1.1)),
                new Traders(new TruncatedNormal(0.8, 0.2, 0.3, 1.2), UNIT))) {
            TradingMechanism second = TradingMechanism.secondBest(traders).orElseThrow();
            TradeFigures figures = second.figures();
            assertThat(figures.houseProfit()).isEqualTo(0, within(1e-12));
            assertThat(second.houseProfit()).isEqualTo(0, within(1e-12));
            assertThat(figures.gains()).isLessThan(traders.firstBestGains());
            double loser = TradingMechanism.of(traders, second.weight() - 0.01).houseProfit();
            assertThat(loser).isNegative();
            TradeFigures safer =
                    TradingMechanism.of(traders, second.weight() + 0.01).figures();
            assertThat(safer.gains()).isLessThan(figures.gains());
            assertThat(safer.houseProfit()).isPositive();
        }
    }

    @Test
    void ironingMattersForThePowerBelowOne() {
        // ψ of this distribution starts at 0.2 and falls before it rises: no rule without ironing balances truthfully.
        Traders traders = new Traders(PowerDistribution.of(0.5, 0.2, 1), UNIT);
        TradingMechanism second = TradingMechanism.secondBest(traders).orElseThrow();
        double before = second.highestCost(0.2);
        for (double v = 0.2; v <= 1; v += 0.01) {
            assertThat(second.highestCost(v)).isGreaterThanOrEqualTo(before);
            before = second.highestCost(v);
        }
        assertThat(second.highestCost(0.21)).isEqualTo(second.highestCost(0.25));
    }

    @Test
    void withoutConflictTheSecondBestIsTheFirst() {
        Traders always = new Traders(UniformDistribution.of(2, 3), UNIT);
        assertThat(TradingMechanism.secondBest(always).orElseThrow().figures().gains())
                .isEqualTo(2, within(1e-14));
        Traders never = new Traders(UNIT, UniformDistribution.of(1, 2));
        assertThat(TradingMechanism.secondBest(never).orElseThrow().figures().gains())
                .isZero();
        assertThat(TradingMechanism.broker(never).figures().houseProfit()).isZero();
    }

    @Test
    void aWeightBeyondOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradingMechanism.of(TRADERS, 1.5))
                .withMessage("weight: 1.5 (expected: 0 to 1)");
    }
}
