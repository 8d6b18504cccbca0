package dev.envelope.theory.callmarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.expectation.TruthfulTrade;
import dev.envelope.theory.callmarket.offer.OfferFunction;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TradedPriceTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);
    private static final int DRAWS = 100_000;

    @Test
    void aSoleBuyerPaysItsBid() {
        // v/2 where c ≤ v/2: ∫ (v/2)² dv / ∫ v/2 dv.
        Population pair = new Population(1, UNIT, 1, UNIT);
        assertThat(CallMarketPlay.buyersBid(pair).orElseThrow().priceOfTrade()).isEqualTo(1 / 3.0, within(1e-11));
        assertThat(CallMarketPlay.sellersOffer(pair).orElseThrow().priceOfTrade())
                .isEqualTo(2 / 3.0, within(1e-11));
    }

    @Test
    void bidsOfTheValueAreTruthfulTrade() {
        Population market = new Population(3, PowerDistribution.of(0.7, 0, 1), 2, UNIT);
        CallMarketPlay truth = new CallMarketPlay(market, 0.4, OfferFunction.truthful(), OfferFunction.truthful());
        assertThat(truth.priceOfTrade()).isEqualTo(TruthfulTrade.of(market).priceOfTrade(0.4), within(1e-11));
    }

    @Test
    void severalBuyersPayWhatClearsTheirBids() {
        SplittableRandom random = new SplittableRandom(11);
        double sum = 0;
        double squares = 0;
        int trades = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            // Three buyers bid 3/4 of their values, two sellers their costs; the price is the fourth-lowest of all
            // five.
            double[] offers = random.doubles(5).toArray();
            Arrays.setAll(offers, i -> i < 3 ? 0.75 * offers[i] : offers[i]);
            double highest = Math.max(offers[0], Math.max(offers[1], offers[2]));
            if (highest >= Math.min(offers[3], offers[4])) {
                Arrays.sort(offers);
                sum += offers[3];
                squares += offers[3] * offers[3];
                trades++;
            }
        }
        double mean = sum / trades;
        double error = Math.sqrt((squares / trades - mean * mean) / trades);
        CallMarketPlay play =
                CallMarketPlay.buyersBid(new Population(3, UNIT, 2, UNIT)).orElseThrow();
        assertThat(play.priceOfTrade()).isEqualTo(mean, within(5 * error));
    }
}
