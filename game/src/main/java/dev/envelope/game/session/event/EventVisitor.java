package dev.envelope.game.session.event;

/**
 * Tells the kinds of events apart: one method for each, so that a new kind is a compile error wherever it would be forgotten.
 *
 * @param <R> what an event is made into
 */
public interface EventVisitor<R> {

    /** For {@link Event.SessionOpened}. */
    R visit(Event.SessionOpened event);

    /** For {@link Event.SeatTaken}. */
    R visit(Event.SeatTaken event);

    /** For {@link Event.SessionStarted}. */
    R visit(Event.SessionStarted event);

    /** For {@link Event.RoundDealt}. */
    R visit(Event.RoundDealt event);

    /** For {@link Event.RoundOpened}. */
    R visit(Event.RoundOpened event);

    /** For {@link Event.MessageSealed}. */
    R visit(Event.MessageSealed event);

    /** For {@link Event.GraceStarted}. */
    R visit(Event.GraceStarted event);

    /** For {@link Event.RoundClosed}. */
    R visit(Event.RoundClosed event);

    /** For {@link Event.RoundSettled}. */
    R visit(Event.RoundSettled event);

    /** For {@link Event.Paused}. */
    R visit(Event.Paused event);

    /** For {@link Event.Resumed}. */
    R visit(Event.Resumed event);

    /** For {@link Event.EndRequested}. */
    R visit(Event.EndRequested event);

    /** For {@link Event.RoundExtended}. */
    R visit(Event.RoundExtended event);

    /** For {@link Event.NoteSent}. */
    R visit(Event.NoteSent event);

    /** For {@link Event.SeatAdvanced}. */
    R visit(Event.SeatAdvanced event);

    /** For {@link Event.SeatHandedOver}. */
    R visit(Event.SeatHandedOver event);

    /** For {@link Event.SeatGivenBack}. */
    R visit(Event.SeatGivenBack event);

    /** For {@link Event.SeatRemoved}. */
    R visit(Event.SeatRemoved event);

    /** For {@link Event.SeatFilled}. */
    R visit(Event.SeatFilled event);

    /** For {@link Event.StandInReplied}. */
    R visit(Event.StandInReplied event);

    /** For {@link Event.SeatsInvited}. */
    R visit(Event.SeatsInvited event);

    /** For {@link Event.DoorMoved}. */
    R visit(Event.DoorMoved event);

    /** For {@link Event.ConsentAnswered}. */
    R visit(Event.ConsentAnswered event);

    /** For {@link Event.ComprehensionAnswered}. */
    R visit(Event.ComprehensionAnswered event);

    /** For {@link Event.QuestionnaireOpened}. */
    R visit(Event.QuestionnaireOpened event);

    /** For {@link Event.QuestionnaireAnswered}. */
    R visit(Event.QuestionnaireAnswered event);

    /** For {@link Event.SessionFinished}. */
    R visit(Event.SessionFinished event);
}
