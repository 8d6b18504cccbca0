package dev.envelope.game.session;

import dev.envelope.game.message.Message;
import dev.envelope.game.plan.seating.DropOuts;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.session.command.Answer;
import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.HandOver;
import dev.envelope.game.session.state.FormsDue;
import dev.envelope.game.session.state.Presence;
import dev.envelope.game.session.state.SessionState;
import dev.envelope.game.view.Phase;
import java.util.Optional;

/** Who acts for seats whose owners are not there: when, and what it answers. */
final class StandInRules {

    private static final Answer DONE = new Answer.Done();

    private final Deciding deciding;

    StandInRules(Deciding deciding) {
        this.deciding = deciding;
    }

    private static boolean dropsOut(SessionState state, int seat) {
        boolean isMeant = state.plan().staffing().dropOuts().isPresent() || FormsDue.isAwaited(state, seat);
        return isMeant && state.isRunning() && state.standIn(seat).isEmpty();
    }

    /** The first seat that is to be given to a stand-in because its owner said nothing in round after round. */
    static Optional<Event> missing(SessionState state, long now) {
        Optional<DropOuts> dropOuts = state.plan().staffing().dropOuts();
        if (dropOuts.isEmpty() || dropOuts.get().missedRounds().isEmpty()) {
            return Optional.empty();
        }
        int most = dropOuts.get().missedRounds().getAsInt();
        for (int seat = 0; seat < state.seatNumbers(); seat++) {
            Presence presence = state.seat(seat).presence();
            if (presence.absence().isEmpty() && presence.missed() >= most) {
                StandIn standIn = dropOuts.get().standIn();
                return Optional.of(new Event.SeatHandedOver(now, seat, standIn, HandOver.MISSED_ROUNDS));
            }
        }
        return Optional.empty();
    }

    /** The plan, or the questionnaire, gives the seat to a stand-in; where neither does, or something acts for it already, nothing happens. */
    Answer dropOut(int seat) {
        SessionState state = deciding.state();
        if (seat >= 0 && seat < state.seatNumbers() && dropsOut(state, seat)) {
            StandIn standIn = state.dropOuts().orElseThrow().standIn();
            deciding.emit(new Event.SeatHandedOver(deciding.now(), seat, standIn, HandOver.DROPPED_OUT));
        }
        return DONE;
    }

    /** An answer that comes too late, or twice, changes nothing; one that the rules refuse counts as none. */
    Answer reply(Command.Reply command) {
        SessionState state = deciding.state();
        boolean isAsked = state.phase() == Phase.OPEN
                && command.round() == state.round()
                && command.seat() >= 0
                && command.seat() < state.seatNumbers()
                && state.asked(command.seat()).isPresent();
        if (!isAsked) {
            return DONE;
        }
        Optional<Refusal> refusal =
                command.message().flatMap(message -> SubmissionCheck.content(state, command.seat(), message));
        Optional<Message> message = refusal.isPresent() ? Optional.empty() : command.message();
        deciding.emit(new Event.StandInReplied(deciding.now(), state.round(), command.seat(), message));
        return refusal.<Answer>map(Answer.Refused::new).orElse(DONE);
    }

    /** Its owner is there again. */
    void returned(int seat) {
        boolean isOver = deciding.state().phase() == Phase.FINISHED;
        if (!isOver && deciding.state().seat(seat).presence().awaitsOwner()) {
            deciding.emit(new Event.SeatGivenBack(deciding.now(), seat));
        }
    }
}
