package dev.envelope.theory.bilateral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import org.junit.jupiter.api.Test;

class PostedTradePriceTest {

    private static final UniformDistribution UNIT = UniformDistribution.of(0, 1);

    @Test
    void theBestPriceOfTheUnitSquareIsAHalf() {
        Traders traders = new Traders(UNIT, UNIT);
        assertThat(PostedTradePrice.ofLargestGains(traders).price()).isEqualTo(0.5, within(1e-14));
        assertThat(PostedTradePrice.ofLargestGains(traders).gains()).isEqualTo(1 / 8.0, within(1e-15));
        assertThat(PostedTradePrice.ofMostTrade(traders).tradeProbability()).isEqualTo(1 / 4.0, within(1e-15));
    }

    @Test
    void noPriceOnAGridDoesBetter() {
        Traders traders = new Traders(PowerDistribution.of(2, 0.1, 1), new BetaDistribution(2, 3, 0, 0.9));
        PostedTradePrice best = PostedTradePrice.ofLargestGains(traders);
        PostedTradePrice most = PostedTradePrice.ofMostTrade(traders);
        for (double x = 0; x <= 1; x += 0.01) {
            PostedTradePrice other = new PostedTradePrice(traders, x);
            assertThat(other.gains()).isLessThanOrEqualTo(best.gains());
            assertThat(other.tradeProbability()).isLessThanOrEqualTo(most.tradeProbability());
        }
        assertThat(best.figures().houseProfit()).isEqualTo(0, within(1e-15));
        assertThat(best.figures().expectedPrice()).isEqualTo(best.price(), within(1e-14));
    }

    @Test
    void aPriceBetweenDisjointSupportsRealisesEverything() {
        Traders traders = new Traders(UniformDistribution.of(2, 3), UNIT);
        PostedTradePrice best = PostedTradePrice.ofLargestGains(traders);
        assertThat(best.price()).isBetween(1.0, 2.0);
        assertThat(best.figures().efficiency()).isEqualTo(1, within(1e-15));
    }

    @Test
    void aPriceThatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PostedTradePrice(new Traders(UNIT, UNIT), Double.NaN))
                .withMessageContaining("price: NaN");
    }
}
