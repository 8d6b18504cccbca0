package dev.envelope.lab.e2e;

import dev.envelope.client.api.Endpoint;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.server.EnvelopeServer;
import dev.envelope.server.settings.ServerSettings;
import java.nio.file.Path;

/** A server on 127.0.0.1 and a free port, for one test. */
final class LocalServer implements AutoCloseable {
    static final String SMALL = """
            envelope: 1
            seats: 8
            timing: {seconds: 30, grace: 0, result: 0}
            treatments:
              first: {mechanism: first_price, bidders: 4, values: [0, 100]}
              trade:
                mechanism: {type: k_double_auction, k: 0.5}
                buyer: {type: uniform, lo: 0, hi: 100}
                seller: {type: uniform, lo: 0, hi: 100}
              optimal:
                mechanism: optimal
                bidders:
                  - {name: strong, values: [0, 150]}
                  - {name: weak, values: [0, 50]}
            rounds: 6
            """;

    final EnvelopeServer server;

    private LocalServer(EnvelopeServer server) {
        this.server = server;
    }

    static LocalServer start(Path directory) {
        return new LocalServer(EnvelopeServer.start(ServerSettings.DEFAULT
                .withBind("127.0.0.1")
                .withPort(0)
                .withJournal(directory.resolve("test.envelope"))));
    }

    Endpoint tcp() {
        return Endpoint.tcp("127.0.0.1", server.port());
    }

    static Plan plan(String text) {
        return PlanReader.read(text).orElseThrow();
    }

    @Override
    public void close() {
        server.close();
    }
}
