package dev.envelope.server.live;

import dev.envelope.game.session.Answer;
import dev.envelope.game.session.Command;
import dev.envelope.game.session.Decision;
import dev.envelope.game.session.Event;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.SessionState;
import dev.envelope.game.view.Phase;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The working state of a session: commands are decided and evolve it at once; records and outputs gather in a draft. For
 * the session's thread alone.
 */
public final class LiveSession {

    private final StoredSession row;
    private final Limits limits;
    private final Attendance attendance;
    private final NewsDesk news = new NewsDesk();
    private Fold fold;
    private Draft draft = new Draft();

    public LiveSession(StoredSession row, Fold fold, Limits limits) {
        this.row = row;
        this.limits = limits;
        this.fold = fold;
        attendance = new Attendance(limits.maxConnectionsPerSeat());
    }

    public StoredSession row() {
        return row;
    }

    Limits limits() {
        return limits;
    }

    public SessionState state() {
        return fold.state();
    }

    public Fold fold() {
        return fold;
    }

    public Attendance attendance() {
        return attendance;
    }

    public Draft draft() {
        return draft;
    }

    /** Begins a new draft. */
    public void clearDraft() {
        draft = new Draft();
    }

    /** Goes on from what the journal has; those whose seat it does not have are no longer attending. */
    public void restart(Fold durable) {
        fold = durable;
        clearDraft();
        for (Attendee attendee : List.copyOf(attendance.all())) {
            if (attendee.seat().isPresent()
                    && !state().seatOf(attendee.keyHash()).equals(attendee.seat())) {
                attendance.remove(attendee.connection().id());
            }
        }
    }

    /** Drafts the first record of a new session. */
    public void open(Event.SessionOpened opening) {
        draft.open(row);
        draft.add(fold.first(opening));
    }

    /** Does what is due by {@code atMillis}: deadlines and news, in the order of their times. */
    public void advance(long atMillis) {
        long next = nextWake();
        while (next <= atMillis) {
            OptionalLong told = news.dueAt();
            if (told.isPresent() && told.getAsLong() <= next) {
                tellNews(Math.max(next, state().atMillis()));
            } else if (!tick(next)) {
                return;
            }
            next = nextWake();
        }
    }

    /** A tick that leads to nothing would come again for ever: false. */
    private boolean tick(long atMillis) {
        SessionState before = state();
        decide(new Command.Tick(atMillis), answer -> {});
        return before != state();
    }

    /** When {@link #advance} has something to do; the end of time while it has nothing. */
    public long nextWake() {
        return Math.min(state().wakeAt().orElse(Long.MAX_VALUE), news.dueAt().orElse(Long.MAX_VALUE));
    }

    /** Decides a command; {@code reply} drafts the answer, before whatever follows from what it is about. */
    public void decide(Command command, Consumer<Answer> reply) {
        Decision decision = SessionCore.decide(state(), command);
        boolean replied = false;
        int last = decision.events().size() - 1;
        for (int i = 0; i <= last; i++) {
            Event event = decision.events().get(i);
            SessionState before = state();
            draft.add(i == last ? fold.add(event, decision.state()) : fold.add(event));
            if (!replied && (event instanceof Event.MessageSealed || event instanceof Event.SeatTaken)) {
                reply.accept(decision.answer());
                replied = true;
            }
            announce(before, command.atMillis());
        }
        if (!replied) {
            reply.accept(decision.answer());
        }
    }

    private void announce(SessionState before, long atMillis) {
        Announcer announcer = new Announcer(before, state(), atMillis);
        if (announcer.isDue()) {
            for (Attendee attendee : attendance.all()) {
                announcer.tell(attendee).ifPresent(told -> push(attendee, told));
            }
            if (state().phase() == Phase.FINISHED) {
                draft.finish();
            }
        }
        news.observe(before, state());
        OptionalLong due = news.dueAt();
        if (due.isPresent() && due.getAsLong() <= atMillis) {
            tellNews(atMillis);
        }
    }

    private void tellNews(long atMillis) {
        Response.News told = news.tell(state(), atMillis);
        attendance.all().forEach(attendee -> push(attendee, told));
    }

    /** Owes everybody a snapshot. */
    public void pushSnapshots(long atMillis) {
        attendance.all().forEach(attendee -> pushSnapshot(attendee, atMillis));
    }

    public void pushSnapshot(Attendee attendee, long atMillis) {
        push(attendee, new Response.Current(state().snapshot(attendee.seat(), atMillis)));
    }

    private void push(Attendee attendee, Response response) {
        draft.add(new Output.Pushed(attendee.connection(), response));
    }
}
