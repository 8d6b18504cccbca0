package dev.envelope.lab.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.bots.BotCrew;
import dev.envelope.bots.CrewSettings;
import dev.envelope.bots.StrategyNames;
import dev.envelope.client.ClientRuntime;
import dev.envelope.client.api.Endpoint;
import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.headless.HeadlessSession;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.event.Event;
import dev.envelope.lab.demo.Demonstration;
import dev.envelope.lab.verification.Finding;
import dev.envelope.server.EnvelopeServer;
import dev.envelope.server.net.NetworkSettings;
import dev.envelope.server.session.OpenOptions;
import dev.envelope.server.session.OpenedSession;
import dev.envelope.server.settings.ServerSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SameRecordsIT {
    /** The small plan and the mechanisms in which bids exceed values or everyone pays. */
    private static final Plan PLAN = LocalServer.plan(LocalServer.SMALL.replace("rounds: 6", """
              third: {mechanism: third_price, bidders: 4, values: [0, 100]}
              agv: {mechanism: agv, bidders: 2, values: {type: beta, alpha: 2, beta: 3, lo: 0, hi: 100}}
              agv-trade: {mechanism: agv, buyer: [0, 100], seller: [0, 100]}
              vcg-trade: {mechanism: vcg, buyer: [0, 100], seller: [0, 100]}
              balanced: {mechanism: balanced, bidders: 4, values: [0, 100]}
            rounds: 6"""));

    private static final long STRATEGY_SEED = Demonstration.strategySeed("same");

    @ParameterizedTest
    @ValueSource(strings = {"equilibrium", "zi"})
    void sameSeedAndStrategiesGiveTheSameRecordsHeadlessInProcessAndOverTcp(String strategy, @TempDir Path directory) {
        List<String> headless = CanonicalJournal.of(headless(strategy));

        assertThat(headless).hasSize(1 + 8 + 1 + 48 * (1 + 1 + 8 + 1 + 1) + 1);
        try (LocalServer local = LocalServer.start(directory)) {
            assertThat(CanonicalJournal.of(live(local.server, local.tcp(), strategy)))
                    .isEqualTo(headless);
        }
        ServerSettings memory = ServerSettings.DEFAULT.inMemory();
        String name = "same-records-" + strategy;
        try (EnvelopeServer server = EnvelopeServer.start(memory, NetworkSettings.inProcess(name))) {
            assertThat(CanonicalJournal.of(live(server, Endpoint.inProcess(name), strategy)))
                    .isEqualTo(headless);
        }
    }

    private static List<Event> headless(String strategy) {
        return HeadlessSession.record(
                        PLAN,
                        SessionSeed.of("same"),
                        seat -> StrategyNames.parse(strategy).get(),
                        STRATEGY_SEED)
                .events();
    }

    private static List<Event> live(EnvelopeServer server, Endpoint endpoint, String strategy) {
        OpenedSession session = server.sessions().open(PLAN, OpenOptions.seeded("same"));
        CrewSettings settings = CrewSettings.of(session.joinCode(), 8, StrategyNames.parse(strategy), STRATEGY_SEED);
        try (ClientRuntime runtime = ClientRuntime.create();
                BotCrew crew = BotCrew.start(runtime, endpoint, settings)) {
            assertThat(crew.whenFinished().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(30));
        }
        List<Event> events = new ArrayList<>();
        server.sessions().events(session.joinCode(), events::add);
        return events;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void demonstrationPlaysOverTcpAndReadsTheRecords(boolean truthful, @TempDir Path directory) throws Exception {
        Plan plan = LocalServer.plan(LocalServer.SMALL.replace("rounds: 6", "rounds: 200"));
        StringWriter progress = new StringWriter();
        try (LocalServer local = LocalServer.start(directory)) {
            List<Finding> findings = new Demonstration(local.server, local.tcp(), new PrintWriter(progress), false)
                    .play(plan, StrategyNames.parse(truthful ? "truthful" : "equilibrium"), "1");

            assertThat(findings)
                    .extracting(finding -> finding.observed().markets())
                    .containsExactly(400L, 800L, 800L);
            // Truth is the equilibrium of the optimal auction alone.
            assertThat(findings.get(0).agrees()).isEqualTo(!truthful);
            assertThat(findings.get(2).agrees()).isTrue();
        }
        assertThat(progress.toString().lines()).hasSize(3).allMatch(line -> line.endsWith("200 of 200 rounds"));
    }
}
