package dev.envelope.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.game.message.Amount;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.strategy.StrategyRandom;
import org.junit.jupiter.api.Test;

class ShadingStrategyTest extends StrategyContract {

    @Override
    Strategy strategy() {
        return new ShadingStrategy(0.25);
    }

    @Test
    void bidderKeepsTheFractionOfItsValueBack() {
        assertThat(strategy()
                        .decide(Treatments.view(Treatments.firstPrice(), 0, 8_000, 1), StrategyRandom.forSeat(1, 1, 1)))
                .isEqualTo(new Amount(6_000));
    }

    @Test
    void sellerAsksTheFractionOfTheWayToTheTop() {
        assertThat(strategy()
                        .decide(
                                Treatments.view(Treatments.doubleAuction(), 1, 2_000, 1),
                                StrategyRandom.forSeat(1, 1, 1)))
                .isEqualTo(new Amount(4_000));
    }

    @Test
    void fractionBeyondOneIsRefused() {
        assertThatThrownBy(() -> new ShadingStrategy(1.1))
                .hasMessageContaining("1.1")
                .hasMessageContaining("from 0 to 1");
    }
}
