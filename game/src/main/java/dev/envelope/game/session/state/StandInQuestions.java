package dev.envelope.game.session.state;

import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.session.state.SessionState.Asked;
import dev.envelope.game.view.Phase;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is asked of stand-ins in an open round: of those that act for a seat, and of those that count if its owner says nothing. */
final class StandInQuestions {

    private StandInQuestions() {}

    static List<Asked> all(SessionState state) {
        boolean nobody = state.phase() != Phase.OPEN
                || (state.seating().strategies() == 0 && !forMissing(state).isStrategy());
        return nobody
                ? List.of()
                : IntStream.range(0, state.seatNumbers())
                        .mapToObj(seat -> of(state, seat))
                        .flatMap(Optional::stream)
                        .toList();
    }

    static Optional<Asked> of(SessionState state, int seat) {
        SeatState own = state.seat(seat);
        if (state.phase() != Phase.OPEN || !own.isSilent()) {
            return Optional.empty();
        }
        StandIn asked = own.isPlayedByStrategy() ? state.standIn(seat).orElseThrow() : forMissing(state);
        return asked.isStrategy() ? Optional.of(new Asked(seat, asked)) : Optional.empty();
    }

    /** Whether an answer is still to come for a seat that nobody plays: where nobody else is waited for it must not come too late. */
    static boolean areAwaited(SessionState state) {
        return forMissing(state).isStrategy()
                && IntStream.range(0, state.seatNumbers())
                        .mapToObj(state::seat)
                        .anyMatch(seat -> seat.isSilent() && seat.isPlayedByNobody());
    }

    private static StandIn forMissing(SessionState state) {
        return state.block().treatment().absent().standIn();
    }
}
