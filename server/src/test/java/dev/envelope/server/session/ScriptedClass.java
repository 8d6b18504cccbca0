package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.message.Amount;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.live.StandIns;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import dev.envelope.server.transcript.TranscriptCheck;
import dev.envelope.server.transcript.TranscriptWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Two seats that play a round under each of two treatments, whatever happens to their server: what was not acknowledged is sent
 * again under its old id, and a server that died is started again on what it left.
 */
final class ScriptedClass implements AutoCloseable {

    private static final Plan PLAN = PlanReader.read("""
                    envelope: 1
                    title: Scripted
                    tick: 0.01
                    seats: 2
                    seed: scripted
                    timing: {seconds: 60, grace: 5, result: 4}
                    treatments:
                      first: {mechanism: first_price, bidders: 2, values: [0, 100]}
                      second: {mechanism: second_price, bidders: 2, values: [0, 100]}
                    blocks:
                      - {treatment: first, rounds: 1}
                      - {treatment: second, rounds: 1}
                    """).orElseThrow();

    private static final EventCodec CODEC = EventCodec.ofPlanFiles();
    private static final int TICK_MILLIS = 5_000;
    private static final Duration PATIENCE = Duration.ofMillis(40);

    private static final List<Bid> BIDS = List.of(
            new Bid(1, 0, 101, 4_000),
            new Bid(1, 0, 102, 4_500),
            new Bid(1, 1, 103, 3_000),
            new Bid(2, 1, 104, 5_000),
            new Bid(2, 0, 105, 2_000));

    /** What a seat says. */
    private record Bid(int round, int seat, long requestId, long ticks) {}

    private final UnaryOperator<Journal> afterDeath;
    private final AtomicLong clock = new AtomicLong(1_000_000);
    private final Map<Long, Integer> receipts = new TreeMap<>();
    private final List<Optional<FakeConnection>> connections =
            new ArrayList<>(List.of(Optional.empty(), Optional.empty()));
    private MortalJournal journal;
    private Journal store;
    private SessionRegistry registry;
    private String joinCode = "";
    private long lastHello = 1_000;

    /**
     * A class whose server has one fault.
     *
     * @param store where its server keeps what it commits
     * @param afterDeath what a new server finds there once the old one died
     * @param fault the fault
     * @param at at which commit, from 1; 0 for none
     */
    ScriptedClass(Journal store, UnaryOperator<Journal> afterDeath, MortalJournal.Fault fault, int at) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(1));
        this.store = store;
        this.afterDeath = afterDeath;
        journal = new MortalJournal(store, fault, at);
        registry = start();
    }

    private SessionRegistry start() {
        return SessionRegistry.start(
                journal,
                Limits.DEFAULT,
                text -> PlanReader.read(text).orElseThrow(),
                plan -> {},
                StandIns.NONE,
                clock::get);
    }

    /** How many commits its first server asked for. */
    int commits() {
        return journal.commits();
    }

    /** Plays to the end; what was then recorded, without times. */
    List<String> play() {
        open();
        join(0);
        join(1);
        BIDS.stream().filter(bid -> bid.round() == 1).forEach(this::submit);
        reach(state -> state.round() == 2 && state.phase() == Phase.OPEN);
        BIDS.stream().filter(bid -> bid.round() == 2).forEach(this::submit);
        reach(state -> state.phase() == Phase.FINISHED);
        return checked();
    }

    private void open() {
        while (joinCode.isEmpty()) {
            try {
                joinCode = registry.open(PLAN, OpenOptions.REPRODUCIBLE).joinCode();
            } catch (RuntimeException e) {
                if (journal.isDead()) {
                    restart();
                }
                registry.all().forEach(session -> joinCode = session.joinCode());
            }
        }
    }

    private void restart() {
        registry.close();
        store = afterDeath.apply(store);
        journal = new MortalJournal(store, MortalJournal.Fault.REFUSED, 0);
        clock.addAndGet(700_000);
        registry = start();
        connections.replaceAll(gone -> Optional.empty());
    }

    /** The seat's connection, made and welcomed when there is none. */
    private FakeConnection join(int seat) {
        for (int attempt = 0; connections.get(seat).isEmpty(); attempt++) {
            assertThat(attempt).isLessThan(2_000);
            FakeConnection connection = new FakeConnection();
            Request hello = new Request.Hello(++lastHello, 1, "test", Hall.person(joinCode, seat));
            if (asked(connection, hello).isPresent()) {
                connections.set(seat, Optional.of(connection));
            }
        }
        return connections.get(seat).orElseThrow();
    }

    private void submit(Bid bid) {
        Optional<Response> answer = Optional.empty();
        for (int attempt = 0; answer.isEmpty(); attempt++) {
            assertThat(attempt).isLessThan(2_000);
            Request submit = new Request.Submit(bid.requestId(), bid.round(), new Amount(bid.ticks()));
            FakeConnection connection = join(bid.seat());
            connection.forget();
            answer = asked(connection, submit);
        }
        receipts.put(bid.requestId(), ((Response.Receipt) answer.get()).number());
    }

    /** The answer; empty when the request is to be sent again, be it to another server. */
    private Optional<Response> asked(FakeConnection connection, Request request) {
        registry.request(connection, request);
        await().until(() ->
                journal.isDead() || connection.answerTo(request.id()).isPresent());
        if (journal.isDead()) {
            restart();
            return Optional.empty();
        }
        Response answer = connection.answerTo(request.id()).orElseThrow();
        if (answer instanceof Response.Refused refused) {
            assertThat(refused.refusal().code()).isEqualTo(RefusalCode.UNAVAILABLE);
            return Optional.empty();
        }
        return Optional.of(answer);
    }

    /** Lets time pass until the session is as {@code target} says. */
    private void reach(Predicate<SessionState> target) {
        for (int tick = 0; tick < 40; tick++) {
            if (journal.isDead()) {
                restart();
            } else if (is(target)) {
                return;
            }
            clock.addAndGet(TICK_MILLIS);
            try {
                await().atMost(PATIENCE).until(() -> journal.isDead() || is(target));
            } catch (ConditionTimeoutException notYet) {
                // More time has to pass.
            }
        }
        throw new AssertionError(
                "session " + joinCode + ": " + registry.state(joinCode) + " (expected: another state)");
    }

    private boolean is(Predicate<SessionState> target) {
        return registry.state(joinCode).filter(target).isPresent();
    }

    private List<String> checked() {
        List<Event> events = new ArrayList<>();
        registry.events(joinCode, events::add);
        Map<Long, Integer> sealed = new TreeMap<>();
        for (Event event : events) {
            if (event instanceof Event.MessageSealed message) {
                assertThat(sealed.put(message.requestId(), message.receipt()))
                        .as("stored twice")
                        .isNull();
            }
        }
        assertThat(sealed).isEqualTo(receipts);
        assertThat(rederived().finished()).isTrue();
        return events.stream().flatMap(event -> said(event).stream()).toList();
    }

    /** What must not depend on faults: bids and outcomes, not times. */
    private static Optional<String> said(Event event) {
        if (event instanceof Event.MessageSealed sealed) {
            return Optional.of(sealed.round() + " " + sealed.seat() + " " + sealed.message() + " " + sealed.receipt());
        }
        if (event instanceof Event.RoundSettled settled) {
            return Optional.of(settled.round() + " " + settled.markets());
        }
        return Optional.empty();
    }

    private TranscriptCheck.Summary rederived() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TranscriptWriter writer = new TranscriptWriter(bytes, joinCode);
            registry.transcript(joinCode, record -> {
                try {
                    writer.add(record);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.end();
            return new TranscriptCheck(() -> new ByteArrayInputStream(bytes.toByteArray()), CODEC).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        registry.close();
        journal.close();
    }
}
