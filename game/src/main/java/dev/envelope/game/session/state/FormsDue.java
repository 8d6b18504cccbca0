package dev.envelope.game.session.state;

import dev.envelope.game.forms.FormKind;
import dev.envelope.game.view.Phase;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a seat has to fill out at a moment, and whether the questionnaire waits for it. */
public final class FormsDue {

    private FormsDue() {}

    /** What the seat has to fill out now. Programs and stand-ins fill out nothing. */
    public static Optional<FormKind> due(SessionState state, int seat) {
        if (!state.isPerson(seat) || state.hasLeft(seat) || state.phase() == Phase.FINISHED) {
            return Optional.empty();
        }
        Optional<FormKind> before = beforeRounds(state, seat);
        if (state.phase() != Phase.QUESTIONNAIRE) {
            return before;
        }
        boolean asked = hasConsent(state, seat)
                && state.seat(seat).forms().questionnaire().isEmpty();
        return asked ? Optional.of(FormKind.QUESTIONNAIRE) : Optional.empty();
    }

    /** What the seat has to fill out before it can say anything in a round. */
    public static Optional<FormKind> beforeRounds(SessionState state, int seat) {
        if (!state.isPerson(seat)) {
            return Optional.empty();
        }
        if (!hasConsent(state, seat)) {
            return Optional.of(FormKind.CONSENT);
        }
        return state.plan()
                .forms()
                .comprehension()
                .filter(questions -> !state.seat(seat).forms().isPast(questions))
                .map(questions -> FormKind.COMPREHENSION);
    }

    /** Whether the seat has agreed to take part, or need not. */
    public static boolean hasConsent(SessionState state, int seat) {
        return !state.isPerson(seat)
                || state.plan().forms().consent().isEmpty()
                || state.seat(seat).forms().consented();
    }

    /** Whether the open questionnaire waits for the seat. */
    public static boolean isAwaited(SessionState state, int seat) {
        return state.seat(seat).presence().absence().isEmpty()
                && due(state, seat).equals(Optional.of(FormKind.QUESTIONNAIRE));
    }

    /** Whether it waits for anybody: for who is there, and as long as nobody has answered for who may be back. */
    public static boolean isAnybodyAwaited(SessionState state) {
        return seats(state).anyMatch(seat -> isAwaited(state, seat))
                || (seats(state)
                                .noneMatch(seat ->
                                        state.seat(seat).forms().questionnaire().isPresent())
                        && isAnybodyAsked(state));
    }

    /** Whether there is anybody, there or away, to whom the questionnaire is put. */
    public static boolean isAnybodyAsked(SessionState state) {
        return seats(state).anyMatch(seat -> isAsked(state, seat));
    }

    private static boolean isAsked(SessionState state, int seat) {
        Presence presence = state.seat(seat).presence();
        return state.isPerson(seat)
                && hasConsent(state, seat)
                && (presence.absence().isEmpty() || presence.awaitsOwner());
    }

    private static IntStream seats(SessionState state) {
        return IntStream.range(0, state.seatNumbers());
    }
}
