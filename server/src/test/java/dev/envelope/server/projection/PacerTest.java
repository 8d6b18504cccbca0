package dev.envelope.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacerTest {

    private final AtomicLong now = new AtomicLong();
    private final List<Long> rests = new ArrayList<>();
    private final Pacer pacer = new Pacer(now::get, rest -> {
        rests.add(rest);
        now.addAndGet(rest);
    });

    @Test
    void workTakesOnePartInFive() {
        for (int record = 0; record < 10_000; record++) {
            now.addAndGet(1_000);
            pacer.pause();
        }

        assertThat(rests).hasSize(5).containsOnly(4 * Pacer.STRETCH);
        assertThat(now.get()).isEqualTo(5 * 10_000_000L);
    }

    @Test
    void timeWithoutWorkIsNoWork() {
        now.addAndGet(1_000_000_000);
        pacer.begin();
        pacer.pause();

        assertThat(rests).isEmpty();
    }
}
