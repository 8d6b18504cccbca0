package dev.envelope.game.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StrategyRandomTest {

    @Test
    void theSamePlaceGetsTheSameNumbersForEver() {
        assertThat(StrategyRandom.forSeat(1, 2, 3).nextLong()).isEqualTo(-340306852970789536L);
    }

    @Test
    void placesShareNothing() {
        Set<Long> first = new HashSet<>();
        for (int seed = 0; seed < 10; seed++) {
            for (int seat = 0; seat < 50; seat++) {
                for (int round = 1; round <= 50; round++) {
                    first.add(StrategyRandom.forSeat(seed, seat, round).nextLong());
                }
            }
        }
        assertThat(first).hasSize(10 * 50 * 50);
    }
}
