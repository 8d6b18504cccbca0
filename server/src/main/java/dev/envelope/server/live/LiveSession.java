package dev.envelope.server.live;

import dev.envelope.game.session.Decision;
import dev.envelope.game.session.SessionCore;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.SeatStatus;
import dev.envelope.game.view.Snapshot;
import dev.envelope.server.journal.StoredSession;
import dev.envelope.server.live.attendance.Attendance;
import dev.envelope.server.live.attendance.Attendee;
import dev.envelope.server.live.attendance.Whereabouts;
import dev.envelope.server.request.Connection;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The working state of a session: commands are decided and evolve it at once; records and outputs gather in a draft. For
 * the session's thread alone.
 */
public final class LiveSession {

    private static final Refusal REMOVED =
            new Refusal(RefusalCode.NOT_ALLOWED, "seat: taken away by the instructor (expected: another session)");

    private final StoredSession row;
    private final Limits limits;
    private final Whereabouts whereabouts;
    private final NewsDesk news = new NewsDesk();
    private final Questions questions = new Questions();
    private final Map<Integer, String> names = new HashMap<>();
    private int declines;
    private Fold fold;
    private Draft draft = new Draft();

    /** The session of {@code fold}, whose seats have {@code names}. */
    public LiveSession(StoredSession row, Fold fold, Map<Integer, String> names, Limits limits) {
        this.names.putAll(names);
        this.row = row;
        this.limits = limits;
        this.fold = fold;
        whereabouts = new Whereabouts(limits.maxConnectionsPerSeat());
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
        return whereabouts.attendance();
    }

    public Draft draft() {
        return draft;
    }

    /** Begins a new draft. */
    public void clearDraft() {
        draft = new Draft();
    }

    void name(int seat, String name) {
        names.put(seat, name);
        draft.name(seat, name);
    }

    /** What stand-ins are to be asked now; each question once. */
    public List<Questions.Question> questions(long atMillis) {
        return questions.ask(state(), atMillis);
    }

    /** Whether the answer to {@code question} still counts: not if another strategy is to answer for the seat by now. */
    public boolean stillAsks(Questions.Question question) {
        return state().round() == question.view().round()
                && question.seat() < state().seatNumbers()
                && state().asked(question.seat())
                        .filter(asked -> asked.standIn().equals(question.standIn()))
                        .isPresent();
    }

    /** Somebody is there; returns the connection that its seat gives up for it, if any. */
    Optional<Connection> arrive(Attendee attendee, long atMillis) {
        return whereabouts.arrive(attendee, state(), atMillis);
    }

    /** A connection is gone. */
    public void leave(long connectionId, long atMillis) {
        whereabouts.leave(connectionId, atMillis);
    }

    /** Whoever is connected to the seat is not its owner any more, for {@code why}. */
    void dismiss(int seat, Refusal why) {
        whereabouts.dismiss(seat).forEach(gone -> draft.add(new Output.Displaced(gone.connection(), why)));
    }

    /** The seats that are taken, as the instructor sees them. */
    List<SeatStatus> roster() {
        return Roster.of(state(), attendance(), names);
    }

    /** Nobody knows how long whoever is not here has been away: they are gone since now. */
    public void countAbsences(long atMillis) {
        whereabouts.countAbsences(state(), atMillis);
    }

    /** Goes on from what the journal has; those whose seat it does not have are no longer attending. */
    public void restart(Fold durable) {
        fold = durable;
        questions.forget();
        clearDraft();
        for (Attendee attendee : List.copyOf(attendance().all())) {
            if (attendee.seat().isPresent()
                    && !state().seatOf(attendee.keyHash()).equals(attendee.seat())) {
                attendance().remove(attendee.connection().id());
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
            OptionalLong gone = whereabouts.dueAt(state());
            if (told.isPresent() && told.getAsLong() <= next) {
                tellNews(Math.max(next, state().atMillis()));
            } else if (gone.isPresent() && gone.getAsLong() <= next) {
                OptionalInt seat = whereabouts.takeFirst(state());
                if (seat.isPresent()) {
                    decide(new Command.DropOut(next, seat.getAsInt()), answer -> {});
                }
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
        long own =
                Math.min(state().wakeAt().orElse(Long.MAX_VALUE), news.dueAt().orElse(Long.MAX_VALUE));
        return Math.min(own, whereabouts.dueAt(state()).orElse(Long.MAX_VALUE));
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
            follow(event, command.atMillis());
            announce(before, command.atMillis());
        }
        if (!replied) {
            reply.accept(decision.answer());
        }
    }

    /** What only the shell knows of a seat changes with who has it. */
    private void follow(Event event, long atMillis) {
        if (event instanceof Event.SeatHandedOver handed) {
            questions.forget(handed.seat());
        } else if (event instanceof Event.SeatFilled filled) {
            questions.forget(filled.seat());
            forgetName(filled.seat());
        } else if (event instanceof Event.SeatRemoved removed) {
            questions.forget(removed.seat());
            dismiss(removed.seat(), REMOVED);
            forgetIfGone(removed.seat());
        } else if (event instanceof Event.ConsentAnswered consent && !consent.agreed()) {
            declines++;
            questions.forget(consent.seat());
            forgetIfGone(consent.seat());
        }
        whereabouts.follow(event, state(), atMillis);
    }

    /** Who left before the rounds, or without ever agreeing to take part, is nobody's business any more. */
    private void forgetIfGone(int seat) {
        if (state().isFree(seat) || !state().hasConsent(seat)) {
            forgetName(seat);
        }
    }

    private void forgetName(int seat) {
        if (!names.getOrDefault(seat, "").isEmpty()) {
            name(seat, "");
        }
    }

    /** Whether seats were taken and given back so often that nobody new gets one: each time takes room in the journal. */
    boolean isWornOut() {
        return declines >= limits.maxDeclines();
    }

    private void announce(SessionState before, long atMillis) {
        if (!before.isRunning() && state().isRunning()) {
            whereabouts.restart(atMillis);
        }
        Announcer announcer = new Announcer(before, state(), atMillis);
        if (announcer.hasAffairs()) {
            attendance().all().stream()
                    .filter(announcer::concerns)
                    .forEach(attendee -> pushSnapshot(attendee, atMillis));
        }
        if (announcer.isDue()) {
            for (Attendee attendee : attendance().all()) {
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
        attendance().all().forEach(attendee -> push(attendee, told));
    }

    /** Owes everybody a snapshot. */
    public void pushSnapshots(long atMillis) {
        attendance().all().forEach(attendee -> pushSnapshot(attendee, atMillis));
    }

    public void pushSnapshot(Attendee attendee, long atMillis) {
        push(attendee, new Response.Current(snapshot(attendee.seat(), atMillis)));
    }

    /** All a seat, or a spectator without one, may know; where it goes at the end with what it is called. */
    Snapshot snapshot(OptionalInt seat, long atMillis) {
        String label = seat.isPresent() ? names.getOrDefault(seat.getAsInt(), "") : "";
        return state().snapshot(seat, atMillis).withLabel(label);
    }

    private void push(Attendee attendee, Response response) {
        draft.add(new Output.Pushed(attendee.connection(), response));
    }
}
