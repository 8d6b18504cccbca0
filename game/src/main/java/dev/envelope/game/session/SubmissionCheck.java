package dev.envelope.game.session;

import dev.envelope.game.message.Message;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.state.Presence;
import dev.envelope.game.session.state.SeatState;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import java.util.Optional;

/** Whether a submission can be accepted; if not, why. */
final class SubmissionCheck {

    private final SessionState state;
    private final Command.Submit submit;

    SubmissionCheck(SessionState state, Command.Submit submit) {
        this.state = state;
        this.submit = submit;
    }

    /** Why {@code message} cannot be the seat's in the current round, whatever the time. */
    static Optional<Refusal> content(SessionState state, int seat, Message message) {
        return new SubmissionCheck(state, new Command.Submit(0, seat, 0, state.round(), message)).content();
    }

    Optional<Refusal> refusal() {
        Optional<Refusal> timing = timing();
        return timing.isPresent() ? timing : content();
    }

    private Optional<Refusal> timing() {
        int current = state.round();
        Phase phase = state.phase();
        if (submit.round() < 1 || submit.round() > state.rounds()) {
            return refused(RefusalCode.WRONG_ROUND, "round", submit.round(), "one from 1 to " + state.rounds());
        }
        if (submit.round() < current || (submit.round() == current && hasClosed(phase))) {
            return refused(RefusalCode.LATE, "round", submit.round(), "an open round; this one has closed");
        }
        if (phase != Phase.OPEN) {
            return refused(RefusalCode.WRONG_PHASE, "phase", phase, "OPEN");
        }
        if (submit.round() > current) {
            return refused(RefusalCode.WRONG_ROUND, "round", submit.round(), "the open one, " + current);
        }
        if (state.isPaused()) {
            return refused(RefusalCode.WRONG_PHASE, "session", "paused", "wait until it goes on");
        }
        if (state.seat(submit.seat()).place().isEmpty()) {
            return refused(RefusalCode.WRONG_PHASE, "round", current, "another one; this seat sits it out");
        }
        Optional<Refusal> unready = FormRules.unready(state, submit.seat());
        if (unready.isPresent()) {
            return unready;
        }
        Presence presence = state.seat(submit.seat()).presence();
        return presence.absence().isPresent() && !presence.awaitsOwner()
                ? refused(
                        RefusalCode.NOT_ALLOWED,
                        "seat",
                        "in other hands",
                        "one that the instructor has given back to its owner")
                : Optional.empty();
    }

    private static boolean hasClosed(Phase phase) {
        return phase == Phase.CLOSED
                || phase == Phase.SETTLED
                || phase == Phase.QUESTIONNAIRE
                || phase == Phase.FINISHED;
    }

    private Optional<Refusal> content() {
        SeatState.Place place = state.seat(submit.seat()).place().orElseThrow();
        return new MessageCheck(state.game(place), place.agent()).refusal(submit.message());
    }

    private static Optional<Refusal> refused(RefusalCode code, String what, Object found, String expected) {
        return Optional.of(Refusal.of(code, what, found, expected));
    }
}
