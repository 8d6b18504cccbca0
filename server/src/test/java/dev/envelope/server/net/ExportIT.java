package dev.envelope.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import dev.envelope.server.export.ExportDoor;
import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.BrokenChainException;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.journal.ForwardingJournal;
import dev.envelope.server.journal.MemoryJournal;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.event.EventCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class ExportIT {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final SlowJournal journal = new SlowJournal();
    private Optional<NetworkServer> server = Optional.empty();

    @BeforeEach
    void start() {
        Leaks.watch();
        Chain chain = new Chain();
        List<StoredRecord> records = new ArrayList<>();
        for (Event event : events()) {
            records.add(chain.add(EventCodec.ofPlanFiles().encode(event)));
        }
        String hash = HexFormat.of().formatHex(Chain.sha256().digest(TOKEN.getBytes(StandardCharsets.US_ASCII)));
        StoredSession row = new StoredSession(1, "HEADLESS", 1, true, new StoredSession.Secrets("5eed", "0ce0", hash));
        journal.append(List.of(new Batch(1, 1, records, new TreeMap<>(Map.of(0, "Ann")), Optional.of(row), true)));
        NetworkSettings.Socket socket = new NetworkSettings.Socket("127.0.0.1", 0, Optional.empty());
        server = Optional.of(NetworkServer.start(
                new NetworkSettings(Optional.of(socket), Optional.empty(), 1),
                TestNetwork.limits(),
                new FakeDesk(),
                Optional.of(new ExportDoor(journal))));
    }

    private static List<Event> events() {
        return HeadlessSession.record(
                        PlanReader.read("""
                                envelope: 1
                                seats: 40
                                rounds: 40
                                treatments:
                                  main: {mechanism: first_price, bidders: 4, values: [0, 100]}
                                """).orElseThrow(),
                        SessionSeed.of("export"),
                        seat -> (view, random) -> new Amount(view.valueTicks() / 2),
                        1)
                .events();
    }

    @AfterEach
    void stop() {
        journal.readers.release(100);
        server.ifPresent(NetworkServer::close);
    }

    private RawClient send(String line, String authorization) throws IOException {
        String header = authorization.isEmpty() ? "" : "Authorization: " + authorization + "\r\n";
        String request = line + " HTTP/1.1\r\nHost: a\r\n" + header + "\r\n";
        int port = server.orElseThrow().port();
        return new RawClient(new Socket(InetAddress.getLoopbackAddress(), port))
                .send(request.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] ask(String line, String authorization) throws IOException {
        try (RawClient client = send(line, authorization)) {
            return client.in().readAllBytes();
        }
    }

    private String said(String line, String authorization) throws IOException {
        return new String(ask(line, authorization), StandardCharsets.ISO_8859_1);
    }

    private static byte[] body(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        return text.substring(text.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> files(byte[] zip) throws IOException {
        List<String> files = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.add(entry.getName());
            }
        }
        return files;
    }

    @Test
    void theInstructorIsSentTheWholeExport() throws IOException {
        byte[] answer = ask("GET /sessions/headless/export.zip", "Bearer " + TOKEN);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        ExportDoor door = new ExportDoor(journal);
        door.export(door.find("HEADLESS").orElseThrow(), false).writeTo(expected);

        assertThat(body(answer)).isEqualTo(expected.toByteArray()).hasSizeGreaterThan(64 * 1024);
        assertThat(new String(answer, StandardCharsets.ISO_8859_1))
                .startsWith("HTTP/1.1 200 ")
                .contains("content-type: application/zip")
                .contains("content-disposition: attachment; filename=\"HEADLESS.zip\"")
                .contains("content-length: " + expected.size())
                .contains("connection: close");
    }

    @Test
    void namesAreSentWhenTheyAreAskedFor() throws IOException {
        String path = "GET /sessions/HEADLESS/export.zip";

        assertThat(files(body(ask(path + "?names=1", "bearer " + TOKEN)))).contains("names.csv");
        assertThat(files(body(ask(path, "Bearer " + TOKEN))))
                .contains("long.csv")
                .doesNotContain("names.csv");
    }

    /** Names leave the server only where it is beyond doubt that they were asked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "names",
                "names=0",
                "names=true",
                "names=1&names=0",
                "names=1&x",
                "name=1",
                "NAMES=1",
                "names=%31"
            })
    void anyOtherQueryIsRefused(String query) throws IOException {
        assertThat(said("GET /sessions/HEADLESS/export.zip?" + query, "Bearer " + TOKEN + "\r\nConnection: close"))
                .startsWith("HTTP/1.1 400 ")
                .contains("query: other than ?names=1 (expected: that, or none)")
                .doesNotContain("PK");
    }

    @Test
    void headIsAnsweredWithoutMakingTheExport() throws IOException {
        assertThat(said("HEAD /sessions/HEADLESS/export.zip", "Bearer " + TOKEN))
                .startsWith("HTTP/1.1 200 ")
                .contains("application/zip")
                .endsWith("\r\n\r\n");
        assertThat(journal.reads).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, HEADLESS, '', 401",
        "GET, HEADLESS, Bearer, 401",
        "GET, HEADLESS, Basic MTIz, 401",
        "GET, HEADLESS, Bearer 0123456789abcdef0123456789abcdee, 401",
        "HEAD, HEADLESS, Bearer wrong, 401",
        "GET, XXXXX, Bearer " + TOKEN + ", 404",
        "GET, HEAD-LESS, Bearer " + TOKEN + ", 404",
        "POST, HEADLESS, Bearer " + TOKEN + ", 405"
    })
    void nobodyElseIs(String method, String code, String authorization, String status) throws IOException {
        String answer = said(method + " /sessions/" + code + "/export.zip", authorization + "\r\nConnection: close");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").doesNotContain("PK");
        assertThat(answer.contains("www-authenticate: Bearer")).isEqualTo(status.equals("401"));
        assertThat(journal.reads).isZero();
    }

    @Test
    void manyAtOnceAreToldToComeBackAndNobodyElseWaits() throws Exception {
        journal.readers.drainPermits();
        List<RawClient> waiting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waiting.add(send("GET /sessions/HEADLESS/export.zip", "Bearer " + TOKEN));
        }
        journal.begun.await();

        assertThat(untilBusy()).startsWith("HTTP/1.1 503 ").contains("retry-after: ");
        assertThat(said("GET /health", "x\r\nConnection: close")).startsWith("HTTP/1.1 200 ");
        journal.readers.release(100);
        for (RawClient client : waiting) {
            assertThat(files(body(client.in().readAllBytes()))).contains("SHA256SUMS");
            client.close();
        }
    }

    /** The four above may not have been read yet, so that one more is taken; it is given up. */
    private String untilBusy() throws IOException {
        String answer = "";
        for (int attempt = 0; attempt < 8 && answer.isEmpty(); attempt++) {
            try (RawClient client =
                    send("HEAD /sessions/HEADLESS/export.zip", "Bearer " + TOKEN + "\r\nConnection: close")) {
                client.timeout(500);
                answer = new String(client.in().readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (SocketTimeoutException taken) {
                answer = "";
            }
        }
        return answer;
    }

    /** A journal whose readers can be made to wait. */
    private static final class SlowJournal extends ForwardingJournal {

        final Semaphore readers = new Semaphore(1_000);
        final CountDownLatch begun = new CountDownLatch(2);
        volatile int reads;
        volatile boolean damaged;

        SlowJournal() {
            super(new MemoryJournal());
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // only whether it is 0 matters
        public void read(long session, Consumer<StoredRecord> reader) {
            reads++;
            begun.countDown();
            readers.acquireUninterruptibly();
            long[] number = {0};
            super.read(session, record -> {
                if (damaged && ++number[0] == 7) {
                    throw new BrokenChainException(session, 7, "its hash is another");
                }
                reader.accept(record);
            });
        }
    }
}
