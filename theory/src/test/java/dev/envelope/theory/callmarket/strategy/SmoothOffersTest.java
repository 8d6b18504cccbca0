package dev.envelope.theory.callmarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.composite.PiecewiseLinearDistribution;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SmoothOffersTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);

    private static final BetaDistribution BETA = new BetaDistribution(2, 2, 0, 1);

    private static final PiecewiseLinearDistribution STAIRS =
            new PiecewiseLinearDistribution(List.of(0.0, 0.3, 0.7, 1.0), List.of(0.0, 0.4, 0.7, 1.0));

    @Test
    void oneOfEachPlaysTheLinearEquilibrium() {
        CallMarketPlay play =
                CallMarketPlay.smooth(new Population(1, UNIT, 1, UNIT), 0.5).orElseThrow();
        assertThat(play.bid(0.6)).isEqualTo(1 / 12.0 + 0.4, within(1e-8));
        assertThat(play.ask(0.3)).isEqualTo(1 / 4.0 + 0.2, within(1e-8));
        assertThat(play.gains()).isEqualTo(9 / 64.0, within(1e-10));
        assertThat(play.bid(0.1)).isEqualTo(0.1);
        assertThat(play.ask(0.9)).isEqualTo(0.9);
    }

    static Stream<Arguments> markets() {
        return Stream.of(
                Arguments.of(new Population(2, UNIT, 3, UNIT), 0.5),
                Arguments.of(new Population(1, UNIT, 3, UNIT), 0.5),
                Arguments.of(new Population(2, PowerDistribution.of(2, 0, 1), 2, UNIT), 0.5),
                Arguments.of(new Population(2, BETA, 2, BETA), 0.5),
                Arguments.of(new Population(5, BETA, 12, UNIT), 0.7),
                Arguments.of(new Population(15, UNIT, 15, BETA), 0.9),
                // Fractional powers at an end of the path.
                Arguments.of(new Population(9, new BetaDistribution(1.2, 3.29, -0.26, 0.38), 15, UNIT), 0.34),
                // Corners and jumps of densities, of one side and of both.
                Arguments.of(new Population(2, new TriangularDistribution(0.4, 0, 1), 3, UNIT), 0.5),
                Arguments.of(new Population(11, STAIRS, 10, new TriangularDistribution(0.6, 0, 1)), 0.73),
                Arguments.of(new Population(3, UNIT, 4, STAIRS), 0.3));
    }

    @ParameterizedTest
    @MethodSource("markets")
    void noDeviationGains(Population market, double k) {
        CallMarketPlay play = CallMarketPlay.smooth(market, k).orElseThrow();
        assertThat(play.largestGain()).isBetween(0.0, 1e-9);
        double shares = market.buyers() * play.buyerGains() + market.sellers() * play.sellerGains();
        assertThat(shares).isEqualTo(play.gains(), within(1e-10));
    }

    @Test
    void buyersAndSellersWhoAreAlikeShadeAlike() {
        CallMarketPlay play =
                CallMarketPlay.smooth(new Population(3, UNIT, 3, UNIT), 0.5).orElseThrow();
        assertThat(play.bid(0.8)).isEqualTo(1 - play.ask(0.2), within(1e-8));
    }

    @Test
    void whereTheLowestValueAlwaysTradesNoneIsNamed() {
        assertThat(CallMarketPlay.smooth(new Population(2, UniformDistribution.of(2, 3), 2, UNIT), 0.5))
                .isEmpty();
    }
}
