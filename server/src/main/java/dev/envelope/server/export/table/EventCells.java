package dev.envelope.server.export.table;

import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.EventVisitor;
import dev.envelope.server.export.cell.Words;
import java.util.OptionalInt;

/**
 * What a row of the table of events tells of one event; each empty where there is nothing to tell.
 *
 * @param round the round it belongs to
 * @param seat the seat it is about
 * @param reason why it happened, in a word
 * @param text what was said, or which strategy acts
 * @param millis how long something takes
 */
record EventCells(String round, String seat, String reason, String text, String millis) {

    /** Tells the cells of any event. */
    static final EventVisitor<EventCells> OF = new OfEvents();

    private static final EventCells NONE = new EventCells("", "", "", "", "");

    private static EventCells ofRound(int round) {
        return new EventCells(Integer.toString(round), "", "", "", "");
    }

    private static EventCells ofSeat(int seat) {
        return new EventCells("", Integer.toString(seat), "", "", "");
    }

    private EventCells inRound(int of) {
        return new EventCells(Integer.toString(of), seat, reason, text, millis);
    }

    private EventCells because(String why) {
        return new EventCells(round, seat, why, text, millis);
    }

    private EventCells saying(String what) {
        return new EventCells(round, seat, reason, what, millis);
    }

    private EventCells lasting(long from, long to) {
        return new EventCells(round, seat, reason, text, Long.toString(to - from));
    }

    private static final class OfEvents implements EventVisitor<EventCells> {

        @Override
        public EventCells visit(Event.SessionOpened event) {
            return NONE;
        }

        @Override
        public EventCells visit(Event.SeatTaken event) {
            return ofSeat(event.seat());
        }

        @Override
        public EventCells visit(Event.SessionStarted event) {
            return NONE;
        }

        @Override
        public EventCells visit(Event.RoundDealt event) {
            return ofRound(event.round());
        }

        @Override
        public EventCells visit(Event.RoundOpened event) {
            EventCells cells = ofRound(event.round());
            return event.closesAtMillis().isPresent()
                    ? cells.lasting(event.atMillis(), event.closesAtMillis().getAsLong())
                    : cells;
        }

        @Override
        public EventCells visit(Event.MessageSealed event) {
            return ofSeat(event.seat()).inRound(event.round());
        }

        @Override
        public EventCells visit(Event.GraceStarted event) {
            return ofRound(event.round()).lasting(event.atMillis(), event.closesAtMillis());
        }

        @Override
        public EventCells visit(Event.RoundClosed event) {
            return ofRound(event.round()).because(Words.of(event.reason()));
        }

        @Override
        public EventCells visit(Event.RoundSettled event) {
            return ofRound(event.round());
        }

        @Override
        public EventCells visit(Event.Paused event) {
            return NONE.because(Words.of(event.cause()));
        }

        @Override
        public EventCells visit(Event.Resumed event) {
            return NONE.lasting(0, event.shiftMillis());
        }

        @Override
        public EventCells visit(Event.EndRequested event) {
            return NONE;
        }

        @Override
        public EventCells visit(Event.RoundExtended event) {
            return ofRound(event.round()).lasting(event.atMillis(), event.closesAtMillis());
        }

        @Override
        public EventCells visit(Event.NoteSent event) {
            OptionalInt to = event.seat();
            return (to.isPresent() ? ofSeat(to.getAsInt()) : NONE).saying(event.text());
        }

        @Override
        public EventCells visit(Event.SeatAdvanced event) {
            return ofSeat(event.seat()).inRound(event.round());
        }

        @Override
        public EventCells visit(Event.SeatHandedOver event) {
            return ofSeat(event.seat())
                    .because(Words.of(event.cause()))
                    .saying(event.standIn().strategy());
        }

        @Override
        public EventCells visit(Event.SeatGivenBack event) {
            return ofSeat(event.seat());
        }

        @Override
        public EventCells visit(Event.SeatRemoved event) {
            return ofSeat(event.seat());
        }

        @Override
        public EventCells visit(Event.SeatFilled event) {
            return ofSeat(event.seat()).saying(event.standIn().strategy());
        }

        @Override
        public EventCells visit(Event.StandInReplied event) {
            return ofSeat(event.seat()).inRound(event.round());
        }

        @Override
        public EventCells visit(Event.SeatsInvited event) {
            return NONE;
        }

        @Override
        public EventCells visit(Event.DoorMoved event) {
            return NONE.because(event.open() ? "open" : "closed");
        }

        @Override
        public EventCells visit(Event.ConsentAnswered event) {
            return ofSeat(event.seat()).because(event.agreed() ? "agreed" : "declined");
        }

        @Override
        public EventCells visit(Event.ComprehensionAnswered event) {
            return ofSeat(event.seat());
        }

        @Override
        public EventCells visit(Event.QuestionnaireOpened event) {
            return NONE.lasting(event.atMillis(), event.closesAtMillis());
        }

        @Override
        public EventCells visit(Event.QuestionnaireAnswered event) {
            return ofSeat(event.seat());
        }

        @Override
        public EventCells visit(Event.SessionFinished event) {
            return NONE;
        }
    }
}
