package dev.envelope.server.session;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.server.host.SessionHost;
import dev.envelope.server.host.Workplaces;
import dev.envelope.server.journal.Journal;
import dev.envelope.server.journal.StoredRecord;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.journal.event.EventCodec;
import dev.envelope.server.live.LiveSession;
import dev.envelope.server.live.StandIns;
import dev.envelope.server.request.Connection;
import dev.envelope.server.request.FrontDesk;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** All sessions of a server: brings requests to the one they are for. */
public final class SessionRegistry implements FrontDesk, Sessions, AutoCloseable {

    private final Journal journal;
    private final EventCodec codec;
    private final Workplaces workplaces;
    private final Hosts hosts = new Hosts();
    private final Opening opening;
    private final Map<Long, SessionHost> byConnection = new ConcurrentHashMap<>();
    private volatile boolean closing;

    private SessionRegistry(Journal journal, EventCodec codec, Workplaces workplaces, Consumer<Plan> admission) {
        this.journal = journal;
        this.codec = codec;
        this.workplaces = workplaces;
        long lastId = new Recovery(workplaces, hosts).resume(journal.sessions());
        opening = new Opening(workplaces, hosts, admission, lastId);
        workplaces.keepWaking(() -> hosts.all().forEach(SessionHost::wakeIfDue));
    }

    /**
     * Starts with the unfinished sessions of the journal, whose clocks go on, and the last finished ones.
     *
     * @param journal where sessions are stored; stays the caller's to close, after this
     * @param limits every bound
     * @param planReader reads the plan in a stored session; throws IllegalArgumentException when it cannot
     * @param admission throws IllegalArgumentException for a plan that this server cannot host
     * @param standIns acts for seats whose owners are not there
     * @param clock the time in milliseconds
     */
    public static SessionRegistry start(
            Journal journal,
            Limits limits,
            Function<String, Plan> planReader,
            Consumer<Plan> admission,
            StandIns standIns,
            LongSupplier clock) {
        EventCodec codec = new EventCodec(planReader);
        Workplaces workplaces = new Workplaces(journal, codec, clock, limits, standIns);
        return new SessionRegistry(journal, codec, workplaces, admission);
    }

    @Override
    public OpenedSession open(Plan plan, OpenOptions options) {
        if (closing) {
            throw new IllegalStateException("server: closed (expected: running)");
        }
        return opening.open(plan, options);
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
        Optional<SessionHost> found = hosts.find(hello.identity());
        if (found.isEmpty()) {
            refuseUnhosted(connection, hello);
            return;
        }
        SessionHost host = found.get();
        SessionHost before = byConnection.putIfAbsent(connection.id(), host);
        if (before == null || before.equals(host)) {
            host.request(connection, hello);
        } else {
            before.post((session, at) -> changeSession(session, host, connection, hello));
        }
    }

    private void refuseUnhosted(Connection connection, Request.Hello hello) {
        String code = JoinCodes.typed(hello.identity().joinCode());
        if (hosts.isOver(code)) {
            refuse(
                    connection,
                    hello,
                    RefusalCode.DOOR_CLOSED,
                    "join code: " + code + ", whose session is over (expected: that of one that goes on)");
        } else {
            refuse(
                    connection,
                    hello,
                    RefusalCode.UNKNOWN_SESSION,
                    "join code: " + code + " (expected: that of a session on this server)");
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
                .ifPresent(host -> host.post((session, at) -> session.leave(connection.id(), at)));
    }

    @Override
    public List<SessionStatus> all() {
        return hosts.all().stream().map(SessionRegistry::status).toList();
    }

    @Override
    public Optional<SessionStatus> find(String joinCode) {
        return hosts.find(joinCode).map(SessionRegistry::status);
    }

    @Override
    public Optional<SessionState> state(String joinCode) {
        return hosts.find(joinCode).map(SessionHost::durable);
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
        return workplaces.waitingCommits();
    }

    /** Refuses what is asked from now on, carries out what waits, and returns once everything decided is durable. */
    @Override
    public void close() {
        closing = true;
        workplaces.close();
    }
}
