package dev.envelope.server.session;

import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.Event;
import dev.envelope.game.session.Refusal;
import dev.envelope.game.session.RefusalCode;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.SessionState;
import dev.envelope.game.view.Phase;
import dev.envelope.server.journal.EventCodec;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.JournalException;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.settings.Limits;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sessions of a server: opens them, resumes those of its journal, and brings requests to the one they are for. */
public final class SessionRegistry implements FrontDesk, Sessions, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionRegistry.class);
    private static final long POLL_MILLIS = 10;

    private final Journal journal;
    private final Limits limits;
    private final EventCodec codec;
    private final Consumer<Plan> admission;
    private final LongSupplier clock;
    private final SecureRandom random = new SecureRandom();
    private final SessionThreads threads;
    private final Committer committer;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "envelope-clock");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Long, SessionHost> hosts = new ConcurrentSkipListMap<>();
    private final Map<String, SessionHost> byCode = new ConcurrentHashMap<>();
    private final Map<Long, SessionHost> byConnection = new ConcurrentHashMap<>();
    private final Set<String> codes = new HashSet<>();
    private long lastId;
    private volatile boolean closing;

    private SessionRegistry(
            Journal journal,
            Limits limits,
            Function<String, Plan> planReader,
            Consumer<Plan> admission,
            LongSupplier clock) {
        this.journal = journal;
        this.limits = limits;
        this.admission = admission;
        this.clock = clock;
        codec = new EventCodec(planReader);
        threads =
                new SessionThreads(Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors() / 2)));
        committer = new Committer(journal);
    }

    /**
     * Starts with the unfinished sessions of the journal, whose clocks go on.
     *
     * @param journal where sessions are stored; stays the caller's to close, after this
     * @param limits every bound
     * @param planReader reads the plan in a stored session; throws IllegalArgumentException when it cannot
     * @param admission throws IllegalArgumentException for a plan that this server cannot host
     * @param clock the time in milliseconds
     */
    public static SessionRegistry start(
            Journal journal,
            Limits limits,
            Function<String, Plan> planReader,
            Consumer<Plan> admission,
            LongSupplier clock) {
        SessionRegistry registry = new SessionRegistry(journal, limits, planReader, admission, clock);
        journal.sessions().forEach(registry::recover);
        ScheduledFuture<?> unused =
                registry.timer.scheduleWithFixedDelay(registry::wake, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        return registry;
    }

    private void recover(StoredSession row) {
        codes.add(row.joinCode());
        lastId = Math.max(lastId, row.id());
        if (row.finished()) {
            return;
        }
        try {
            Workplace workplace = workplace(row.id());
            Fold fold = workplace
                    .replay(row)
                    .orElseThrow(
                            () -> new JournalException("session " + row.id() + ": no records (expected: at least 1)"));
            SessionHost host = host(workplace.notBefore(fold.state().atMillis()), row, fold);
            host.recover();
            LOG.info(
                    "session {} round {}: resumed", row.joinCode(), fold.state().round());
        } catch (RuntimeException e) {
            LOG.error("session {}: is not resumed: {}", row.joinCode(), e.getMessage());
        }
    }

    private SessionHost host(Workplace workplace, StoredSession row, Fold fold) {
        LiveSession live = new LiveSession(row, fold, limits.maxConnectionsPerSeat());
        SessionHost host = new SessionHost(workplace, live);
        hosts.put(row.id(), host);
        byCode.put(row.joinCode(), host);
        return host;
    }

    private Workplace workplace(long id) {
        int thread = (int) (id % threads.count());
        return new Workplace(threads.thread(thread), committer, journal, codec, timer, clock, limits);
    }

    private void wake() {
        try {
            hosts.values().forEach(SessionHost::wakeIfDue);
        } catch (RuntimeException | Error e) {
            LOG.error("the sessions' clock stumbled and goes on", e);
        }
    }

    @Override
    public OpenedSession open(Plan plan, OpenOptions options) {
        admission.accept(plan);
        SessionSeed seed = seed(plan, options);
        String token = HexFormat.of().formatHex(random(16));
        CompletableFuture<Boolean> stored = new CompletableFuture<>();
        SessionHost host = open(plan, options, seed, token, stored);
        try {
            stored.join();
        } catch (CompletionException e) {
            remove(host);
            throw new JournalException("session " + host.joinCode() + ": could not be stored", e);
        }
        LOG.info("session {}: opened, {} rounds", host.joinCode(), plan.rounds());
        return new OpenedSession(host.joinCode(), token, seed.commitment());
    }

    private synchronized SessionHost open(
            Plan plan, OpenOptions options, SessionSeed seed, String token, CompletableFuture<Boolean> stored) {
        requireRoom();
        String joinCode = JoinCodes.next(random, codes);
        long now = clock.getAsLong();
        Event.SessionOpened opening = SessionCore.open(now, plan, joinCode, seed, options.reproducible());
        Fold fold = Fold.opened(codec, opening, seed);
        String tokenHash = Entrance.hash(token.getBytes(StandardCharsets.UTF_8));
        StoredSession row = new StoredSession(
                lastId + 1,
                joinCode,
                now,
                false,
                new StoredSession.Secrets(seed.seedHex(), seed.nonceHex(), tokenHash));
        codes.add(joinCode);
        lastId++;
        SessionHost host = host(workplace(row.id()), row, fold);
        host.post((session, at) -> {
            session.open(opening);
            session.draft().add(new Output.Awaited(stored));
        });
        return host;
    }

    private void requireRoom() {
        if (closing) {
            throw new IllegalStateException("server: closed (expected: running)");
        }
        hosts.values().stream()
                .filter(host -> host.durable().phase() == Phase.FINISHED && host.connections() == 0)
                .limit(Math.max(0, hosts.size() + 1 - limits.maxSessions()))
                .toList()
                .forEach(this::remove);
        if (hosts.size() >= limits.maxSessions()) {
            throw new IllegalStateException(
                    "sessions: " + hosts.size() + " (expected: fewer than the limit, " + limits.maxSessions() + ")");
        }
    }

    private void remove(SessionHost host) {
        hosts.remove(host.id());
        byCode.remove(host.joinCode());
    }

    private SessionSeed seed(Plan plan, OpenOptions options) {
        if (!options.reproducible()) {
            return SessionSeed.of(random(SessionSeed.BYTES), random(SessionSeed.BYTES));
        }
        return SessionSeed.of(options.seed()
                .or(plan::seed)
                .orElseThrow(() -> new IllegalArgumentException(
                        "seed: none (expected: one in the plan or with the option, for a reproducible run)")));
    }

    private byte[] random(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return drawn;
    }

    @Override
    public void request(Connection connection, Request request) {
        if (request.id() == 0) {
            refuse(connection, request, RefusalCode.MISSING_REQUEST_ID, "request id: 0 (expected: any other number)");
        } else if (closing) {
            refuse(connection, request, RefusalCode.SHUTTING_DOWN, "the server is going down; reconnect later");
        } else if (request instanceof Request.Ping ping) {
            connection.answer(ping.id(), new Response.Pong(ping.nonce()));
        } else if (request instanceof Request.Hello hello) {
            hello(connection, hello);
        } else {
            Optional.ofNullable(byConnection.get(connection.id()))
                    .ifPresentOrElse(
                            host -> host.request(connection, request),
                            () -> refuse(
                                    connection,
                                    request,
                                    RefusalCode.HELLO_EXPECTED,
                                    "request: before a hello (expected: a hello that was welcomed)"));
        }
    }

    private void hello(Connection connection, Request.Hello hello) {
        String code = JoinCodes.typed(hello.identity().joinCode());
        SessionHost host = byCode.get(code);
        if (host == null) {
            refuse(
                    connection,
                    hello,
                    RefusalCode.UNKNOWN_SESSION,
                    "join code: " + code + " (expected: that of a session on this server)");
            return;
        }
        SessionHost before = byConnection.putIfAbsent(connection.id(), host);
        if (before == null || before.equals(host)) {
            host.request(connection, hello);
        } else {
            before.post((session, at) -> changeSession(session, host, connection, hello));
        }
    }

    /** One who was refused at one session may try another; one who was welcomed stays. */
    private void changeSession(LiveSession session, SessionHost host, Connection connection, Request.Hello hello) {
        if (session.attendance().find(connection).isPresent()) {
            refuse(
                    connection,
                    hello,
                    RefusalCode.HELLO_EXPECTED,
                    "hello: a second one (expected: only the first message of a connection)");
        } else {
            byConnection.put(connection.id(), host);
            host.request(connection, hello);
        }
    }

    private static void refuse(Connection connection, Request request, RefusalCode code, String reason) {
        connection.answer(request.id(), new Response.Refused(new Refusal(code, reason)));
    }

    @Override
    public void drained(Connection connection) {
        Optional.ofNullable(byConnection.get(connection.id()))
                .ifPresent(host -> host.post((session, at) -> session.attendance()
                        .find(connection)
                        .ifPresent(attendee -> session.pushSnapshot(attendee, at))));
    }

    @Override
    public void closed(Connection connection) {
        Optional.ofNullable(byConnection.remove(connection.id()))
                .ifPresent(
                        host -> host.post((session, at) -> session.attendance().remove(connection.id())));
    }

    @Override
    public List<SessionStatus> all() {
        return hosts.values().stream().map(SessionRegistry::status).toList();
    }

    @Override
    public Optional<SessionStatus> find(String joinCode) {
        return Optional.ofNullable(byCode.get(JoinCodes.typed(joinCode))).map(SessionRegistry::status);
    }

    @Override
    public Optional<SessionState> state(String joinCode) {
        return Optional.ofNullable(byCode.get(JoinCodes.typed(joinCode))).map(SessionHost::durable);
    }

    private static SessionStatus status(SessionHost host) {
        SessionState state = host.durable();
        return new SessionStatus(
                host.joinCode(),
                state.plan().title(),
                state.phase(),
                state.isPaused(),
                state.round(),
                state.rounds(),
                state.seatsTaken(),
                host.connections());
    }

    @Override
    public void transcript(String joinCode, Consumer<StoredRecord> reader) {
        String code = JoinCodes.typed(joinCode);
        long id = journal.sessions().stream()
                .filter(row -> row.joinCode().equals(code))
                .mapToLong(StoredSession::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "join code: " + code + " (expected: that of a session in the journal)"));
        journal.read(id, reader);
    }

    @Override
    public void events(String joinCode, Consumer<Event> reader) {
        transcript(joinCode, record -> reader.accept(codec.decode(record.bytes())));
    }

    /** How many drains wait for the commit under way to end. */
    int waitingCommits() {
        return committer.waiting();
    }

    /** Refuses what is asked from now on, carries out what waits, and returns once everything decided is durable. */
    @Override
    public void close() {
        closing = true;
        timer.shutdownNow();
        threads.close();
        committer.close();
    }
}
