package dev.envelope.server.live;

import dev.envelope.game.forms.FormKind;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import dev.envelope.server.live.attendance.Attendance;
import dev.envelope.server.live.attendance.Attendee;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import java.util.Optional;
import java.util.OptionalInt;

/** One request at a session, carried out at its time. For the session's thread alone. */
public final class Desk {

    private static final Refusal DECLINED = new Refusal(
            RefusalCode.NOT_ALLOWED, "consent: not given (expected: it, to take part); the seat is given back");

    private final LiveSession session;
    private final Inbox.Asked asked;
    private final long atMillis;

    public Desk(LiveSession session, Inbox.Asked asked, long atMillis) {
        this.session = session;
        this.asked = asked;
        this.atMillis = atMillis;
    }

    public void serve(Request request) {
        if (request instanceof Request.Submit submit) {
            submit(submit);
        } else if (request instanceof Request.Hello hello) {
            hello(hello.identity());
        } else if (request instanceof Request.GetSnapshot) {
            snapshot();
        } else if (request instanceof Request.Control control) {
            control(control);
        } else if (request instanceof Request.GetRoster) {
            roster();
        } else if (request instanceof Request.GetForm form) {
            page(form);
        } else if (request instanceof Request.FillForm form) {
            fill(form);
        } else {
            throw new IllegalArgumentException("request: " + request + " (expected: one that a session takes)");
        }
    }

    private void submit(Request.Submit submit) {
        Optional<Attendee> attendee = attendee();
        if (attendee.isEmpty()) {
            return;
        }
        OptionalInt seat = attendee.get().seat();
        if (seat.isEmpty()) {
            refuse(RefusalCode.NOT_ALLOWED, "submit: without a seat (expected: a participant)");
            return;
        }
        if (isOneTooMany(seat.getAsInt(), submit)) {
            int max = session.limits().maxMessagesPerRound();
            refuse(
                    RefusalCode.TOO_MANY_MESSAGES,
                    "messages in round " + submit.round() + ": " + (max + 1) + " (expected: at most " + max
                            + "); the last one stands");
            return;
        }
        Command command = new Command.Submit(atMillis, seat.getAsInt(), submit.id(), submit.round(), submit.message());
        session.decide(command, answer -> {
            answer(receiptOr(seat.getAsInt(), answer));
            if (answer instanceof Answer.Accepted) {
                session.attendance().sharing(attendee.get()).forEach(other -> session.pushSnapshot(other, atMillis));
            }
        });
    }

    /** What was taken counts, so a message that would be refused, or was taken before, is for the session to answer. */
    private boolean isOneTooMany(int seat, Request.Submit submit) {
        SessionState state = session.state();
        return state.phase() == Phase.OPEN
                && submit.round() == state.round()
                && state.messages(seat) >= session.limits().maxMessagesPerRound()
                && !state.isRepeated(seat, submit.id());
    }

    private Response receiptOr(int seat, Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            return receipt(seat, accepted.round(), accepted.receipt());
        }
        if (answer instanceof Answer.Repeated repeated) {
            return receipt(seat, repeated.round(), repeated.receipt());
        }
        return doneOr(answer);
    }

    private Response receipt(int seat, int round, int number) {
        return new Response.Receipt(round, number, session.fold().receiptHash(seat, number));
    }

    private static Response doneOr(Answer answer) {
        return answer instanceof Answer.Refused refused ? new Response.Refused(refused.refusal()) : new Response.Done();
    }

    private void hello(Identity identity) {
        if (session.attendance().find(asked.connection()).isPresent()) {
            refuse(
                    RefusalCode.HELLO_EXPECTED,
                    "hello: a second one (expected: only the first message of a connection)");
        } else if (identity instanceof Identity.Participant participant) {
            Entrance.refuse(participant).ifPresentOrElse(this::refuse, () -> takeSeat(participant));
        } else if (identity instanceof Identity.Instructor instructor) {
            Entrance.refuse(instructor, session.row().secrets().instructorTokenHash())
                    .ifPresentOrElse(this::refuse, () -> admit(Attendee.Standing.INSTRUCTOR));
        } else {
            admit(Attendee.Standing.SPECTATOR);
        }
    }

    private void takeSeat(Identity.Participant participant) {
        String keyHash = Entrance.keyHash(participant.seatKey());
        if (session.isWornOut() && session.state().seatOf(keyHash).isEmpty()) {
            refuse(
                    RefusalCode.DOOR_CLOSED,
                    "seats given back: " + session.limits().maxDeclines() + " (expected: fewer)");
            return;
        }
        session.decide(new Command.TakeSeat(atMillis, keyHash, participant.person()), answer -> {
            if (answer instanceof Answer.Seated seated) {
                session.name(seated.seat(), participant.name());
                OptionalInt seat = OptionalInt.of(seated.seat());
                welcome(new Attendee(asked.connection(), Attendee.Standing.PARTICIPANT, seat, keyHash));
            } else {
                answer(doneOr(answer));
            }
        });
    }

    private void admit(Attendee.Standing standing) {
        welcome(new Attendee(asked.connection(), standing, OptionalInt.empty(), ""));
    }

    private void welcome(Attendee attendee) {
        Attendance attendance = session.attendance();
        session.arrive(attendee, atMillis)
                .ifPresent(oldest -> session.draft().add(new Output.Displaced(oldest, attendance.displaced())));
        OptionalInt seat = attendee.seat();
        String salt = seat.isPresent() ? session.state().receiptSalt(seat.getAsInt()) : "";
        answer(new Response.Welcome(seat, salt, session.snapshot(seat, atMillis)));
    }

    private void snapshot() {
        attendee().ifPresent(attendee -> answer(new Response.Current(session.snapshot(attendee.seat(), atMillis))));
    }

    private void control(Request.Control control) {
        if (instructor().isEmpty()) {
            return;
        }
        try {
            Command command = new Orders(atMillis).command(control);
            session.decide(command, answer -> answer(doneOr(answer)));
        } catch (IllegalArgumentException wrong) {
            refuse(RefusalCode.INVALID_MESSAGE, "control: " + wrong.getMessage());
        }
    }

    private void roster() {
        if (instructor().isPresent()) {
            answer(new Response.Roster(session.roster()));
        }
    }

    private void page(Request.GetForm asked) {
        if (attendee().isPresent()) {
            session.state()
                    .page(asked.form())
                    .ifPresentOrElse(
                            page -> answer(new Response.Page(page)),
                            () -> refuse(
                                    RefusalCode.WRONG_PHASE,
                                    "form: " + asked.form() + " (expected: one that there is by now)"));
        }
    }

    /** The answer is where the seat stands afterwards. */
    private void fill(Request.FillForm form) {
        Optional<Attendee> attendee = attendee();
        if (attendee.isEmpty()) {
            return;
        }
        OptionalInt seat = attendee.get().seat();
        if (seat.isEmpty()) {
            refuse(RefusalCode.NOT_ALLOWED, "fill_form: without a seat (expected: a participant)");
            return;
        }
        session.decide(command(form, seat.getAsInt()), answer -> {
            answer(
                    answer instanceof Answer.Done
                            ? new Response.Current(session.snapshot(seat, atMillis))
                            : doneOr(answer));
            if (form.form() == FormKind.CONSENT && !form.agreed() && answer instanceof Answer.Done) {
                session.dismiss(seat.getAsInt(), DECLINED);
            }
        });
    }

    private Command command(Request.FillForm form, int seat) {
        return switch (form.form()) {
            case CONSENT -> new Command.Consent(atMillis, seat, form.agreed());
            case COMPREHENSION -> new Command.Comprehend(atMillis, seat, form.attempt(), form.answers());
            case QUESTIONNAIRE -> new Command.Fill(atMillis, seat, form.answers());
            case INSTRUCTIONS ->
                throw new IllegalArgumentException("form: INSTRUCTIONS (expected: one that is filled out)");
        };
    }

    private Optional<Attendee> instructor() {
        Optional<Attendee> attendee = attendee();
        if (attendee.isPresent() && attendee.get().standing() != Attendee.Standing.INSTRUCTOR) {
            refuse(RefusalCode.NOT_ALLOWED, "control: without the token (expected: the instructor)");
            return Optional.empty();
        }
        return attendee;
    }

    /** Who asks; refused when it has not said hello. */
    private Optional<Attendee> attendee() {
        Optional<Attendee> attendee = session.attendance().find(asked.connection());
        if (attendee.isEmpty()) {
            refuse(RefusalCode.HELLO_EXPECTED, "request: before a hello (expected: a hello that was welcomed)");
        }
        return attendee;
    }

    private void refuse(RefusalCode code, String reason) {
        refuse(new Refusal(code, reason));
    }

    private void refuse(Refusal refusal) {
        answer(new Response.Refused(refusal));
    }

    private void answer(Response response) {
        session.draft().add(new Output.Answered(asked.connection(), asked.requestId(), response));
    }
}
