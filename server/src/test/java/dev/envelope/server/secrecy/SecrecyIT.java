package dev.envelope.server.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.server.EnvelopeServer;
import dev.envelope.server.net.NetworkSettings;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.settings.ServerSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Until a round closes, the bytes that leave the server for seat B and for a screen do not depend on whether, when or what
 * seat A submits. The same session is played in several runs side by side on real sockets, at the same virtual times, so
 * that the remaining times are equal too; the runs differ in what A does.
 */
@Timeout(60)
final class SecrecyIT {

    private static final ServerSettings SETTINGS =
            ServerSettings.DEFAULT.withBind("127.0.0.1").withPort(0).inMemory();

    /** What A does at each of four moments, in ticks; nothing for 0; abstains for -1. B acts in between. */
    private static final List<List<Integer>> CONDUCTS = List.of(
            List.of(0, 0, 0, 0),
            List.of(7_000, 0, 0, 0),
            List.of(700, 0, 0, 0),
            List.of(0, 0, 7_000, 0),
            List.of(1_000, 2_000, 3_000, 4_000),
            List.of(0, 0, 0, 9_900),
            List.of(-1, -1, 0, 0));

    private final AtomicLong clock = new AtomicLong(1_000_000);
    private final EnvelopeServer server = EnvelopeServer.start(SETTINGS, NetworkSettings.of(SETTINGS), clock::get);
    private final List<Table> tables = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (Table table : tables) {
            table.close();
        }
        server.close();
    }

    static Stream<Arguments> playable() {
        return Stream.of(MechanismType.values())
                .filter(MechanismType::isPlayable)
                .flatMap(mechanism -> Stream.of(Wire.Speech.values()).map(speech -> Arguments.of(mechanism, speech)));
    }

    @ParameterizedTest
    @MethodSource("playable")
    void whatAnotherSeatSubmitsChangesNoByteBeforeTheClose(MechanismType mechanism, Wire.Speech speech)
            throws IOException {
        for (int run = 0; run < CONDUCTS.size(); run++) {
            tables.add(open(mechanism, speech));
        }
        for (int step = 0; step < CONDUCTS.get(0).size(); step++) {
            for (int run = 0; run < CONDUCTS.size(); run++) {
                tables.get(run).act(CONDUCTS.get(run).get(step));
            }
            clock.addAndGet(300);
            for (Table table : tables) {
                table.answerB(step);
            }
        }
        List<List<String>> reference = tables.get(0).heard();
        assertThat(reference.get(0)).hasSizeGreaterThan(4 * 4);
        for (int run = 1; run < CONDUCTS.size(); run++) {
            assertThat(tables.get(run).heard())
                    .as("A does %s", CONDUCTS.get(run))
                    .isEqualTo(reference);
        }
        assertThat(results()).as("what A did counts after the close").hasSizeGreaterThan(1);
    }

    /** What B learns when the round has closed, each once. */
    private Set<String> results() throws IOException {
        clock.addAndGet(120_000);
        Set<String> results = new HashSet<>();
        for (Table table : tables) {
            results.add(table.settled());
        }
        return results;
    }

    private Table open(MechanismType mechanism, Wire.Speech speech) throws IOException {
        String joinCode = server.sessions()
                .open(plan(mechanism), OpenOptions.REPRODUCIBLE)
                .joinCode();
        return Table.seat(server.port(), joinCode, speech, mechanism, seats(mechanism) - 2);
    }

    private static int seats(MechanismType mechanism) {
        return mechanism == MechanismType.THIRD_PRICE ? 3 : 2;
    }

    private static Plan plan(MechanismType mechanism) {
        int seats = seats(mechanism);
        String roles = mechanism == MechanismType.K_DOUBLE_AUCTION
                ? "buyer: [0, 100], seller: [0, 100]"
                : "bidders: " + seats + ", values: [0, 100]";
        return PlanReader.read("""
                        envelope: 1
                        title: Test
                        tick: 0.01
                        seats: %d
                        seed: test
                        timing: {seconds: 60, grace: 5, result: 4}
                        treatments:
                          only: {mechanism: %s, %s}
                        rounds: 2
                        """.formatted(seats, mechanism.planName(), roles))
                .orElseThrow();
    }
}
