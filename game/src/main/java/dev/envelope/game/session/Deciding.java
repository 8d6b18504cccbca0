package dev.envelope.game.session;

import dev.envelope.game.matching.Feasibility;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.CloseReason;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.PauseCause;
import dev.envelope.game.session.state.RequestMemory;
import dev.envelope.game.session.state.SeatState;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** One decision being made: the rule of every command, and the events and the state they have led to so far. */
final class Deciding {

    static final Pattern KEY_HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Answer DONE = new Answer.Done();

    private final long now;
    private final List<Event> events = new ArrayList<>(2);
    private SessionState state;

    Deciding(SessionState state, long atMillis) {
        this.state = state;
        this.now = StrictMath.max(atMillis, state.atMillis());
    }

    Decision decision(Answer answer) {
        return new Decision(events, state, answer);
    }

    SessionState state() {
        return state;
    }

    long now() {
        return now;
    }

    Interventions interventions() {
        return new Interventions(this);
    }

    StandInRules standIns() {
        return new StandInRules(this);
    }

    FormRules forms() {
        return new FormRules(this);
    }

    void emit(Event event) {
        events.add(event);
        state = state.evolve(event);
    }

    /** Whatever follows by itself from where the session stands at this time. */
    void goOn() {
        Optional<Event> next = Course.next(state, now);
        while (next.isPresent()) {
            emit(next.get());
            next = Course.next(state, now);
        }
    }

    Answer tick() {
        return DONE;
    }

    Answer takeSeat(Command.TakeSeat command) {
        OptionalInt own = state.seatOf(command.keyHash());
        if (own.isPresent()) {
            standIns().returned(own.getAsInt());
            return new Answer.Seated(own.getAsInt(), false);
        }
        if (!KEY_HASH.matcher(command.keyHash()).matches()) {
            return refused(RefusalCode.BAD_IDENTITY, "key hash", command.keyHash(), "64 lower-case hexadecimal digits");
        }
        Arrival arrival = new Arrival(state);
        Optional<Refusal> refusal = arrival.refusal(command.keyHash());
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        int seat = arrival.seat();
        emit(new Event.SeatTaken(now, seat, command.keyHash(), command.person()));
        return new Answer.Seated(seat, true);
    }

    Answer submit(Command.Submit command) {
        int seats = state.seatNumbers();
        if (command.seat() < 0 || command.seat() >= seats) {
            return refused(RefusalCode.NOT_ALLOWED, "seat", command.seat(), "one of the " + seats + " from 0 on");
        }
        if (command.requestId() == 0) {
            return refused(RefusalCode.MISSING_REQUEST_ID, "request id", 0, "any other number");
        }
        SeatState seat = state.seat(command.seat());
        Optional<RequestMemory.Entry> before = seat.requests().find(command.requestId());
        if (before.isPresent()) {
            return repeated(command, before.get());
        }
        Optional<Refusal> due =
                state.phase() == Phase.LOBBY ? FormRules.unready(state, command.seat()) : Optional.empty();
        Optional<Refusal> refusal = due.or(() -> new SubmissionCheck(state, command).refusal());
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        standIns().returned(command.seat());
        int receipt = seat.receipts() + 1;
        emit(new Event.MessageSealed(
                now, command.round(), command.seat(), command.requestId(), receipt, command.message()));
        return new Answer.Accepted(receipt, command.round());
    }

    private static Answer repeated(Command.Submit command, RequestMemory.Entry before) {
        if (before.round() == command.round() && before.message().equals(command.message())) {
            return new Answer.Repeated(before.receipt(), before.round());
        }
        return refused(
                RefusalCode.REQUEST_ID_REUSED,
                "request id",
                Long.toUnsignedString(command.requestId()),
                "a new one; this one was used for another message in round " + before.round());
    }

    Answer start() {
        if (state.isStarted() || state.phase() != Phase.LOBBY) {
            return refused(RefusalCode.WRONG_PHASE, "session", "begun", "one that has not begun");
        }
        if (state.isPaused()) {
            return refused(RefusalCode.WRONG_PHASE, "session", "paused", "resume it first");
        }
        int needed = state.setup().seatsNeeded();
        if (state.seatsTaken() < needed) {
            return refused(RefusalCode.TOO_FEW_SEATS, "seats", state.seatsTaken() + " taken", "at least " + needed);
        }
        Optional<Feasibility.Obstacle> obstacle = Feasibility.obstacle(state.plan(), Filling.target(state));
        if (obstacle.isPresent()) {
            return new Answer.Refused(
                    new Refusal(RefusalCode.TOO_FEW_SEATS, obstacle.get().sentence()));
        }
        emit(new Event.SessionStarted(now));
        return DONE;
    }

    /** Idempotent, so that an instructor whose answer was lost can repeat it. */
    Answer pause() {
        if (state.phase() == Phase.FINISHED) {
            return refused(RefusalCode.WRONG_PHASE, "session", "finished", "one that goes on");
        }
        if (!state.isPaused()) {
            emit(new Event.Paused(now, PauseCause.INSTRUCTOR));
        }
        return DONE;
    }

    /** Idempotent like {@link #pause}. */
    Answer resume() {
        if (state.phase() == Phase.FINISHED) {
            return refused(RefusalCode.WRONG_PHASE, "session", "finished", "one that goes on");
        }
        resumeIfPaused();
        return DONE;
    }

    private void resumeIfPaused() {
        OptionalLong since = state.pausedAt();
        if (since.isPresent()) {
            emit(new Event.Resumed(now, now - since.getAsLong()));
        }
    }

    Answer closeRound() {
        if (state.phase() != Phase.OPEN) {
            return refused(RefusalCode.WRONG_PHASE, "round", inWords(state.phase()), "an open one");
        }
        if (state.isPaused()) {
            return refused(RefusalCode.WRONG_PHASE, "session", "paused", "resume it first");
        }
        emit(new Event.RoundClosed(now, state.round(), CloseReason.INSTRUCTOR));
        return DONE;
    }

    static String inWords(Phase phase) {
        return switch (phase) {
            case LOBBY -> "none, for the session has not begun";
            case DEALT -> "about to open";
            case OPEN -> "open";
            case CLOSED -> "closed already";
            case SETTLED -> "settled already";
            case QUESTIONNAIRE -> "none, for the rounds are over";
            case FINISHED -> "none, for the session is over";
        };
    }

    /** Idempotent like {@link #pause}; but asked for while the questionnaire is open, it ends that. */
    Answer end() {
        if (state.phase() == Phase.QUESTIONNAIRE) {
            emit(new Event.EndRequested(now));
            emit(Course.end(state, now));
            return DONE;
        }
        if (!state.isEndRequested() && state.phase() != Phase.FINISHED) {
            emit(new Event.EndRequested(now));
        }
        return DONE;
    }

    /** A session that the instructor had paused just stays so: its pause goes on counting. */
    Answer recovered() {
        if (!state.isPaused() && state.phase() != Phase.FINISHED) {
            emit(new Event.Paused(now, PauseCause.RECOVERY));
            resumeIfPaused();
        }
        return DONE;
    }

    private static Answer refused(RefusalCode code, String what, Object found, String expected) {
        return new Answer.Refused(Refusal.of(code, what, found, expected));
    }
}
