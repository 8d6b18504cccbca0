package dev.envelope.theory.callmarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClearingTest {

    private static final double[] FIRST = {10, 6, 5, 1, 3, 5.5, 9};
    private static final double[] SECOND = {8, 7, 2, 1, 6, 6.5};

    @Test
    void vickreyClarkeGrovesChargesTheBestRejectedOffers() {
        Clearing clearing = cleared(VcgCallMarket.of(3, 4, 0, 20), FIRST);
        assertThat(clearing.trades()).isEqualTo(2);
        assertThat(clearing.buyerPrice()).isEqualTo(5);
        assertThat(clearing.sellerPrice()).isEqualTo(5.5);
        assertThat(clearing.surplus()).isEqualTo(-1);
        assertThat(clearing.outcome().price()).isEmpty();
    }

    @Test
    void mcAfeeTradesAllAtThePriceBetweenTheFirstRejectedOffersWhereItFits() {
        Clearing clearing = cleared(McAfeeAuction.of(3, 4, 0, 20), FIRST);
        assertThat(clearing.trades()).isEqualTo(2);
        assertThat(clearing.buyerPrice()).isEqualTo(5.25);
        assertThat(clearing.outcome().price()).hasValue(5.25);
        assertThat(clearing.surplus()).isZero();
    }

    @Test
    void mcAfeeGivesUpTheLastTradeWhereThePriceDoesNotFit() {
        // (2 + 6.5)/2 = 4.25 is below the second ask, 6.
        Clearing clearing = cleared(McAfeeAuction.of(3, 3, 0, 20), SECOND);
        assertThat(clearing.trades()).isEqualTo(1);
        assertThat(clearing.buyerPrice()).isEqualTo(7);
        assertThat(clearing.sellerPrice()).isEqualTo(6);
        assertThat(clearing.surplus()).isEqualTo(1);
        assertThat(clearing.units(0)).isEqualTo(1);
        assertThat(clearing.units(1)).isZero();
        assertThat(clearing.units(3)).isEqualTo(-1);
    }

    @Test
    void thePriceOfTheKDoubleAuctionDividesTheIntervalOfClearingPrices() {
        Clearing clearing = cleared(KDoubleAuction.of(3, 3, 0.25), SECOND);
        assertThat(clearing.low()).isEqualTo(6);
        assertThat(clearing.high()).isEqualTo(6.5);
        assertThat(clearing.buyerPrice()).isEqualTo(6.125);
        assertThat(cleared(KDoubleAuction.buyersBid(3, 3), SECOND).buyerPrice()).isEqualTo(6.5);
        assertThat(cleared(KDoubleAuction.sellersOffer(3, 3), SECOND).buyerPrice())
                .isEqualTo(6);
    }

    @Test
    void whereAllTradeTheMissingOffersAreTheEndsOfTheSupports() {
        double[] messages = {12, 11, 10, 1, 2, 3};
        Clearing vcg = cleared(VcgCallMarket.of(3, 3, 4, 9), messages);
        assertThat(vcg.trades()).isEqualTo(3);
        assertThat(vcg.buyerPrice()).isEqualTo(4);
        assertThat(vcg.sellerPrice()).isEqualTo(9);
        assertThat(cleared(McAfeeAuction.of(3, 3, 0, 20), messages).buyerPrice())
                .isEqualTo(10);
        assertThat(cleared(McAfeeAuction.of(3, 3, 0, 22), messages).trades()).isEqualTo(2);
        assertThat(cleared(KDoubleAuction.of(3, 3, 0.5), messages).buyerPrice()).isEqualTo(6.5);
        assertThat(cleared(TradeReductionAuction.of(3, 3), messages).surplus()).isEqualTo(14);
    }

    @Test
    void nobodyTradesWhereNoBidReachesAnAsk() {
        for (CallMechanism mechanism : all(2, 2)) {
            double[] messages = {3, 2, 5, 6};
            Clearing clearing = cleared(mechanism, messages);
            assertThat(clearing.efficientTrades()).isZero();
            assertThat(clearing.trades()).isZero();
            assertThat(clearing.surplus()).isZero();
            assertThat(clearing.outcome()).isEqualTo(MarketOutcome.nothing(4));
        }
    }

    @Test
    void thereAreAsManyBuyersAsSellersHoweverManyTie() {
        double[] grid = {0, 1, 2, Double.NaN};
        for (CallMechanism mechanism : all(3, 2)) {
            for (TieOrder ties : new TieOrder[] {TieOrder.byIndex(5), TieOrder.of(4, 3, 2, 1, 0)}) {
                Profiles.each(5, grid, messages -> {
                    MarketOutcome outcome = mechanism.outcome(messages, ties);
                    int bought = 0;
                    double house = 0;
                    for (int i = 0; i < 5; i++) {
                        bought += Math.max(0, outcome.units(i));
                        house += outcome.payment(i);
                    }
                    assertThat(Profiles.sold(mechanism, outcome)).isEqualTo(bought);
                    if (!(mechanism instanceof VcgCallMarket)) {
                        assertThat(house).isGreaterThanOrEqualTo(0);
                    }
                });
            }
        }
    }

    @Test
    void theEfficientTradesAreThoseOfTheBestMatching() {
        CallMechanism mechanism = KDoubleAuction.of(3, 2, 0.5);
        Profiles.each(5, new double[] {0, 1, 2, 3}, messages -> {
            MarketOutcome outcome = mechanism.outcome(messages, TieOrder.byIndex(5));
            assertThat(Profiles.gains(mechanism, messages, outcome)).isEqualTo(bestMatching(messages));
        });
    }

    /** The most that one or two pairs of three buyers and two sellers can gain, by trying all. */
    private static double bestMatching(double[] messages) {
        double best = 0;
        for (int first = 0; first < 3; first++) {
            for (int seller = 3; seller < 5; seller++) {
                best = Math.max(best, messages[first] - messages[seller]);
            }
            for (int second = 0; second < 3; second++) {
                double both = messages[first] + messages[second] - messages[3] - messages[4];
                best = Math.max(best, second == first ? 0 : both);
            }
        }
        return best;
    }

    @Test
    void whoTiesForTheLastUnitGetsItInTheSameShareOfTieOrders() {
        int[] wins = new int[5];
        double[] messages = {5, 5, 5, 5, 1};
        for (int shift = 0; shift < 4; shift++) {
            int[] ranks = {shift, (shift + 1) % 4, (shift + 2) % 4, (shift + 3) % 4, 4};
            MarketOutcome outcome = KDoubleAuction.of(4, 1, 0.5).outcome(messages, TieOrder.of(ranks));
            for (int i = 0; i < 5; i++) {
                wins[i] += outcome.units(i);
            }
        }
        assertThat(wins).containsExactly(1, 1, 1, 1, -4);
    }

    @Test
    void theArraysServeOneMarketAfterAnother() {
        Clearing clearing = Clearing.of(3, 3);
        CallMechanism mechanism = KDoubleAuction.of(3, 3, 0.5);
        Random random = new Random(5);
        for (int n = 0; n < 2_000; n++) {
            double[] messages = new double[6];
            for (int i = 0; i < 6; i++) {
                messages[i] = random.nextInt(8) == 0 ? Double.NaN : random.nextInt(6);
            }
            mechanism.clear(messages, TieOrder.byIndex(6), clearing);
            assertThat(clearing.outcome()).isEqualTo(mechanism.outcome(messages, TieOrder.byIndex(6)));
        }
    }

    @Test
    void thePriceStaysInItsIntervalAlsoInFloatingPoint() {
        Random random = new Random(3);
        for (int n = 0; n < 20_000; n++) {
            double ask = random.nextDouble();
            double bid = ask + random.nextInt(3) * Math.ulp(ask);
            Clearing clearing = cleared(KDoubleAuction.of(1, 1, random.nextDouble()), bid, ask);
            assertThat(clearing.buyerPrice()).isBetween(ask, bid);
        }
    }

    @Test
    void aThousandOnEachSideClear() {
        Random random = new Random(11);
        double[] messages = random.doubles(2_000).toArray();
        Clearing clearing = cleared(KDoubleAuction.of(1_000, 1_000, 0.5), messages);
        // E L = 500 with a standard deviation of √(mn/4(m+n)) ≈ 11.
        assertThat((double) clearing.trades()).isEqualTo(500, within(60.0));
    }

    @Test
    void numbersThatMakeNoMarketAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KDoubleAuction.of(0, 1, 0.5))
                .withMessage("buyers: 0 (expected: at least 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TradeReductionAuction.of(1, 0))
                .withMessage("sellers: 0 (expected: at least 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KDoubleAuction.of(1, 1, 1.5))
                .withMessage("k: 1.5 (expected: 0 to 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> McAfeeAuction.of(1, 1, 3.5, 3))
                .withMessage("lowest: 3.5 (expected: at most highest, 3.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VcgCallMarket.of(1, 1, Double.NaN, 3))
                .withMessage("lowestValue: NaN (expected: a finite number)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Clearing.of(1, 1).settle(1, 0, 0))
                .withMessage("units: 1 (expected: 0 to 0)");
    }

    private static CallMechanism[] all(int buyers, int sellers) {
        return new CallMechanism[] {
            KDoubleAuction.of(buyers, sellers, 0.5),
            KDoubleAuction.buyersBid(buyers, sellers),
            KDoubleAuction.sellersOffer(buyers, sellers),
            McAfeeAuction.of(buyers, sellers, -1, 9),
            VcgCallMarket.of(buyers, sellers, -1, 9),
            TradeReductionAuction.of(buyers, sellers)
        };
    }

    private static Clearing cleared(CallMechanism mechanism, double... messages) {
        Clearing clearing = Clearing.of(mechanism.buyers(), mechanism.sellers());
        mechanism.clear(messages, TieOrder.byIndex(messages.length), clearing);
        return clearing;
    }
}
