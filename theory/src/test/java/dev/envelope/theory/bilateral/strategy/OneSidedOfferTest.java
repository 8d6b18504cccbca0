package dev.envelope.theory.bilateral.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.bilateral.TradeFigures;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.PiecewiseLinearDistribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneSidedOfferTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void uniformTypesAreTheEndsOfTheLinearFamily() {
        Traders traders = new Traders(UniformDistribution.of(0.2, 1.4), UNIT);
        for (double x = 0.2; x <= 1; x += 0.1) {
            LinearDoubleAuction one = new LinearDoubleAuction(1, UniformDistribution.of(0.2, 1.4), UNIT);
            LinearDoubleAuction zero = new LinearDoubleAuction(0, UniformDistribution.of(0.2, 1.4), UNIT);
            assertThat(OneSidedOffer.buyers(traders).bid(x)).isEqualTo(one.bid(x), within(1e-15));
            assertThat(OneSidedOffer.sellers(traders).ask(x)).isEqualTo(zero.ask(x), within(1e-15));
            assertThat(OneSidedOffer.buyers(traders).figures().gains())
                    .isEqualTo(one.figures().gains(), within(1e-14));
            assertThat(OneSidedOffer.sellers(traders).figures().sellerProfit())
                    .isEqualTo(zero.figures().sellerProfit(), within(1e-14));
        }
    }

    @Test
    void powerCostsAreBidAtAFixedShare() {
        // (v − p)·p^a is highest at p = a·v/(1 + a).
        OneSidedOffer offer = OneSidedOffer.buyers(new Traders(UNIT, PowerDistribution.of(3, 0, 1)));
        assertThat(offer.bid(0.8)).isEqualTo(0.6, within(1e-14));
        assertThat(offer.ask(0.8)).isEqualTo(0.8);
    }

    @Test
    void nobodyGainsByAnotherOfferAlsoWhereOffersJump() {
        // Two uniform humps with a valley between: both virtual functions fall at the edges of the valley.
        ValueDistribution twoPeaks =
                new PiecewiseLinearDistribution(List.of(0.0, 0.3, 0.6, 0.7, 1.0), List.of(0.0, 0.45, 0.5, 0.9, 1.0));
        assertThat(twoPeaks.isRegular()).isFalse();
        for (Traders traders : List.of(new Traders(UNIT, twoPeaks), new Traders(twoPeaks, UNIT))) {
            for (OneSidedOffer offer : List.of(OneSidedOffer.buyers(traders), OneSidedOffer.sellers(traders))) {
                assertThat(TradeDeviations.largestGain(offer, 5)).isBetween(0.0, 1e-9);
                assertThat(offer.figures().houseProfit()).isEqualTo(0, within(1e-9));
            }
        }
    }

    @Test
    void hopelessTypesAreTruthful() {
        Traders apart = new Traders(UNIT, UniformDistribution.of(2, 3));
        assertThat(OneSidedOffer.buyers(apart).bid(0.7)).isEqualTo(0.7);
        assertThat(OneSidedOffer.sellers(apart).ask(2.5)).isEqualTo(2.5);
        assertThat(OneSidedOffer.buyers(apart).figures().tradeProbability()).isZero();
    }

    @Test
    void wherePricesAreCertainEverybodyTrades() {
        Traders sure = new Traders(UniformDistribution.of(5, 6), UNIT);
        TradeFigures buyers = OneSidedOffer.buyers(sure).figures();
        assertThat(buyers.tradeProbability()).isEqualTo(1, within(1e-15));
        assertThat(buyers.expectedPrice()).isEqualTo(1, within(1e-14));
        TradeFigures sellers = OneSidedOffer.sellers(sure).figures();
        assertThat(sellers.expectedPrice()).isEqualTo(5, within(1e-14));
        assertThat(sellers.houseProfit()).isEqualTo(0, within(1e-14));
    }
}
