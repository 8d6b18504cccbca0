package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventLoopChooserTest {

    private final List<AtomicInteger> loops = List.of(new AtomicInteger(), new AtomicInteger());
    private final EventLoopChooser chooser = new EventLoopChooser(250);

    private void connect(int count) {
        for (int i = 0; i < count; i++) {
            chooser.choose(loops, AtomicInteger::get).incrementAndGet();
        }
    }

    private List<Integer> connections() {
        return loops.stream().map(AtomicInteger::get).toList();
    }

    @Test
    void fillsALoopBeforeItTakesTheNext() {
        connect(250);
        assertThat(connections()).containsExactly(250, 0);
        connect(50);
        assertThat(connections()).containsExactly(250, 50);
    }

    @Test
    void sharesOutEvenlyWhatIsMore() {
        connect(1_000);
        assertThat(connections()).containsExactly(500, 500);
    }

    @Test
    void takesTheRoomThatClosedConnectionsLeave() {
        connect(300);
        loops.get(0).set(100);
        connect(10);
        assertThat(connections()).containsExactly(110, 50);
    }
}
