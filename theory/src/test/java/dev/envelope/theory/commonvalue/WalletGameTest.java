package dev.envelope.theory.commonvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TruncatedExponential;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.OrderStatistic;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WalletGameTest {

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void uniformWalletsHaveTheKnownForms() {
        for (int n = 2; n <= 5; n++) {
            WalletGame game = new WalletGame(UNIT, n);
            assertThat(game.bid(CommonPricing.SECOND_PRICE, 0.6)).isEqualTo((n + 2) * 0.3, within(1e-13));
            assertThat(game.bid(CommonPricing.FIRST_PRICE, 0.6)).isEqualTo((n + 2) * 0.3 * (n - 1) / n, within(1e-13));
            assertThat(game.revenue()).isEqualTo((n + 2) / 2.0 * (n - 1) / (n + 1), within(1e-12));
        }
    }

    @Test
    void noOtherBidIsBetter() {
        for (ValueDistribution type : List.of(UNIT, PowerDistribution.of(2, 1, 3), new TruncatedExponential(1, 0, 2))) {
            for (CommonPricing pricing : CommonPricing.values()) {
                WalletGame game = new WalletGame(type, 3);
                assertThat(game.equilibrium(pricing).certificate().largestGain().orElseThrow())
                        .as(pricing + " of " + type)
                        .isLessThan(1e-9);
            }
        }
        WalletGame game = new WalletGame(UNIT, 3);
        // Bidding like 0.5 with 0.8, or the other way round, is worse.
        assertThat(game.payoff(CommonPricing.SECOND_PRICE, 0.8, 0.5))
                .isLessThan(game.payoff(CommonPricing.SECOND_PRICE, 0.8, 0.8) - 0.01);
        assertThat(game.payoff(CommonPricing.FIRST_PRICE, 0.5, 0.8))
                .isLessThan(game.payoff(CommonPricing.FIRST_PRICE, 0.5, 0.5) - 0.01);
    }

    @Test
    void firstPriceAndAscendingTakeInTheSame() {
        ValueDistribution type = PowerDistribution.of(2, 1, 3);
        WalletGame game = new WalletGame(type, 3);
        OrderStatistic fullest = new OrderStatistic(type, 3, 1);
        double first = Quadrature.integrateWithin(
                1e-10, x -> game.bid(CommonPricing.FIRST_PRICE, x) * fullest.density(x), 1, 3);
        assertThat(first).isEqualTo(game.revenue(), within(1e-9));
        // Ascending: the emptiest leaves first, then the second at twice its own and that.
        double second = new OrderStatistic(type, 3, 2).mean();
        double third = new OrderStatistic(type, 3, 3).mean();
        assertThat(2 * second + third).isEqualTo(game.revenue(), within(1e-10));
        assertThat(game.dropOut(2, List.of(1.5))).isEqualTo(5.5);
        assertThat(game.dropOut(2, List.of())).isEqualTo(6);
    }

    @Test
    void asymmetricBidsAreBestRepliesToEveryWallet() {
        SplittableRandom random = new SplittableRandom(3);
        List<BidFunction> bids = new WalletGame(UNIT, 2).asymmetric(1.25);
        for (int round = 0; round < 2000; round++) {
            double x = random.nextDouble();
            double y = random.nextDouble();
            regretsNothing(x + y, bids.get(0).message(x), bids.get(1).message(y));
            regretsNothing(x + y, bids.get(1).message(y), bids.get(0).message(x));
        }
        assertThat(bids.get(0).message(1)).isEqualTo(1.25);
        assertThat(bids.get(1).message(1)).isEqualTo(5);
    }

    @Test
    void forgettingWhatWinningMeansCostsMoney() {
        WalletGame game = new WalletGame(UNIT, 4);
        assertThat(game.estimate(0.6)).isEqualTo(2.1, within(1e-13));
        assertThat(game.estimateOnWinning(0.6)).isEqualTo(1.5, within(1e-13));
        // E[X(1)] + 3/2 is paid for 2.
        assertThat(game.naiveProfit(CommonPricing.FIRST_PRICE)).isEqualTo(2 - 0.8 - 1.5, within(1e-12));
        assertThat(game.naiveProfit(CommonPricing.SECOND_PRICE)).isEqualTo(2 - 0.6 - 1.5, within(1e-12));
    }

    @Test
    void wrongGamesAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WalletGame(UNIT, 1))
                .withMessage("bidders: 1 (expected: at least 2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WalletGame(UNIT, 2).asymmetric(1))
                .withMessage("slope: 1.0 (expected: a finite number above 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WalletGame(UNIT, 3).asymmetric(2))
                .withMessage("bidders: 3 (expected: 2)");
    }

    /** Whoever bids {@code own} against {@code rival} wins exactly when that pays. */
    private static void regretsNothing(double value, double own, double rival) {
        double gain = value - rival;
        if (own > rival) {
            assertThat(gain).isGreaterThanOrEqualTo(-1e-12);
        } else {
            assertThat(gain).isLessThanOrEqualTo(1e-12);
        }
    }
}
