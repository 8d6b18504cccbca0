package dev.envelope.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunningClockTest {

    private static final long HOUR = 3_600_000;

    private final AtomicLong wall = new AtomicLong(1_700_000_000_000L);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 500_000);
    private final RunningClock clock = RunningClock.start(wall::get, nanos::get);

    @Test
    void goesOnFromTheTimeOfDayAtTheStart() {
        assertThat(clock.getAsLong()).isEqualTo(1_700_000_000_000L);
        nanos.addAndGet(1_999_999); // past the largest number, as the count of elapsed time may go
        assertThat(clock.getAsLong()).isEqualTo(1_700_000_000_001L);
    }

    @Test
    void whoSetsTheTimeOfDayMovesNothing() {
        wall.addAndGet(-HOUR);
        assertThat(clock.getAsLong()).isEqualTo(1_700_000_000_000L);
        nanos.addAndGet(60_000_000_000L);
        wall.addAndGet(3 * HOUR);
        assertThat(clock.getAsLong()).isEqualTo(1_700_000_060_000L);
    }
}
