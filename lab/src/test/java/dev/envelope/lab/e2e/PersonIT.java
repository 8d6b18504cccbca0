package dev.envelope.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.bots.BotCrew;
import dev.envelope.bots.CrewSettings;
import dev.envelope.bots.StrategyNames;
import dev.envelope.client.BlockingSeat;
import dev.envelope.client.ClientRuntime;
import dev.envelope.client.EnvelopeClient;
import dev.envelope.client.JoinRequest;
import dev.envelope.client.SeatClient;
import dev.envelope.client.SeatKey;
import dev.envelope.game.plan.Plan;
import dev.envelope.lab.person.PersonTerminal;
import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.terminal.Terminal;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.session.OpenedSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PersonIT {
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Plan TWELVE = LocalServer.plan("""
            envelope: 1
            title: Twelve
            seats: 12
            rounds: 2
            timing: {seconds: 30, grace: 0.2, result: 0}
            treatments:
              second: {mechanism: second_price, bidders: 12, values: [0, 100], messages: {minimum: 0, maximum: 200}}
            """);

    private final StringWriter shown = new StringWriter();
    private final PipedWriter keyboard = new PipedWriter();

    @Test
    void personWinsASecondPriceRoundAgainstElevenBotsAndComesBackToTheSeat(@TempDir Path directory) throws IOException {
        try (LocalServer local = LocalServer.start(directory);
                ClientRuntime runtime = ClientRuntime.create()) {
            OpenedSession session = local.server.sessions().open(TWELVE, OpenOptions.seeded("person"));
            SeatKey key = SeatKey.random();
            SeatClient seat = join(runtime, local, session, key);
            CompletableFuture<?> first = play(seat);
            CrewSettings crew = CrewSettings.of(session.joinCode(), 11, StrategyNames.parse("equilibrium"), 1);
            try (BotCrew bots = BotCrew.start(runtime, local.tcp(), crew)) {
                sees("Round 1 of 2", "face 11 others");
                type("200");
                sees("You get the object", "The price in your market was");

                sees("Round 2 of 2");
                type("quit");
                assertThat(first).succeedsWithin(SHORT);

                SeatClient again = join(runtime, local, session, key);
                assertThat(again.seat()).isEqualTo(seat.seat());
                shown.getBuffer().setLength(0);
                PipedWriter second = new PipedWriter();
                CompletableFuture<?> end = play(again, second);
                sees("Round 2 of 2");
                second.write("pass\n");
                second.flush();
                sees("You pass.", "The session is over.");
                assertThat(end).succeedsWithin(SHORT);
                assertThat(bots.whenFinished().toCompletableFuture()).succeedsWithin(SHORT);
            }
        }
    }

    private static SeatClient join(ClientRuntime runtime, LocalServer local, OpenedSession session, SeatKey key) {
        EnvelopeClient client = EnvelopeClient.of(runtime, local.tcp());
        return BlockingSeat.await(client.takeSeat(JoinRequest.person(session.joinCode(), "Ann", key)), SHORT);
    }

    private CompletableFuture<?> play(SeatClient seat) throws IOException {
        return play(seat, keyboard);
    }

    private CompletableFuture<?> play(SeatClient seat, PipedWriter typing) throws IOException {
        Terminal terminal = new Terminal(new BufferedReader(new PipedReader(typing)), new PrintWriter(shown), true);
        return CompletableFuture.supplyAsync(
                () -> PersonTerminal.play(seat, terminal, Catalogue.of(Catalogue.Language.EN)));
    }

    private void type(String line) throws IOException {
        keyboard.write(line + "\n");
        keyboard.flush();
    }

    private void sees(String... texts) {
        for (String text : texts) {
            await().atMost(SHORT)
                    .pollInterval(Duration.ofMillis(10))
                    .untilAsserted(() -> assertThat(shown.toString()).contains(text));
        }
    }
}
