package dev.envelope.theory.bilateral.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.bilateral.PostedTradePrice;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepDoubleAuctionTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);
    private static final Traders TRADERS = new Traders(UNIT, UNIT);

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.8})
    void onePriceGainsHalfOfItsOddsWhateverTheWeight(double x) {
        for (double k : new double[] {0, 0.5, 1}) {
            StepDoubleAuction one = StepDoubleAuction.onePrice(TRADERS, k, x);
            assertThat(one.figures().gains()).isEqualTo(x * (1 - x) / 2, within(1e-15));
            assertThat(one.figures().tradeProbability()).isEqualTo(x * (1 - x), within(1e-15));
            assertThat(one.figures().expectedPrice()).isEqualTo(x, within(1e-14));
            assertThat(one.figures().gains()).isEqualTo(new PostedTradePrice(TRADERS, x).gains(), within(1e-15));
            BayesianGame game = new BayesianGame(BilateralDoubleAuction.of(k), List.of(UNIT, UNIT));
            assertThat(BestResponse.largestGain(game, List.of(one::bid, one::ask), 5))
                    .isBetween(0.0, 1e-12);
        }
    }

    @Test
    void askingOnesOwnCostAboveTheOnePriceWouldTempt() {
        StepDoubleAuction one = StepDoubleAuction.onePrice(TRADERS, 0.5, 0.3);
        BayesianGame game = new BayesianGame(BilateralDoubleAuction.of(0.5), List.of(UNIT, UNIT));
        double gain = BestResponse.largestGain(game, List.of(one::bid, c -> c <= 0.3 ? 0.3 : c), 5);
        assertThat(gain).isGreaterThan(0.01);
    }

    @Test
    void severalStepsMakeTheMarginalTypesIndifferent() {
        for (List<Double> prices : List.of(
                List.of(0.4, 0.6), List.of(0.3, 0.7), List.of(0.3, 0.5, 0.7), List.of(0.3, 0.4, 0.5, 0.6, 0.7))) {
            StepDoubleAuction steps = StepDoubleAuction.of(TRADERS, 0.5, prices).orElseThrow();
            assertThat(steps.largestGain()).isBetween(0.0, 1e-13);
            assertThat(TradeDeviations.largestGain(steps, 21)).isBetween(0.0, 1e-12);
            assertThat(steps.figures().houseProfit()).isEqualTo(0, within(1e-14));
            assertThat(steps.figures().gainsPerTrade()).isEqualTo(0.5, within(1e-12));
        }
    }

    @Test
    void twoSymmetricStepsSolveAQuadratic() {
        // v = p₂ + ½·c·Δ/(p₂ − c) with c = 1 − v, p = 0.4 and 0.6: v = 0.7.
        StepDoubleAuction steps =
                StepDoubleAuction.of(TRADERS, 0.5, List.of(0.4, 0.6)).orElseThrow();
        assertThat(steps.values().get(1)).isEqualTo(0.7, within(1e-14));
        assertThat(steps.costs().get(0)).isEqualTo(0.3, within(1e-14));
        assertThat(steps.bid(0.65)).isEqualTo(0.4);
        assertThat(steps.ask(0.35)).isEqualTo(0.6);
    }

    @Test
    void otherDistributionsHaveStepsToo() {
        Traders traders = new Traders(new BetaDistribution(2, 2, 0, 1), PowerDistribution.of(2, 0, 1));
        StepDoubleAuction steps =
                StepDoubleAuction.of(traders, 0.3, List.of(0.45, 0.6)).orElseThrow();
        assertThat(TradeDeviations.largestGain(steps, 9)).isBetween(0.0, 1e-12);
    }

    @Test
    void stepsThatNoThresholdsSupportAreNotFound() {
        assertThat(StepDoubleAuction.of(TRADERS, 1, List.of(0.4, 0.6))).isEmpty();
        assertThat(StepDoubleAuction.of(TRADERS, 0.5, List.of(0.01, 0.02))).isEmpty();
    }

    @Test
    void senselessPricesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepDoubleAuction.of(TRADERS, 0.5, List.of()))
                .withMessageContaining("prices: []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepDoubleAuction.of(TRADERS, 0.5, List.of(0.5, 0.5)))
                .withMessageContaining("prices[1]: 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepDoubleAuction.onePrice(TRADERS, 0.5, 1.5))
                .withMessageContaining("prices[0]: 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepDoubleAuction.onePrice(TRADERS, -1, 0.5))
                .withMessageContaining("k: -1.0");
    }
}
