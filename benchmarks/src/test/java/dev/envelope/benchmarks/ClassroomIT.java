package dev.envelope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.client.ClientRuntime;
import dev.envelope.client.api.Endpoint;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.Phase;
import dev.envelope.server.EnvelopeServer;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.settings.ServerSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A class in small: one seat, one bid and one payoff each, and nobody waits for those who have lost their connection. */
@Timeout(120)
class ClassroomIT {

    private static final int PEOPLE = 45;

    @Test
    void everybodyHasASeatAndEveryGroupFinishesWhoeverIsGone(@TempDir Path directory) {
        ServerSettings settings = ServerSettings.DEFAULT
                .withBind("127.0.0.1")
                .withPort(0)
                .withJournal(directory.resolve("class.envelope"));
        try (EnvelopeServer server = EnvelopeServer.start(settings);
                ClientRuntime runtime = ClientRuntime.create()) {
            String joinCode = server.sessions()
                    .open(Classroom.plan(PEOPLE), OpenOptions.seeded("class"))
                    .joinCode();
            new Classroom(runtime, Endpoint.tcp("127.0.0.1", server.port()), joinCode, PEOPLE).play(20);
            Awaitility.await()
                    .until(() -> server.sessions().state(joinCode).orElseThrow().phase() == Phase.FINISHED);
            List<Event> events = new ArrayList<>();
            server.sessions().events(joinCode, events::add);

            assertThat(count(events, Event.SeatTaken.class)).isEqualTo(PEOPLE);
            assertThat(count(events, Event.SeatHandedOver.class)).isEqualTo(PEOPLE / 5);
            assertThat(count(events, Event.SeatGivenBack.class)).isEqualTo(PEOPLE / 5);
            assertThat(count(events, Event.MessageSealed.class)).isEqualTo(3 * PEOPLE - PEOPLE / 5);
            assertThat(events.stream()
                            .filter(Event.RoundSettled.class::isInstance)
                            .map(Event.RoundSettled.class::cast)
                            .map(round -> round.markets().stream()
                                    .mapToInt(market -> market.seats().size())
                                    .sum()))
                    .containsExactly(PEOPLE, PEOPLE, PEOPLE);
        }
    }

    private static long count(List<Event> events, Class<? extends Event> type) {
        return events.stream().filter(type::isInstance).count();
    }
}
