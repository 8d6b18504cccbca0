package dev.envelope.game.session;

import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Unprintable;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.HandOver;
import dev.envelope.game.session.state.Presence;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What an instructor can do with seats, time and the door: the rule of each, and its event in the record. */
final class Interventions {

    /** The longest note, in characters. */
    static final int LONGEST_NOTE = 500;

    /** The most time that is given at once: a week. */
    static final long LONGEST_MILLIS = 604_800_000;

    private static final Answer DONE = new Answer.Done();

    private final Deciding deciding;

    Interventions(Deciding deciding) {
        this.deciding = deciding;
    }

    private SessionState state() {
        return deciding.state();
    }

    Answer extend(long millis) {
        if (millis < 1 || millis > LONGEST_MILLIS) {
            return refused(RefusalCode.INVALID_MESSAGE, "milliseconds", millis, "from 1 to " + LONGEST_MILLIS);
        }
        OptionalLong deadline = state().current().due().deadline();
        boolean isOpen = state().phase() == Phase.OPEN || state().phase() == Phase.QUESTIONNAIRE;
        if (!isOpen || deadline.isEmpty()) {
            String found = isOpen ? "without a deadline" : Deciding.inWords(state().phase());
            return refused(RefusalCode.WRONG_PHASE, "round", found, "an open one with a deadline");
        }
        deciding.emit(new Event.RoundExtended(deciding.now(), state().round(), deadline.getAsLong() + millis));
        return DONE;
    }

    Answer tell(OptionalInt seat, String text) {
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > LONGEST_NOTE) {
            return refused(
                    RefusalCode.INVALID_MESSAGE,
                    "note",
                    length + " characters",
                    "1 to " + LONGEST_NOTE + ", not all blank");
        }
        OptionalInt unprintable = unprintable(text);
        if (unprintable.isPresent()) {
            String found = Unprintable.named(unprintable.getAsInt());
            return refused(RefusalCode.INVALID_MESSAGE, "note", found, "one line without control characters");
        }
        Optional<Answer> wrong = seat.isPresent() ? wrongSeat(seat.getAsInt()) : Optional.empty();
        if (wrong.isEmpty()) {
            deciding.emit(new Event.NoteSent(deciding.now(), seat, text));
        }
        return wrong.orElse(DONE);
    }

    /** The first character that has no place in one line of text. */
    private static OptionalInt unprintable(String text) {
        OptionalInt found = Unprintable.first(text);
        return found.isPresent()
                ? found
                : text.chars().filter(c -> c == '\n' || c == '\t').findFirst();
    }

    /** Idempotent: a seat that the round does not wait for is left as it is. */
    Answer advance(int seat) {
        Optional<Answer> wrong = wrongSeat(seat);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (state().phase() != Phase.OPEN) {
            return refused(RefusalCode.WRONG_PHASE, "round", Deciding.inWords(state().phase()), "an open one");
        }
        if (state().isAwaited(seat)) {
            deciding.emit(new Event.SeatAdvanced(deciding.now(), state().round(), seat));
        }
        return DONE;
    }

    Answer replace(int seat, StandIn standIn) {
        Optional<Answer> wrong = wrongSeat(seat).or(() -> withoutOwner(seat));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Presence.Absence after = new Presence.Absence(standIn, HandOver.INSTRUCTOR);
        if (!state().seat(seat).presence().absence().equals(Optional.of(after))) {
            deciding.emit(new Event.SeatHandedOver(deciding.now(), seat, standIn, HandOver.INSTRUCTOR));
        }
        return DONE;
    }

    Answer giveBack(int seat) {
        Optional<Answer> wrong = wrongSeat(seat).or(() -> withoutOwner(seat));
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (state().standIn(seat).isPresent()) {
            deciding.emit(new Event.SeatGivenBack(deciding.now(), seat));
        }
        return DONE;
    }

    Answer remove(int seat) {
        Optional<Answer> wrong = wrongSeat(seat).or(() -> withoutOwner(seat));
        if (wrong.isEmpty()) {
            deciding.emit(new Event.SeatRemoved(deciding.now(), seat));
        }
        return wrong.orElse(DONE);
    }

    Answer moveDoor(boolean open) {
        if (state().phase() == Phase.FINISHED) {
            return over();
        }
        if (state().progress().doorClosed() == open) {
            deciding.emit(new Event.DoorMoved(deciding.now(), open));
        }
        return DONE;
    }

    /** Idempotent: those that were invited before are invited once. */
    Answer invite(List<String> keyHashes) {
        if (state().phase() == Phase.FINISHED) {
            return over();
        }
        if (state().plan().seats().entry() != Seats.Entry.LINKS) {
            return refused(RefusalCode.NOT_ALLOWED, "entry", "by code", "a plan whose seats have entry: links");
        }
        Optional<String> wrong = keyHashes.stream()
                .filter(hash -> !Deciding.KEY_HASH.matcher(hash).matches())
                .findFirst();
        if (wrong.isPresent()) {
            return refused(RefusalCode.INVALID_MESSAGE, "key hash", wrong.get(), "64 lower-case hexadecimal digits");
        }
        List<String> more = keyHashes.stream()
                .distinct()
                .filter(hash -> !state().seating().invited().contains(hash))
                .toList();
        int all = state().seating().invited().size() + more.size();
        if (all > PlanLimits.SEATS) {
            return refused(RefusalCode.SESSION_FULL, "links", all, "at most " + PlanLimits.SEATS);
        }
        if (!more.isEmpty()) {
            deciding.emit(new Event.SeatsInvited(deciding.now(), more));
        }
        return DONE;
    }

    private Optional<Answer> wrongSeat(int seat) {
        if (state().phase() == Phase.FINISHED) {
            return Optional.of(over());
        }
        return seat >= 0 && seat < state().seatNumbers() && !state().seat(seat).isFree()
                ? Optional.empty()
                : Optional.of(refused(
                        RefusalCode.NOT_ALLOWED,
                        "seat",
                        seat,
                        "one of the " + state().seatsTaken() + " that are taken"));
    }

    private Optional<Answer> withoutOwner(int seat) {
        Presence presence = state().seat(seat).presence();
        return presence.is(HandOver.FILLED) || presence.isNobodys()
                ? Optional.of(
                        refused(RefusalCode.NOT_ALLOWED, "seat", seat + ", which is nobody's", "one that somebody has"))
                : Optional.empty();
    }

    private static Answer over() {
        return refused(RefusalCode.WRONG_PHASE, "session", "finished", "one that goes on");
    }

    private static Answer refused(RefusalCode code, String what, Object found, String expected) {
        return new Answer.Refused(Refusal.of(code, what, found, expected));
    }
}
