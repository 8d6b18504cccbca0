package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.MemoryJournal;
import dev.envelope.server.live.StandIns;
import dev.envelope.server.request.Connection;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** A registry on a faulty journal in virtual time, and what tests say to it. */
final class Hall implements AutoCloseable {

    static final long START = 1_000_000;

    final AtomicLong clock = new AtomicLong(START);
    final FaultyJournal journal;
    SessionRegistry registry;
    private final Limits limits;
    private final StandIns standIns;
    private long lastRequest;

    Hall() {
        this(new MemoryJournal());
    }

    Hall(Journal store) {
        this(store, Limits.DEFAULT);
    }

    Hall(Journal store, Limits limits) {
        this(store, limits, StandIns.NONE);
    }

    Hall(Journal store, Limits limits, StandIns standIns) {
        this.standIns = standIns;
        this.limits = limits;
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(1));
        journal = new FaultyJournal(store);
        registry = start();
    }

    private SessionRegistry start() {
        return SessionRegistry.start(
                journal, limits, text -> PlanReader.read(text).orElseThrow(), plan -> {}, standIns, clock::get);
    }

    /** Ends the registry and starts another on the same journal, {@code downMillis} later. */
    void restart(long downMillis) {
        registry.close();
        clock.addAndGet(downMillis);
        registry = start();
    }

    static Plan plan(String mechanism, int seats, int rounds) {
        String roles = mechanism.equals("k_double_auction")
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
                        blocks:
                          - {treatment: only, rounds: %d}
                        """.formatted(seats, mechanism, roles, rounds)).orElseThrow();
    }

    OpenedSession open(int seats, int rounds) {
        return registry.open(plan("first_price", seats, rounds), OpenOptions.REPRODUCIBLE);
    }

    long nextRequest() {
        return ++lastRequest;
    }

    static Identity.Participant person(String joinCode, int number) {
        return new Identity.Participant(joinCode, "Person " + number, "%032x".formatted(number), true);
    }

    Response hello(FakeConnection connection, Identity identity) {
        long id = nextRequest();
        registry.request(connection, new Request.Hello(id, 1, "test", identity));
        return connection.awaitAnswer(id);
    }

    /** Says hello with this request id and does not wait. */
    void hello(Connection connection, Identity identity, long id) {
        registry.request(connection, new Request.Hello(id, 1, "test", identity));
    }

    /** {@code count} persons, each welcomed on a connection of its own, in the order of their seats. */
    List<FakeConnection> seat(String joinCode, int count) {
        List<FakeConnection> connections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FakeConnection connection = new FakeConnection();
            assertThat(hello(connection, person(joinCode, i))).isInstanceOf(Response.Welcome.class);
            connections.add(connection);
        }
        return connections;
    }

    /** Sends a bid and does not wait; returns the request's id. */
    long send(FakeConnection connection, int round, long ticks) {
        return send(connection, round, new Amount(ticks));
    }

    long send(FakeConnection connection, int round, Message message) {
        long id = nextRequest();
        registry.request(connection, new Request.Submit(id, round, message));
        return id;
    }

    Response bid(FakeConnection connection, int round, long ticks) {
        return connection.awaitAnswer(send(connection, round, ticks));
    }

    @Override
    public void close() {
        journal.letGo();
        registry.close();
    }
}
