package dev.envelope.lab.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowNoticeTest {

    private final StringWriter err = new StringWriter();

    @Test
    void whoWaitsIsToldOnce() {
        try (SlowNotice notice = SlowNotice.after(Duration.ofMillis(1), new PrintWriter(err), true, "still at it")) {
            assertThat(notice).isNotNull();
            await().atMost(Duration.ofSeconds(10)).until(() -> !err.toString().isEmpty());
        }
        assertThat(err.toString().strip()).isEqualTo("still at it");
    }

    @Test
    void whatIsDoneBeforeOrSeenByNobodyIsNotAnnounced() throws InterruptedException {
        SlowNotice.after(Duration.ofMillis(20), new PrintWriter(err), true, "still at it")
                .close();
        try (SlowNotice unseen = SlowNotice.after(Duration.ofMillis(1), new PrintWriter(err), false, "still at it")) {
            assertThat(unseen).isNotNull();
            Thread.sleep(40); // nothing to wait for: it is that nothing comes
        }
        assertThat(err.toString()).isEmpty();
    }
}
