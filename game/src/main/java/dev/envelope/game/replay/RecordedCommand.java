package dev.envelope.game.replay;

import dev.envelope.game.session.command.Command;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.EventVisitor;
import dev.envelope.game.session.event.PauseCause;
import dev.envelope.game.session.state.SessionState;

/** What was asked for when an event happened in a session that stood as it does here; the passing of time where nobody asked. */
final class RecordedCommand implements EventVisitor<Command> {

    private final SessionState before;

    RecordedCommand(SessionState before) {
        this.before = before;
    }

    private static Command time(Event event) {
        return new Command.Tick(event.atMillis());
    }

    @Override
    public Command visit(Event.SessionOpened event) {
        return time(event);
    }

    @Override
    public Command visit(Event.SeatTaken event) {
        return new Command.TakeSeat(event.atMillis(), event.keyHash(), event.person());
    }

    @Override
    public Command visit(Event.SessionStarted event) {
        return new Command.Start(event.atMillis());
    }

    @Override
    public Command visit(Event.RoundDealt event) {
        return time(event);
    }

    @Override
    public Command visit(Event.RoundOpened event) {
        return time(event);
    }

    @Override
    public Command visit(Event.MessageSealed event) {
        return new Command.Submit(event.atMillis(), event.seat(), event.requestId(), event.round(), event.message());
    }

    @Override
    public Command visit(Event.GraceStarted event) {
        return time(event);
    }

    @Override
    public Command visit(Event.RoundClosed event) {
        return switch (event.reason()) {
            case INSTRUCTOR -> new Command.CloseRound(event.atMillis());
            case ALL_SEALED, DEADLINE -> time(event);
        };
    }

    @Override
    public Command visit(Event.RoundSettled event) {
        return time(event);
    }

    @Override
    public Command visit(Event.Paused event) {
        return event.cause() == PauseCause.RECOVERY
                ? new Command.Recovered(event.atMillis())
                : new Command.Pause(event.atMillis());
    }

    @Override
    public Command visit(Event.Resumed event) {
        return new Command.Resume(event.atMillis());
    }

    @Override
    public Command visit(Event.EndRequested event) {
        return new Command.End(event.atMillis());
    }

    @Override
    public Command visit(Event.RoundExtended event) {
        long deadline = before.deadline().orElse(event.atMillis());
        return new Command.Extend(event.atMillis(), event.closesAtMillis() - deadline);
    }

    @Override
    public Command visit(Event.NoteSent event) {
        return new Command.Tell(event.atMillis(), event.seat(), event.text());
    }

    @Override
    public Command visit(Event.SeatAdvanced event) {
        return new Command.Advance(event.atMillis(), event.seat());
    }

    @Override
    public Command visit(Event.SeatHandedOver event) {
        return switch (event.cause()) {
            case INSTRUCTOR -> new Command.Replace(event.atMillis(), event.seat(), event.standIn());
            case DROPPED_OUT -> new Command.DropOut(event.atMillis(), event.seat());
            case MISSED_ROUNDS, REMOVED, DECLINED, VACATED, FILLED -> time(event);
        };
    }

    /** That an owner is back in its seat reads the same whatever brought it back. */
    @Override
    public Command visit(Event.SeatGivenBack event) {
        return new Command.GiveBack(event.atMillis(), event.seat());
    }

    @Override
    public Command visit(Event.SeatRemoved event) {
        return new Command.Remove(event.atMillis(), event.seat());
    }

    @Override
    public Command visit(Event.SeatFilled event) {
        return time(event);
    }

    @Override
    public Command visit(Event.StandInReplied event) {
        return new Command.Reply(event.atMillis(), event.seat(), event.round(), event.message());
    }

    @Override
    public Command visit(Event.SeatsInvited event) {
        return new Command.Invite(event.atMillis(), event.keyHashes());
    }

    @Override
    public Command visit(Event.DoorMoved event) {
        return new Command.MoveDoor(event.atMillis(), event.open());
    }

    @Override
    public Command visit(Event.ConsentAnswered event) {
        return new Command.Consent(event.atMillis(), event.seat(), event.agreed());
    }

    @Override
    public Command visit(Event.ComprehensionAnswered event) {
        return new Command.Comprehend(event.atMillis(), event.seat(), event.attempt(), event.answers());
    }

    @Override
    public Command visit(Event.QuestionnaireOpened event) {
        return time(event);
    }

    @Override
    public Command visit(Event.QuestionnaireAnswered event) {
        return new Command.Fill(event.atMillis(), event.seat(), event.answers());
    }

    @Override
    public Command visit(Event.SessionFinished event) {
        return time(event);
    }
}
