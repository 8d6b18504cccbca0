package dev.envelope.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.strategy.StrategyRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ZeroIntelligenceStrategyTest extends StrategyContract {

    private static final int DRAWS = 10_000;

    @Override
    Strategy strategy() {
        return new ZeroIntelligenceStrategy();
    }

    @Test
    void bidsAreUniformUpToTheValue() {
        double mean = mean(0, 8_000, false);

        // Mean 4000, standard deviation 8000/√12 = 2309, of the mean of 10,000 draws 23.1: within 4.5 of those.
        assertThat(mean).isBetween(4_000 - 104.0, 4_000 + 104.0);
    }

    @Test
    void asksAreUniformFromTheCost() {
        double mean = mean(1, 2_000, true);

        // Mean 6000, the same spread.
        assertThat(mean).isBetween(6_000 - 104.0, 6_000 + 104.0);
    }

    private double mean(int role, long value, boolean trade) {
        return IntStream.rangeClosed(1, DRAWS)
                .mapToLong(round -> ticks(strategy()
                        .decide(
                                Treatments.view(
                                        trade ? Treatments.doubleAuction() : Treatments.firstPrice(),
                                        role,
                                        value,
                                        round),
                                StrategyRandom.forSeat(5, 0, round))))
                .average()
                .orElseThrow();
    }
}
