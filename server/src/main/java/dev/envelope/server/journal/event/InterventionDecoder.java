package dev.envelope.server.journal.event;

import dev.envelope.game.message.Message;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.session.event.Event;
import dev.envelope.game.session.event.HandOver;
import dev.envelope.proto.v1.JournalRecord;
import dev.envelope.proto.v1.NoteSentEvent;
import dev.envelope.proto.v1.SeatHandedOverEvent;
import dev.envelope.proto.v1.StandInRepliedEvent;
import dev.envelope.server.wire.message.MessageCodec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/** Journal records to events about seats, time and door. */
final class InterventionDecoder {

    private InterventionDecoder() {}

    static Event decode(JournalRecord record) {
        long at = record.getAtMillis();
        return switch (record.getEventCase()) {
            case ROUND_EXTENDED ->
                new Event.RoundExtended(
                        at,
                        record.getRoundExtended().getRound(),
                        record.getRoundExtended().getClosesAtMillis());
            case NOTE_SENT -> note(at, record.getNoteSent());
            case SEAT_ADVANCED ->
                new Event.SeatAdvanced(
                        at,
                        record.getSeatAdvanced().getRound(),
                        record.getSeatAdvanced().getSeat());
            case SEAT_HANDED_OVER -> handedOver(at, record.getSeatHandedOver());
            case SEAT_GIVEN_BACK ->
                new Event.SeatGivenBack(at, record.getSeatGivenBack().getSeat());
            case SEAT_REMOVED ->
                new Event.SeatRemoved(at, record.getSeatRemoved().getSeat());
            case SEAT_FILLED ->
                new Event.SeatFilled(
                        at,
                        record.getSeatFilled().getSeat(),
                        new StandIn(record.getSeatFilled().getStrategy()));
            case STAND_IN_REPLIED -> replied(at, record.getStandInReplied());
            case SEATS_INVITED ->
                new Event.SeatsInvited(
                        at,
                        record.getSeatsInvited().getKeyHashesList().stream()
                                .map(hash -> HexFormat.of().formatHex(hash.toByteArray()))
                                .toList());
            case DOOR_MOVED -> new Event.DoorMoved(at, record.getDoorMoved().getOpen());
            default ->
                throw new IllegalArgumentException(
                        "event: " + record.getEventCase() + " (expected: one about seats, time or the door)");
        };
    }

    private static Event note(long at, NoteSentEvent event) {
        return new Event.NoteSent(
                at, event.hasSeat() ? OptionalInt.of(event.getSeat()) : OptionalInt.empty(), event.getText());
    }

    private static Event handedOver(long at, SeatHandedOverEvent event) {
        return new Event.SeatHandedOver(at, event.getSeat(), new StandIn(event.getStrategy()), cause(event.getCause()));
    }

    private static Event replied(long at, StandInRepliedEvent event) {
        Optional<Message> message =
                event.hasMessage() ? Optional.of(MessageCodec.decode(event.getMessage())) : Optional.empty();
        return new Event.StandInReplied(at, event.getRound(), event.getSeat(), message);
    }

    private static HandOver cause(SeatHandedOverEvent.Cause cause) {
        return switch (cause) {
            case CAUSE_DROPPED_OUT -> HandOver.DROPPED_OUT;
            case CAUSE_MISSED_ROUNDS -> HandOver.MISSED_ROUNDS;
            case CAUSE_INSTRUCTOR -> HandOver.INSTRUCTOR;
            case CAUSE_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("cause: " + cause + " (expected: a known one)");
        };
    }
}
