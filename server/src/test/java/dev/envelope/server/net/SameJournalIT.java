package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.EnvelopeServer;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.session.OpenedSession;
import dev.envelope.server.settings.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same seed and the same messages give the same journal, record by record and byte by byte: over TCP and in this
 * process, on SQLite and in memory, and on every JDK, which is what the stored digests are for.
 *
 * <p>Messages are sent one after another, each once the one before is answered, at virtual times. Nothing is set aside but
 * the join code, which no seed decides; it stands in the first record, and so in the hashes of the chain.
 *
 * <p>The digests are written again by {@code mvn verify -pl server -am -Dtest=None -Dit.test=SameJournalIT
 * -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -Dgolden.write=true}.
 */
@Timeout(60)
class SameJournalIT {

    private static final Path DIGESTS = Path.of("src", "test", "resources", "golden", "digests");
    private static final EventCodec CODEC = EventCodec.ofPlanFiles();

    @TempDir
    private Path folder = Path.of("");

    static Stream<MechanismType> playable() {
        return Stream.of(MechanismType.values()).filter(MechanismType::isPlayable);
    }

    @ParameterizedTest
    @MethodSource("playable")
    void sameMessagesGiveTheSameRecordsOverTcpAndInProcessOnEveryJdk(MechanismType mechanism)
            throws IOException, InterruptedException {
        List<String> tcp = overTcp(mechanism);
        assertThat(tcp).hasSizeGreaterThan(25);
        assertThat(inProcess(mechanism)).isEqualTo(tcp);
        String found = digest(tcp) + "\n";
        Path file = DIGESTS.resolve(mechanism.planName() + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(DIGESTS);
            Files.writeString(file, found);
        }
        assertThat(found).as("SHA-256 of %s", tcp).isEqualTo(Files.readString(file));
    }

    private List<String> overTcp(MechanismType mechanism) throws IOException, InterruptedException {
        ServerSettings settings =
                ServerSettings.DEFAULT.withBind("127.0.0.1").withPort(0).withJournal(folder.resolve("tcp.envelope"));
        AtomicLong clock = new AtomicLong(Script.START);
        try (EnvelopeServer server = EnvelopeServer.start(settings, NetworkSettings.of(settings), clock::get)) {
            return play(server, clock, mechanism, () -> Line.tcp(server.port()));
        }
    }

    private static List<String> inProcess(MechanismType mechanism) throws IOException, InterruptedException {
        String name = "same-journal-" + mechanism;
        AtomicLong clock = new AtomicLong(Script.START);
        try (EnvelopeServer server =
                EnvelopeServer.start(ServerSettings.DEFAULT.inMemory(), NetworkSettings.inProcess(name), clock::get)) {
            return play(server, clock, mechanism, () -> Line.local(name));
        }
    }

    private static List<String> play(
            EnvelopeServer server, AtomicLong clock, MechanismType mechanism, Line.Source lines)
            throws IOException, InterruptedException {
        OpenedSession session = server.sessions().open(Script.plan(mechanism), Script.OPTIONS);
        try (Script script = new Script(mechanism, session, lines, clock::addAndGet)) {
            script.play();
        }
        List<String> records = new ArrayList<>();
        server.sessions().transcript(session.joinCode(), record -> records.add(withoutJoinCode(record.bytes())));
        return records;
    }

    private static String withoutJoinCode(byte[] record) {
        Event event = CODEC.decode(record);
        boolean first = event instanceof Event.SessionOpened;
        return HexFormat.of().formatHex(first ? CODEC.encode(withoutJoinCode((Event.SessionOpened) event)) : record);
    }

    private static Event withoutJoinCode(Event.SessionOpened opened) {
        return new Event.SessionOpened(
                opened.atMillis(),
                opened.rulesVersion(),
                "CDFGH",
                opened.plan(),
                opened.seedCommitment(),
                opened.reproducible());
    }

    private static String digest(List<String> records) {
        var sha256 = Chain.sha256();
        records.forEach(record -> sha256.update(HexFormat.of().parseHex(record)));
        return HexFormat.of().formatHex(sha256.digest());
    }
}
