package dev.envelope.server.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.StoredRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog(10);

    private static List<Batch> batches(int records) {
        Chain chain = new Chain();
        chain.add(new byte[] {0}); // the first record opens a session
        List<StoredRecord> made = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            made.add(chain.add(new byte[] {1}));
        }
        return List.of(new Batch(1, 2, made, Collections.emptySortedMap(), Optional.empty(), false));
    }

    @Test
    void givesWhatWasStoredInItsOrder() throws InterruptedException {
        List<Batch> first = batches(4);
        List<Batch> second = batches(6);
        backlog.add(first);
        backlog.add(second);

        assertThat(backlog.next(0)).containsSame(first);
        assertThat(backlog.next(0)).containsSame(second);
        assertThat(backlog.next(0)).isEmpty();
        assertThat(backlog.hasMissed()).isFalse();
    }

    @Test
    void whatWasTakenMakesRoom() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            backlog.add(batches(9));
            assertThat(backlog.next(0)).isPresent();
        }

        assertThat(backlog.hasMissed()).isFalse();
        assertThat(backlog.stored()).isEqualTo(45);
    }

    @Test
    void oneTooManyLetsAllGoUntilItBeginsAgain() throws InterruptedException {
        backlog.add(batches(9));
        backlog.add(batches(2));
        backlog.add(batches(1));

        assertThat(backlog.hasMissed()).isTrue();
        assertThat(backlog.next(0)).isEmpty();
        assertThat(backlog.isEmpty()).isTrue();
        assertThat(backlog.stored()).isEqualTo(12);

        backlog.restart();
        List<Batch> later = batches(10);
        backlog.add(later);

        assertThat(backlog.hasMissed()).isFalse();
        assertThat(backlog.next(0)).containsSame(later);
    }
}
