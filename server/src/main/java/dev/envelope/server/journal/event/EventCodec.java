package dev.envelope.server.journal.event;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.event.Event;
import dev.envelope.proto.v1.JournalRecord;
import dev.envelope.server.journal.JournalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Events to the bytes of journal records and back. The same event always gives the same bytes: records have no maps and
 * no unknown fields, and are serialised deterministically.
 */
public final class EventCodec {

    private final EventDecoder decoder;

    /** A codec that reads the plan in a session's first record with {@code planReader}. */
    public EventCodec(Function<String, Plan> planReader) {
        decoder = new EventDecoder(planReader);
    }

    /** The codec of plans in the form of plan files. */
    public static EventCodec ofPlanFiles() {
        return new EventCodec(text -> PlanReader.read(text).orElseThrow());
    }

    /** The record's bytes. */
    public byte[] encode(Event event) {
        JournalRecord record = EventEncoder.encode(event);
        byte[] bytes = new byte[record.getSerializedSize()];
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            record.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("an array of the record's own size holds it", e);
        }
        out.checkNoSpaceLeft();
        return bytes;
    }

    /**
     * The event in a record's bytes.
     *
     * @throws JournalException when they are no record, or one of a newer server
     */
    public Event decode(byte[] bytes) {
        Optional<Event> ofARound = RoundRecordReader.read(bytes);
        return ofARound.isPresent() ? ofARound.get() : decodeAny(bytes);
    }

    /** The same for records of every kind, a little slower. */
    Event decodeAny(byte[] bytes) {
        try {
            return decoder.decode(JournalRecord.parseFrom(bytes));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new JournalException("a record that this server cannot read: " + e.getMessage(), e);
        }
    }
}
