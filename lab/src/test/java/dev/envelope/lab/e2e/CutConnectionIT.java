package dev.envelope.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.client.BlockingSeat;
import dev.envelope.client.ClientRuntime;
import dev.envelope.client.EnvelopeClient;
import dev.envelope.client.InstructorClient;
import dev.envelope.client.JoinRequest;
import dev.envelope.client.SeatClient;
import dev.envelope.client.SeatKey;
import dev.envelope.client.api.Endpoint;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.view.View;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person stays at the terminal while the network to the server is cut in the middle of a round. */
@Timeout(60)
class CutConnectionIT {
    private static final Duration SHORT = Duration.ofSeconds(15);
    private static final Plan TWO = LocalServer.plan("""
            envelope: 1
            title: Two
            seats: 2
            rounds: 2
            timing: {seconds: 600, grace: 300, result: 300}
            treatments:
              first: {mechanism: first_price, bidders: 2, values: [0, 100]}
            """);

    private final StringWriter shown = new StringWriter();
    private final PipedWriter keyboard = new PipedWriter();
    private final ClientRuntime runtime = ClientRuntime.create();
    private final SeatKey key = SeatKey.random();

    @TempDir
    private Path directory = Path.of("");

    private LocalServer local;
    private CutProxy proxy;
    private OpenedSession session;

    @BeforeEach
    void open() throws IOException {
        local = LocalServer.start(directory);
        proxy = new CutProxy(local.server.port());
        session = local.server.sessions().open(TWO, OpenOptions.seeded("cut"));
    }

    @AfterEach
    void close() throws IOException {
        runtime.close();
        proxy.close();
        local.close();
    }

    @Test
    void personGoesOnInTheSeatWithTheBidThatStoodAndBidsAgain() throws IOException {
        SeatClient seat = join("Ann", key, Endpoint.tcp("127.0.0.1", proxy.port()));
        CompletableFuture<?> playing = play(seat);
        join("Bob", SeatKey.random(), local.tcp());
        sees("Round 1 of 2", "s left");
        type("40");
        sees("Your 40.00 stands.");

        forget();
        proxy.cut();
        await().atMost(SHORT).until(() -> proxy.refused() >= 3);
        proxy.mend();
        sees("Connected again, in your seat " + seat.seat(), "Your 40.00 stands.", "s left");
        assertThat(unbroken().split("The connection is cut", -1)).hasSize(2);

        type("55.5");
        sees("Your 55.50 stands.");
        closeRound();
        sees("You get the object", "and pay 55.50");
        assertThat(accepted(seat.seat())).containsExactly(new Amount(4_000), new Amount(5_550));
        assertThat(playing).isNotDone();
    }

    @Test
    void newerBidOfAnotherDeviceStandsWhenTheReceiptOfAnEarlierOneWasLost() throws IOException {
        SeatClient seat = join("Ann", key, Endpoint.tcp("127.0.0.1", proxy.port()));
        CompletableFuture<?> playing = play(seat);
        SeatClient device = join("Ann", key, local.tcp());
        join("Bob", SeatKey.random(), local.tcp());
        sees("Round 1 of 2", "s left");
        type("20");
        sees("Your 20.00 stands.");
        proxy.losesAnswers();
        type("30");
        await().atMost(SHORT).until(() -> standing(device).equals(Optional.of(new Amount(3_000))));
        BlockingSeat.await(device.submit(1, new Amount(4_000)), SHORT);

        forget();
        proxy.cut();
        sees("The connection is cut");
        type("35");
        sees("The connection is cut. Your 35.00 is sent as soon as it is back");
        proxy.mend();
        sees("Your 40.00 stands.", "another connection of the seat has sent a message since");
        forget();
        type("");
        sees("Your 40.00 stands.");
        assertThat(playing).isNotDone();
        assertThat(standing(device)).contains(new Amount(4_000));
        assertThat(accepted(seat.seat())).containsExactly(new Amount(2_000), new Amount(3_000), new Amount(4_000));
    }

    private static Optional<Message> standing(SeatClient seat) {
        return seat.snapshot().view().flatMap(View::standing);
    }

    @Test
    void personWhoComesBackBetweenRoundsSeesWhereTheSessionStands() throws IOException {
        SeatClient seat = join("Ann", key, local.tcp());
        CompletableFuture<?> first = play(seat);
        join("Bob", SeatKey.random(), local.tcp());
        sees("Round 1 of 2");
        closeRound();
        sees("Nothing changes hands for you.");
        type("quit");
        assertThat(first).succeedsWithin(SHORT);

        forget();
        CompletableFuture<?> second = play(join("Ann", key, local.tcp()), new PipedWriter());
        sees("You have seat " + seat.seat(), "Round 1 of 2 has been played; your total is 0.00 points. Wait");
        assertThat(second).isNotDone();
    }

    private SeatClient join(String name, SeatKey seatKey, Endpoint endpoint) {
        JoinRequest request = JoinRequest.person(session.joinCode(), name, seatKey);
        return BlockingSeat.await(EnvelopeClient.of(runtime, endpoint).takeSeat(request), SHORT);
    }

    private CompletableFuture<Optional<Throwable>> play(SeatClient seat) throws IOException {
        return play(seat, keyboard);
    }

    private CompletableFuture<Optional<Throwable>> play(SeatClient seat, PipedWriter typing) throws IOException {
        Terminal terminal = new Terminal(new BufferedReader(new PipedReader(typing)), new PrintWriter(shown), true);
        return CompletableFuture.supplyAsync(
                () -> PersonTerminal.play(seat, terminal, Catalogue.of(Catalogue.Language.EN)));
    }

    private void closeRound() {
        InstructorClient instructor = BlockingSeat.await(
                EnvelopeClient.of(runtime, local.tcp()).instruct(session.joinCode(), session.instructorToken()), SHORT);
        BlockingSeat.await(instructor.closeRound().thenApply(nothing -> true), SHORT);
    }

    /** The messages of {@code seat} in the journal. */
    private List<Message> accepted(int seat) {
        List<Message> messages = new ArrayList<>();
        local.server.sessions().events(session.joinCode(), event -> {
            if (event instanceof Event.MessageSealed accepted && accepted.seat() == seat) {
                messages.add(accepted.message());
            }
        });
        return messages;
    }

    private void type(String line) throws IOException {
        keyboard.write(line + "\n");
        keyboard.flush();
    }

    private void forget() {
        shown.getBuffer().setLength(0);
    }

    private void sees(String... texts) {
        for (String text : texts) {
            await().atMost(SHORT)
                    .pollInterval(Duration.ofMillis(10))
                    .untilAsserted(() -> assertThat(unbroken()).contains(text));
        }
    }

    /** What was shown, whatever the places where lines were broken. */
    private String unbroken() {
        return shown.toString().replace(System.lineSeparator(), " ");
    }
}
