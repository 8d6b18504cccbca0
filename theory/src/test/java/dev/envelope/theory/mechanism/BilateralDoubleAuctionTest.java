package dev.envelope.theory.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BilateralDoubleAuctionTest {

    @Test
    void tradesAtTheWeightedPriceWhereTheBidReachesTheAsk() {
        MarketOutcome outcome = trade(0.5, 61, 40);
        assertThat(outcome.price()).hasValue(50.5);
        assertThat(outcome.units(0)).isEqualTo(1);
        assertThat(outcome.units(1)).isEqualTo(-1);
        assertThat(outcome.payment(0)).isEqualTo(50.5);
        assertThat(outcome.payment(1)).isEqualTo(-50.5);
        assertThat(trade(0.25, 61, 40).price()).hasValue(45.25);
    }

    @Test
    void theEndsOfTheWeightAreTheBidAndTheAsk() {
        assertThat(trade(1, 0.7, 0.1).price()).hasValue(0.7);
        assertThat(trade(0, 0.7, 0.1).price()).hasValue(0.1);
    }

    @Test
    void equalOffersTradeAtThem() {
        assertThat(trade(0.3, 7.1, 7.1).price()).hasValue(7.1);
    }

    @Test
    void nothingHappensWhereTheBidIsBelowTheAskOrOneIsMissing() {
        assertThat(trade(0.5, 39, 40)).isEqualTo(MarketOutcome.nothing(2));
        assertThat(trade(0.5, Mechanism.ABSTAIN, 40)).isEqualTo(MarketOutcome.nothing(2));
        assertThat(trade(0.5, 39, Mechanism.ABSTAIN)).isEqualTo(MarketOutcome.nothing(2));
    }

    @Test
    void thePriceStaysBetweenTheOffersAlsoInFloatingPoint() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double ask = random.nextDouble();
            double bid = ask + random.nextInt(3) * Math.ulp(ask);
            OptionalDouble price = trade(random.nextDouble(), bid, ask).price();
            assertThat(price.orElseThrow()).isBetween(ask, bid);
        }
    }

    @Test
    void aWeightOutsideTheUnitIntervalIsRefused() {
        for (double k : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BilateralDoubleAuction.of(k))
                    .withMessage("k: " + k + " (expected: 0 to 1)");
        }
    }

    private static MarketOutcome trade(double k, double bid, double ask) {
        return BilateralDoubleAuction.of(k).outcome(new double[] {bid, ask}, TieOrder.byIndex(2));
    }
}
