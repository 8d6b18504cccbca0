package dev.envelope.theory.callmarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.composite.PiecewiseLinearDistribution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Smooth equilibria where one side's types end before the other's offers do. */
class UnlikeSupportsTest {

    private static final int DRAWS = 20_000;
    private static final UniformDistribution LONG = UniformDistribution.of(0, 2);
    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);
    private static final UniformDistribution HIGHER = UniformDistribution.of(0.3, 1.3);

    @Test
    void oneOfEachPlaysTheLinearEquilibriumCapped() {
        // S = 1/2 and B = 3/2: asks 1/2 + 2c/3 up to 7/6, bids (v + 1/4)/(3/2).
        CallMarketPlay play =
                CallMarketPlay.smooth(new Population(1, LONG, 1, UNIT), 0.5).orElseThrow();
        assertThat(play.ask(0.6)).isEqualTo(0.9, within(1e-9));
        assertThat(play.bid(1)).isEqualTo(2.5 / 3, within(1e-9));
        assertThat(play.bid(1.9)).isEqualTo(7 / 6.0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 0.5, 2", "5, 2, 0.3, 2", "2, 5, 0.5, 1.3"})
    void noDeviationGains(int buyers, int sellers, double k, double highest) {
        Population market = new Population(buyers, highest < 2 ? HIGHER : LONG, sellers, UNIT);
        CallMarketPlay play = CallMarketPlay.smooth(market, k).orElseThrow();
        assertThat(play.largestGain()).isBetween(0.0, 1e-11);
        double shares = market.buyers() * play.buyerGains() + market.sellers() * play.sellerGains();
        assertThat(shares).isEqualTo(play.gains(), within(1e-9));
    }

    @Test
    void buyersWhoOutnumberSellersOutbidEachOtherAboveAllAsks() {
        CallMarketPlay many =
                CallMarketPlay.smooth(new Population(5, LONG, 2, UNIT), 0.5).orElseThrow();
        assertThat(many.bid(1.9)).isGreaterThan(many.bid(1.5));
        assertThat(many.bid(1.5)).isGreaterThan(many.ask(1));
        CallMarketPlay few =
                CallMarketPlay.smooth(new Population(2, LONG, 5, UNIT), 0.5).orElseThrow();
        assertThat(few.bid(1.9)).isEqualTo(few.bid(1.5)).isEqualTo(few.ask(1), within(1e-14));
    }

    @Test
    void outbiddingIsAsSteepAsASmallWeightOfBidsAndAJumpOfTheirDensityAsk() {
        PiecewiseLinearDistribution stairs =
                new PiecewiseLinearDistribution(List.of(0.0, 1.5, 2.0), List.of(0.0, 0.85, 1.0));
        Population market = new Population(12, stairs, 5, UNIT);
        CallMarketPlay play = CallMarketPlay.smooth(market, 0.3).orElseThrow();
        assertThat(play.largestGain()).isBetween(0.0, 1e-11);
    }

    @Test
    void inPlayedMarketsNobodyGainsByOfferingOtherwise() {
        Population market = new Population(3, LONG, 2, UNIT);
        CallMarketPlay play = CallMarketPlay.smooth(market, 0.5).orElseThrow();
        for (double step : new double[] {-0.15, -0.05, 0.05, 0.15}) {
            double[] buyer = PlayedMarket.gain(market, 0.5, play, 0, 1.4, step, DRAWS);
            assertThat(buyer[0]).isLessThan(3 * buyer[1]);
            double[] seller = PlayedMarket.gain(market, 0.5, play, 3, 0.4, step, DRAWS);
            assertThat(seller[0]).isLessThan(3 * seller[1]);
        }
        double[] shading = PlayedMarket.gain(market, 0.5, play, 0, 1.4, -0.15, DRAWS);
        assertThat(shading[0]).isLessThan(-3 * shading[1]);
    }
}
