package dev.envelope.server.journal;

import com.google.protobuf.ByteString;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.StandIn;
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

/** Events about seats, time and door, to journal records and back. */
final class InterventionCodec {

    private InterventionCodec() {}

    static void encode(JournalRecord.Builder record, Event event) {
        if (event instanceof Event.RoundExtended extended) {
            record.getRoundExtendedBuilder().setRound(extended.round()).setClosesAtMillis(extended.closesAtMillis());
        } else if (event instanceof Event.NoteSent note) {
            record.getNoteSentBuilder().setText(note.text());
            note.seat().ifPresent(record.getNoteSentBuilder()::setSeat);
        } else if (event instanceof Event.SeatAdvanced advanced) {
            record.getSeatAdvancedBuilder().setRound(advanced.round()).setSeat(advanced.seat());
        } else if (event instanceof Event.DoorMoved moved) {
            record.getDoorMovedBuilder().setOpen(moved.open());
        } else if (event instanceof Event.SeatsInvited invited) {
            invited.keyHashes()
                    .forEach(hash -> record.getSeatsInvitedBuilder()
                            .addKeyHashes(ByteString.copyFrom(HexFormat.of().parseHex(hash))));
        } else {
            hands(record, event);
        }
    }

    private static void hands(JournalRecord.Builder record, Event event) {
        if (event instanceof Event.SeatHandedOver handed) {
            record.getSeatHandedOverBuilder()
                    .setSeat(handed.seat())
                    .setStrategy(handed.standIn().strategy())
                    .setCause(cause(handed.cause()));
        } else if (event instanceof Event.SeatGivenBack back) {
            record.getSeatGivenBackBuilder().setSeat(back.seat());
        } else if (event instanceof Event.SeatRemoved removed) {
            record.getSeatRemovedBuilder().setSeat(removed.seat());
        } else if (event instanceof Event.SeatFilled filled) {
            record.getSeatFilledBuilder()
                    .setSeat(filled.seat())
                    .setStrategy(filled.standIn().strategy());
        } else if (event instanceof Event.StandInReplied replied) {
            StandInRepliedEvent.Builder builder =
                    record.getStandInRepliedBuilder().setRound(replied.round()).setSeat(replied.seat());
            replied.message().ifPresent(message -> builder.setMessage(MessageCodec.encode(message)));
        } else {
            FormEventCodec.encode(record, event);
        }
    }

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

    private static SeatHandedOverEvent.Cause cause(HandOver cause) {
        return switch (cause) {
            case DROPPED_OUT -> SeatHandedOverEvent.Cause.CAUSE_DROPPED_OUT;
            case MISSED_ROUNDS -> SeatHandedOverEvent.Cause.CAUSE_MISSED_ROUNDS;
            case INSTRUCTOR -> SeatHandedOverEvent.Cause.CAUSE_INSTRUCTOR;
            case REMOVED, DECLINED, VACATED, FILLED ->
                throw new IllegalArgumentException("cause: " + cause + " (expected: one without an event of its own)");
        };
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
