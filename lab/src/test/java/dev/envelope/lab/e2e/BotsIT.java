package dev.envelope.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.view.Phase;
import dev.envelope.lab.command.CommandRun;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.session.OpenedSession;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code envelope bots} against a server. */
@Timeout(60)
class BotsIT extends CommandRun {
    @Test
    void botsThatAreSeatedPlayOnWhenMoreWereAskedForThanThereAreSeats(@TempDir Path directory) {
        try (LocalServer local = LocalServer.start(directory)) {
            OpenedSession session =
                    local.server.sessions().open(LocalServer.plan(LocalServer.SMALL), OpenOptions.seeded("bots"));

            assertThat(bots(local, session, 9)).isEqualTo(1);
            assertThat(err.toString()).containsPattern("8 of 9 seats taken: the session (is full|has begun)");
            assertThat(out.toString())
                    .contains("8 seats taken by truthful bots")
                    .containsPattern("the session is over; mean total payoff -?\\d+\\.\\d\\d points");
            assertThat(local.server
                            .sessions()
                            .find(session.joinCode())
                            .orElseThrow()
                            .phase())
                    .isEqualTo(Phase.FINISHED);

            assertThat(bots(local, session, 1)).isEqualTo(1);
            assertThat(err.toString()).contains("session: over");
        }
    }

    @Test
    void botsThatAllHaveTheirSeatsEndWell(@TempDir Path directory) {
        try (LocalServer local = LocalServer.start(directory)) {
            OpenedSession session =
                    local.server.sessions().open(LocalServer.plan(LocalServer.SMALL), OpenOptions.seeded("bots"));

            assertThat(bots(local, session, 8)).isZero();
            assertThat(err.toString()).isEmpty();
        }
    }

    private int bots(LocalServer local, OpenedSession session, int count) {
        return run(
                "bots",
                local.tcp().toString(),
                session.joinCode(),
                "--strategy",
                "truthful",
                "--count",
                String.valueOf(count));
    }
}
