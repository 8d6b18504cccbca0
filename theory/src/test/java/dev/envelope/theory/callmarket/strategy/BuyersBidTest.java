package dev.envelope.theory.callmarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.OfferFunction;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TriangularDistribution;
import dev.envelope.theory.distribution.TruncatedExponential;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
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

    /** Costs of which there are more from 1/2 on. */
    private static final ValueDistribution RISING =
            new PiecewiseLinearDistribution(List.of(0.0, 0.5, 0.7, 1.0), List.of(0.0, 0.2, 0.8, 1.0));

    private static final ValueDistribution GAP =
            MixtureDistribution.ofEqual(List.of(UniformDistribution.of(0, 0.3), UniformDistribution.of(0.5, 1)));

    private static final int DRAWS = 40_000;

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
                new Population(2, bent, 3, UNIT),
                // Bids leap where costs become more frequent, or to the highest cost, or over a gap between costs.
                new Population(5, UniformDistribution.of(-0.02, 0.92), 6, PowerDistribution.of(2.3, -0.19, 0.74)),
                new Population(3, bent, 4, RISING),
                new Population(4, UNIT, 2, RISING),
                new Population(3, UNIT, 3, GAP),
                // Values leap.
                new Population(3, GAP, 3, UNIT),
                new Population(2, GAP, 6, RISING),
                // Densities that are 0 or infinite where the highest values are.
                new Population(3, new BetaDistribution(1.5, 0.6, 0, 1), 4, UNIT),
                new Population(3, new BetaDistribution(0.6, 2.5, 0, 1), 4, new BetaDistribution(2, 0.7, 0, 1)),
                // A sole buyer, whose virtual cost falls.
                new Population(1, UNIT, 3, RISING));
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
    void bidsLeapOverBidsThatNobodyMakes() {
        Population market = new Population(3, UNIT, 4, RISING);
        OfferFunction bid = BuyersBid.of(market).orElseThrow();
        List<Double> bends = bid.bends();
        assertThat(bends).hasSize(2);
        assertThat(bends.get(0)).isLessThan(0.5);
        assertThat(bends.get(1)).isBetween(0.5, 0.7);
        double leaping = bid.typeOf(bends.get(0));
        assertThat(bid.offer(leaping - 1e-6)).isEqualTo(bends.get(0), within(1e-5));
        assertThat(bid.offer(leaping + 1e-9)).isGreaterThanOrEqualTo(bends.get(1));
        Deviations payoffs = new Deviations(market, 1, bid, OfferFunction.truthful());
        // Who leaps is indifferent, and worse off in between.
        double before = payoffs.payoff(leaping, bends.get(0));
        assertThat(payoffs.payoff(leaping, bends.get(1))).isEqualTo(before, within(1e-14));
        assertThat(payoffs.payoff(leaping, 0.5)).isLessThan(before - 1e-5);
    }

    @Test
    void inPlayedMarketsInWhichBidsLeapNobodyGainsByBiddingOtherwise() {
        Population market = new Population(3, UNIT, 4, RISING);
        CallMarketPlay play = CallMarketPlay.buyersBid(market).orElseThrow();
        for (double value : new double[] {0.5, 0.6, 0.7, 0.9}) {
            for (double step : new double[] {-0.1, -0.03, 0.03, 0.1}) {
                double[] gain = PlayedMarket.gain(market, 1, play, 0, value, step, DRAWS);
                assertThat(gain[0]).isLessThan(3 * gain[1]);
            }
        }
        double[] shading = PlayedMarket.gain(market, 1, play, 0, 0.9, -0.2, DRAWS);
        assertThat(shading[0]).isLessThan(-3 * shading[1]);
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
