package dev.envelope.theory.callmarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.path.OfferFunction;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.TruncatedExponential;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.PiecewiseLinearDistribution;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BuyersBidTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);

    /** The same distribution as {@link #UNIT}, in a form that no closed form is known for. */
    private static final ValueDistribution SOLVED = PowerDistribution.of(1, 0, 1);

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 2", "2, 4", "4, 2", "6, 6", "5, 1"})
    void uniformTypesBidTheSameShareWhateverTheNumberOfSellers(int m, int n) {
        for (ValueDistribution values : List.of(UNIT, SOLVED)) {
            OfferFunction bid = BuyersBid.of(new Population(m, values, n, UNIT)).orElseThrow();
            for (double value = 0.1; value <= 1; value += 0.3) {
                assertThat(bid.offer(value)).isEqualTo(m * value / (m + 1), within(1e-12));
                assertThat(bid.typeOf(bid.offer(value))).isEqualTo(value, within(1e-12));
            }
        }
    }

    @Test
    void theShareBeginsWhereTypesDo() {
        UniformDistribution types = UniformDistribution.of(2, 5);
        OfferFunction bid = BuyersBid.of(new Population(3, types, 3, types)).orElseThrow();
        assertThat(bid.offer(4)).isEqualTo(3.5, within(1e-13));
    }

    @Test
    void whereASoleSellerIsCheaperThanAllValuesBuyersBidAsInAFirstPriceAuction() {
        OfferFunction bid = BuyersBid.of(new Population(3, UniformDistribution.of(2, 3), 1, UNIT))
                .orElseThrow();
        // Three rivals for one unit: a value of 2 + z bids 2 + 2z/3.
        assertThat(bid.offer(2.6)).isEqualTo(2.4, within(1e-12));
        assertThat(bid.offer(3)).isEqualTo(2 + 2 / 3.0, within(1e-12));
    }

    @Test
    void whereUnitsAreNotScarceNobodyBidsMoreThanTheHighestCost() {
        OfferFunction bid = BuyersBid.of(new Population(2, UniformDistribution.of(2, 3), 2, UNIT))
                .orElseThrow();
        assertThat(bid.offer(2.1)).isEqualTo(1);
        assertThat(bid.typeOf(1)).isEqualTo(3);
        assertThat(bid.typeOf(0.99)).isLessThan(2);
    }

    @Test
    void theLowestValueAboveTheLowestCostShadesByTheSellersAlone() {
        OfferFunction bid = BuyersBid.of(new Population(3, UniformDistribution.of(0.5, 1.5), 4, UNIT))
                .orElseThrow();
        // b + G(b)/(m·g(b)) = 1/2.
        assertThat(bid.offer(0.5)).isEqualTo(0.375, within(1e-12));
    }

    @Test
    void whoCannotTradeBidsTheOwnValue() {
        OfferFunction bid = BuyersBid.of(new Population(2, UNIT, 2, UniformDistribution.of(0.5, 1.5)))
                .orElseThrow();
        assertThat(bid.offer(0.3)).isEqualTo(0.3);
        assertThat(BuyersBid.of(new Population(2, UNIT, 2, UniformDistribution.of(1, 2)))
                        .orElseThrow()
                        .offer(0.7))
                .isEqualTo(0.7);
    }

    static Stream<Population> markets() {
        ValueDistribution bent = new PiecewiseLinearDistribution(List.of(0.0, 0.3, 1.0), List.of(0.0, 0.6, 1.0));
        return Stream.of(
                new Population(3, UniformDistribution.of(0.5, 1.5), 3, UNIT),
                new Population(3, UniformDistribution.of(0.5, 1.5), 2, UNIT),
                new Population(3, UNIT, 2, UniformDistribution.of(0.5, 1.5)),
                new Population(2, UniformDistribution.of(0, 3), 2, UniformDistribution.of(0, 0.5)),
                new Population(3, PowerDistribution.of(2, 0, 1), 3, PowerDistribution.of(0.5, 0, 1)),
                new Population(2, new TriangularDistribution(0.5, 0, 1), 3, new TriangularDistribution(0.3, 0, 1)),
                new Population(4, new TruncatedExponential(2, 0, 1), 2, bent),
                new Population(2, bent, 3, UNIT));
    }

    @ParameterizedTest
    @MethodSource("markets")
    void noDeviationGains(Population market) {
        CallMarketPlay play = CallMarketPlay.buyersBid(market).orElseThrow();
        assertThat(play.largestGain()).isBetween(0.0, 1e-11);
        double shares = market.buyers() * play.buyerGains() + market.sellers() * play.sellerGains();
        assertThat(shares).isEqualTo(play.gains(), within(1e-10));
    }

    @Test
    void theSellersOfferIsTheMirrorImage() {
        CallMarketPlay play =
                CallMarketPlay.sellersOffer(new Population(2, UNIT, 3, UNIT)).orElseThrow();
        assertThat(play.ask(0.2)).isEqualTo((3 * 0.2 + 1) / 4, within(1e-13));
        assertThat(play.bid(0.2)).isEqualTo(0.2);
        assertThat(play.largestGain()).isBetween(0.0, 1e-12);
    }

    @Test
    void theSearchFindsTheGainFromShadingMore() {
        Population market = new Population(2, UNIT, 2, UNIT);
        OfferFunction truthful = OfferFunction.truthful();
        double gain = Deviations.largestGain(market, 1, truthful, truthful);
        // Against a truthful rival a buyer of value 1 gains most; bidding 2/3 is about best.
        Deviations payoffs = new Deviations(market, 1, truthful, truthful);
        assertThat(gain).isGreaterThanOrEqualTo(payoffs.payoff(1, 0.7) - payoffs.payoff(1, 1) - 1e-12);
        assertThat(gain).isGreaterThan(0.05);
    }
}
