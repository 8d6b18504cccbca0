package dev.envelope.theory.callmarket.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.OfferFunction;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.composite.MixtureDistribution;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallMarketPlayTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);
    private static final UniformDistribution LONG = UniformDistribution.of(0, 2);
    private static final Population MARKET = new Population(2, UNIT, 2, UNIT);

    private static final OfferFunction NOWHERE = new OfferFunction() {
        @Override
        public double offer(double type) {
            return Double.NaN;
        }

        @Override
        public double typeOf(double offer) {
            return Double.NaN;
        }
    };

    @Test
    void theBetterPlayIsTheOneFromWhichDeviatingGainsLess() {
        Optional<CallMarketPlay> smooth = CallMarketPlay.smooth(MARKET, 0.5);
        Optional<CallMarketPlay> truth = play(OfferFunction.truthful());
        assertThat(CallMarketPlay.better(truth, smooth)).isEqualTo(smooth);
        assertThat(CallMarketPlay.better(smooth, truth)).isEqualTo(smooth);
        assertThat(CallMarketPlay.better(truth, play(OfferFunction.truthful()))).isEqualTo(truth);
    }

    @Test
    void aPlayOfUnknownGainsIsNone() {
        Optional<CallMarketPlay> truth = play(OfferFunction.truthful());
        Optional<CallMarketPlay> nowhere = play(NOWHERE);
        assertThat(nowhere.orElseThrow().largestGain()).isNaN();
        assertThat(nowhere.orElseThrow().isEquilibrium()).isFalse();
        assertThat(CallMarketPlay.better(truth, nowhere)).isEqualTo(truth);
        assertThat(CallMarketPlay.better(nowhere, truth)).isEqualTo(truth);
        assertThat(CallMarketPlay.better(nowhere, Optional.empty())).isEmpty();
    }

    @Test
    void buyersOutbidEachOtherPastAnInfiniteDensity() {
        MixtureDistribution root = MixtureDistribution.ofEqual(List.of(LONG, PowerDistribution.of(0.5, 1.5, 2)));
        CallMarketPlay play =
                CallMarketPlay.smooth(new Population(12, root, 5, UNIT), 0.5).orElseThrow();
        assertThat(play.bid(1.5)).isLessThan(play.bid(1.6));
        assertThat(play.largestGain()).isBetween(0.0, 1e-6);
    }

    /** What all gain together is what is worth more to who has it in the end, here by other integrals. */
    @Test
    void averagesStandInfiniteDensitiesInsideASupport() {
        MixtureDistribution values =
                MixtureDistribution.ofEqual(List.of(UNIT, new BetaDistribution(0.5, 0.5, 0.3, 0.6)));
        CallMarketPlay play =
                CallMarketPlay.sellersOffer(new Population(2, values, 3, UNIT)).orElseThrow();
        double gains = play.gains();
        assertThat(gains).isBetween(0.1, 1.0);
        assertThat(2 * play.buyerGains() + 3 * play.sellerGains()).isEqualTo(gains, within(1e-9));
    }

    private static Optional<CallMarketPlay> play(OfferFunction bids) {
        return Optional.of(new CallMarketPlay(MARKET, 0.5, bids, OfferFunction.truthful()));
    }
}
