package dev.envelope.server.journal.event;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.DemandSchedule;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.Report;
import dev.envelope.game.message.Response;
import dev.envelope.game.session.event.Event;
import dev.envelope.proto.v1.JournalRecord;
import dev.envelope.proto.v1.MessageSealedEvent;
import dev.envelope.proto.v1.RoundClosedEvent;
import dev.envelope.proto.v1.RoundDealtEvent;
import dev.envelope.proto.v1.RoundOpenedEvent;
import dev.envelope.proto.v1.RoundSettledEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads from a record's bytes, without the generated classes, what every round writes: who has which value, that it is open,
 * the messages, that it is closed and how it ended. Nearly all of a journal is that, and a server that starts reads all of
 * it; half of the time went into loading and compiling the generated classes. It knows records as {@link EventEncoder} writes
 * them. Every other record, unusual or damaged, is left to {@link EventDecoder}, which says what is wrong with it.
 */
final class RoundRecordReader {

    /** What reads the kinds of record from {@link JournalRecord#ROUND_DEALT_FIELD_NUMBER} on: called, not inlined, so that each is compiled once. */
    private static final List<KindReader> KINDS = List.of(
            RoundRecordReader::dealt,
            RoundRecordReader::opened,
            RoundRecordReader::sealed,
            RoundRecordReader::closed,
            RoundRecordReader::settled);

    private final OrderedFields fields;

    private RoundRecordReader(OrderedFields fields) {
        this.fields = fields;
    }

    /** The event in {@code record}; empty where it is of another kind or not as the encoder writes it. */
    static Optional<Event> read(byte[] record) {
        try {
            return new RoundRecordReader(new OrderedFields(record)).event();
        } catch (InvalidProtocolBufferException | IllegalArgumentException unusual) {
            return Optional.empty(); // the general decoder reads it again and explains
        }
    }

    private Optional<Event> event() throws InvalidProtocolBufferException {
        long at = fields.uint64(JournalRecord.AT_MILLIS_FIELD_NUMBER);
        int kind = fields.next();
        int index = kind - JournalRecord.ROUND_DEALT_FIELD_NUMBER;
        if (index < 0 || index >= KINDS.size()) {
            return Optional.empty();
        }
        int outer = fields.enter(kind);
        Event event = KINDS.get(index).read(this, at);
        fields.leave(outer);
        fields.end();
        return Optional.of(event);
    }

    /** Reads the rest of a record. */
    @FunctionalInterface
    private interface KindReader {
        Event read(RoundRecordReader reader, long atMillis) throws InvalidProtocolBufferException;
    }

    private Event dealt(long at) throws InvalidProtocolBufferException {
        int round = fields.uint32(RoundDealtEvent.ROUND_FIELD_NUMBER);
        List<Event.DealtMarket> markets = new ArrayList<>();
        while (fields.next() == RoundDealtEvent.MARKETS_FIELD_NUMBER) {
            markets.add(dealtMarket());
        }
        return new Event.RoundDealt(at, round, markets);
    }

    private Event.DealtMarket dealtMarket() throws InvalidProtocolBufferException {
        int outer = fields.enter(RoundDealtEvent.MARKETS_FIELD_NUMBER);
        List<Integer> numbers = fields.uint32s(RoundDealtEvent.Market.SEATS_FIELD_NUMBER);
        List<Long> values = fields.sint64s(RoundDealtEvent.Market.VALUE_TICKS_FIELD_NUMBER);
        EventDecoder.requireEach(numbers.size(), values.size());
        List<Event.DealtSeat> seats = new ArrayList<>(numbers.size());
        for (int i = 0; i < numbers.size(); i++) {
            seats.add(new Event.DealtSeat(numbers.get(i), values.get(i)));
        }
        OptionalLong common = fields.optionalSint64(RoundDealtEvent.Market.COMMON_TICKS_FIELD_NUMBER);
        fields.leave(outer);
        return new Event.DealtMarket(seats, common);
    }

    private Event opened(long at) throws InvalidProtocolBufferException {
        int round = fields.uint32(RoundOpenedEvent.ROUND_FIELD_NUMBER);
        return new Event.RoundOpened(at, round, fields.optionalUint64(RoundOpenedEvent.CLOSES_AT_MILLIS_FIELD_NUMBER));
    }

    private Event sealed(long at) throws InvalidProtocolBufferException {
        return new Event.MessageSealed(
                at,
                fields.uint32(MessageSealedEvent.ROUND_FIELD_NUMBER),
                fields.uint32(MessageSealedEvent.SEAT_FIELD_NUMBER),
                fields.fixed64(MessageSealedEvent.REQUEST_ID_FIELD_NUMBER),
                fields.uint32(MessageSealedEvent.RECEIPT_FIELD_NUMBER),
                message(MessageSealedEvent.MESSAGE_FIELD_NUMBER));
    }

    private Message message(int field) throws InvalidProtocolBufferException {
        int outer = fields.enter(field);
        int kind = fields.next();
        int inner = fields.enter(kind);
        Message message = switch (kind) {
            case dev.envelope.proto.v1.Message.ABSTAIN_FIELD_NUMBER -> new Abstain();
            case dev.envelope.proto.v1.Message.AMOUNT_FIELD_NUMBER -> amount();
            case dev.envelope.proto.v1.Message.DEMAND_SCHEDULE_FIELD_NUMBER ->
                new DemandSchedule(fields.sint64s(dev.envelope.proto.v1.DemandSchedule.MARGINAL_TICKS_FIELD_NUMBER));
            case dev.envelope.proto.v1.Message.REPORT_FIELD_NUMBER ->
                new Report(fields.sint64s(dev.envelope.proto.v1.Report.TICKS_FIELD_NUMBER));
            case dev.envelope.proto.v1.Message.RESPONSE_FIELD_NUMBER -> response();
            default -> throw new IllegalArgumentException("message: kind " + kind + " (expected: a plain one)");
        };
        fields.leave(inner);
        fields.leave(outer);
        return message;
    }

    private Amount amount() throws InvalidProtocolBufferException {
        return new Amount(fields.optionalSint64(dev.envelope.proto.v1.Amount.TICKS_FIELD_NUMBER)
                .orElseThrow(() -> new IllegalArgumentException("amount: no ticks (expected: a whole number)")));
    }

    private Response response() throws InvalidProtocolBufferException {
        return new Response(fields.optionalUint64(dev.envelope.proto.v1.Response.ACCEPTED_FIELD_NUMBER)
                        .orElseThrow(() -> new IllegalArgumentException("response: none (expected: true or false)"))
                != 0);
    }

    private Event closed(long at) throws InvalidProtocolBufferException {
        int round = fields.uint32(RoundClosedEvent.ROUND_FIELD_NUMBER);
        int reason = fields.uint32(RoundClosedEvent.REASON_FIELD_NUMBER);
        return new Event.RoundClosed(
                at,
                round,
                EventDecoder.reason(Objects.requireNonNullElse(
                        RoundClosedEvent.Reason.forNumber(reason), RoundClosedEvent.Reason.UNRECOGNIZED)));
    }

    private Event settled(long at) throws InvalidProtocolBufferException {
        int round = fields.uint32(RoundSettledEvent.ROUND_FIELD_NUMBER);
        List<Event.SettledMarket> markets = new ArrayList<>();
        while (fields.next() == RoundSettledEvent.MARKETS_FIELD_NUMBER) {
            markets.add(settledMarket());
        }
        return new Event.RoundSettled(
                at, round, markets, fields.optionalUint64(RoundSettledEvent.NEXT_ROUND_AT_MILLIS_FIELD_NUMBER));
    }

    private Event.SettledMarket settledMarket() throws InvalidProtocolBufferException {
        int outer = fields.enter(RoundSettledEvent.MARKETS_FIELD_NUMBER);
        List<Event.SettledSeat> seats = new ArrayList<>();
        while (fields.next() == RoundSettledEvent.MarketOutcome.SEATS_FIELD_NUMBER) {
            seats.add(settledSeat());
        }
        OptionalLong price = fields.optionalSint64(RoundSettledEvent.MarketOutcome.PRICE_TICKS_FIELD_NUMBER);
        String voided = fields.ascii(RoundSettledEvent.MarketOutcome.VOIDED_FIELD_NUMBER);
        fields.leave(outer);
        return new Event.SettledMarket(seats, price, voided.isEmpty() ? Optional.empty() : Optional.of(voided));
    }

    private Event.SettledSeat settledSeat() throws InvalidProtocolBufferException {
        int outer = fields.enter(RoundSettledEvent.MarketOutcome.SEATS_FIELD_NUMBER);
        int seat = fields.uint32(RoundSettledEvent.SeatOutcome.SEAT_FIELD_NUMBER);
        int units = fields.sint32(RoundSettledEvent.SeatOutcome.UNITS_FIELD_NUMBER);
        long payment = fields.sint64(RoundSettledEvent.SeatOutcome.PAYMENT_TICKS_FIELD_NUMBER);
        Optional<Message> counted = fields.next() == RoundSettledEvent.SeatOutcome.COUNTED_FIELD_NUMBER
                ? Optional.of(message(RoundSettledEvent.SeatOutcome.COUNTED_FIELD_NUMBER))
                : Optional.empty();
        boolean byDefault = fields.bool(RoundSettledEvent.SeatOutcome.BY_DEFAULT_FIELD_NUMBER);
        fields.leave(outer);
        return new Event.SettledSeat(seat, units, payment, counted, byDefault);
    }
}
