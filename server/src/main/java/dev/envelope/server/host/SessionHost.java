package dev.envelope.server.host;

import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.server.journal.Batch;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.live.Desk;
import dev.envelope.server.live.Draft;
import dev.envelope.server.live.Fold;
import dev.envelope.server.live.Inbox;
import dev.envelope.server.live.LiveSession;
import dev.envelope.server.live.Output;
import dev.envelope.server.request.Connection;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session in its place: its queue, its thread and its way to the journal. Entries are carried out on the session's
 * thread; what they lead to is handed to the committer drain by drain; when that fails, the session goes on from what the
 * journal has.
 */
public final class SessionHost implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SessionHost.class);

    /** So much is decided before it is handed over, even when more waits. */
    private static final int DRAFT_SIZE = 2_048;

    private static final Refusal UNAVAILABLE = new Refusal(
            RefusalCode.UNAVAILABLE,
            "the session is being restored after a fault and nothing was stored; repeat later");

    private final Workplace workplace;
    private final Inbox inbox;
    private final LiveSession live;
    private final Runnable wake;
    private final StandInDesk standIns;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    /** How often the working state was thrown away. Of the session's thread. */
    private int epoch;

    /** Whether there is no working state to decide on. Of the session's thread. */
    private boolean down;

    /** The last epoch of which a commit failed. Written by the committer's thread. */
    private volatile int doomedEpoch = -1;

    private final AtomicInteger failures = new AtomicInteger();
    private volatile long nextWake = Long.MAX_VALUE;
    private volatile SessionState durable;
    private volatile int connections;

    private SessionHost(Workplace workplace, LiveSession live) {
        this.workplace = workplace;
        this.live = live;
        wake = () -> workplace.threads().execute(this);
        inbox = new Inbox(workplace.clock());
        durable = live.state();
        standIns = new StandInDesk(workplace, live.row().joinCode(), this::post);
    }

    /** A host of the session in {@code row}, whose state is that of {@code fold}, and whose seats have {@code names}. */
    public static SessionHost of(Workplace workplace, StoredSession row, Fold fold, Map<Integer, String> names) {
        return new SessionHost(workplace, new LiveSession(row, fold, names, workplace.limits()));
    }

    public long id() {
        return live.row().id();
    }

    public String joinCode() {
        return live.row().joinCode();
    }

    /** The state of which everything is durable. Safe from any thread. */
    public SessionState durable() {
        return durable;
    }

    public int connections() {
        return connections;
    }

    /** Takes a request, or refuses it at once when too many wait. Safe from any thread; never blocks. */
    public void request(Connection connection, Request request) {
        if (unanswered.incrementAndGet() > workplace.limits().maxQueued()) {
            unanswered.decrementAndGet();
            connection.answer(
                    request.id(),
                    new Response.Refused(new Refusal(
                            RefusalCode.TOO_MANY_OUTSTANDING,
                            "session: " + workplace.limits().maxQueued()
                                    + " requests without an answer (expected: fewer); repeat later")));
            return;
        }
        Inbox.Asked asked = new Inbox.Asked(connection, request.id());
        enter(asked, (session, at) -> new Desk(session, asked, at).serve(request));
    }

    /** Takes what is no request. Safe from any thread; never blocks. */
    public void post(Inbox.Work work) {
        enter(Inbox.Asked.NOBODY, work);
    }

    private void enter(Inbox.Asked asked, Inbox.Work work) {
        if (inbox.add(asked, work)) {
            asked.connection().afterReading(wake);
        }
    }

    /** Has the session do what is due, if anything is. Safe from any thread. */
    public void wakeIfDue() {
        if (nextWake != Long.MAX_VALUE && workplace.clock().getAsLong() >= nextWake) {
            nextWake = Long.MAX_VALUE;
            post((session, at) -> {});
        }
    }

    /** Carries out everything that waits. On the session's thread. */
    @Override
    public void run() {
        for (Inbox.Entry entry : inbox.takeAll()) {
            carryOut(entry);
            if (live.draft().size() >= DRAFT_SIZE) {
                handOver();
            }
        }
        if (!down) {
            handOver();
            nextWake = live.nextWake();
            standIns.ask(live.questions(workplace.clock().getAsLong()));
        }
        connections = live.attendance().size();
    }

    private void carryOut(Inbox.Entry entry) {
        boolean request = entry.request().isRequest();
        if (down && request) {
            refuse(entry.request());
            return;
        }
        int outputs = live.draft().outputs().size();
        try {
            if (!down) {
                live.advance(entry.atMillis());
            }
            entry.work().run(live, entry.atMillis());
            if (!down) {
                live.advance(entry.atMillis());
            }
        } catch (RuntimeException | Error e) { // whatever it is, there is an answer: the journal has the session
            LOG.error(
                    "session {} round {}: a request failed",
                    joinCode(),
                    live.state().round(),
                    e);
            if (request && live.draft().outputs().stream().skip(outputs).noneMatch(o -> o.answers() > 0)) {
                refuse(entry.request());
            }
            abandon();
        }
    }

    private void refuse(Inbox.Asked asked) {
        unanswered.decrementAndGet();
        asked.connection().answer(asked.requestId(), new Response.Refused(UNAVAILABLE));
    }

    /** A fault: has the committer withdraw the whole draft in its turn, after what was handed over before. */
    private void abandon() {
        down = true;
        List<Output> outputs = List.copyOf(live.draft().outputs());
        live.clearDraft();
        underWay.incrementAndGet();
        workplace.committer().submit(new Commit(this, epoch, Optional.empty(), outputs, live.state(), true));
    }

    private void handOver() {
        Draft draft = live.draft();
        if (draft.size() == 0 && draft.isNameless()) {
            return;
        }
        Optional<Batch> batch = draft.batch(id(), live.fold().length());
        Commit commit = new Commit(this, epoch, batch, draft.outputs(), live.state(), false);
        live.clearDraft();
        // In this order: a commit that fails dooms its epoch before it is no longer under way.
        if (batch.isEmpty() && underWay.get() == 0 && !isDoomed(commit)) {
            Departures departures = new Departures();
            depart(commit, departures);
            departures.go();
        } else {
            underWay.incrementAndGet();
            workplace.committer().submit(commit);
        }
    }

    /** Whether {@code commit} rests on something that was not stored. */
    boolean isDoomed(Commit commit) {
        return commit.broken() || commit.epoch() <= doomedEpoch;
    }

    /** Everything of {@code commit} is durable: its outputs may leave. On the committer's thread. */
    void release(Commit commit, Departures departures) {
        if (commit.batch().isPresent()) {
            durable = commit.state();
            failures.set(0);
        }
        depart(commit, departures);
    }

    /** The outputs of {@code commit} were let go: what comes later may no longer overtake them. On the committer's thread. */
    void released() {
        underWay.decrementAndGet();
    }

    private void depart(Commit commit, Departures departures) {
        int answers = 0;
        for (Output output : commit.outputs()) {
            answers += output.answers();
            departures.release(output);
        }
        unanswered.addAndGet(-answers);
    }

    /** Nothing of {@code commit} is durable: its requests are answered so, its state is thrown away. On the committer's thread. */
    void withdraw(Commit commit) {
        if (commit.epoch() > doomedEpoch) {
            doomedEpoch = commit.epoch();
            LOG.warn(
                    "session {} round {}: restored from the journal",
                    joinCode(),
                    commit.state().round());
            int doomed = doomedEpoch;
            workplace.after(failures.incrementAndGet(), () -> post((session, at) -> reload(doomed, at)));
        }
        int answers = 0;
        Departures departures = new Departures();
        for (Output output : commit.outputs()) {
            answers += output.answers();
            forget(output);
            departures.withdraw(output, UNAVAILABLE);
        }
        departures.go();
        unanswered.addAndGet(-answers);
        underWay.decrementAndGet();
    }

    /** Who was not welcomed after all may say hello again. */
    private void forget(Output output) {
        if (output instanceof Output.Answered answered && answered.response() instanceof Response.Welcome) {
            long connection = answered.connection().id();
            post((session, at) -> session.leave(connection, at));
        }
    }

    /** Goes on from what the journal has. On the session's thread. */
    private void reload(int doomed, long atMillis) {
        if (doomed < epoch) {
            return;
        }
        if (!down) {
            handOver(); // to be withdrawn: it rests on what was not stored
            down = true;
        }
        Optional<Fold> fold;
        try {
            fold = workplace.replay(live.row());
        } catch (RuntimeException | Error e) {
            LOG.error("session {}: cannot be restored yet: {}", joinCode(), e.toString());
            workplace.after(failures.incrementAndGet(), () -> post((session, at) -> reload(doomed, at)));
            return;
        }
        if (fold.isEmpty()) {
            LOG.warn("session {}: was never stored", joinCode());
            return;
        }
        epoch = doomed + 1;
        live.restart(fold.get());
        resume(atMillis);
    }

    /** Has a session that was read from the journal go on, before anything else is asked of it. */
    public void recover() {
        down = true; // so that nothing falls due before the clock has been set
        post((session, at) -> resume(at));
    }

    /** The clock goes on after a fault or a restart. On the session's thread. */
    private void resume(long atMillis) {
        down = false;
        live.decide(new Command.Recovered(atMillis), answer -> {});
        live.countAbsences(atMillis);
        live.pushSnapshots(atMillis);
    }
}
