package dev.envelope.server.journal.event;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A protobuf message's fields one after another, each at most once and in the order of their numbers, as the encoder writes
 * them. A field that is not next is absent and has its default. What comes in another order makes {@link #end} or
 * {@link #leave} throw; so does what this reader was not asked for.
 */
final class OrderedFields {

    private final CodedInputStream in;
    private int tag;

    /** The fields of {@code message}. */
    OrderedFields(byte[] message) throws IOException {
        in = CodedInputStream.newInstance(message);
        tag = in.readTag();
    }

    /** The number of the field that is next; 0 at the end of a message. */
    int next() {
        return WireFormat.getTagFieldNumber(tag);
    }

    int uint32(int field) throws IOException {
        return (int) number(field, WireFormat.WIRETYPE_VARINT);
    }

    long uint64(int field) throws IOException {
        return number(field, WireFormat.WIRETYPE_VARINT);
    }

    int sint32(int field) throws IOException {
        return CodedInputStream.decodeZigZag32(uint32(field));
    }

    long sint64(int field) throws IOException {
        return CodedInputStream.decodeZigZag64(uint64(field));
    }

    long fixed64(int field) throws IOException {
        return number(field, WireFormat.WIRETYPE_FIXED64);
    }

    boolean bool(int field) throws IOException {
        return uint64(field) != 0;
    }

    OptionalLong optionalUint64(int field) throws IOException {
        return next() == field ? OptionalLong.of(uint64(field)) : OptionalLong.empty();
    }

    OptionalLong optionalSint64(int field) throws IOException {
        return next() == field ? OptionalLong.of(sint64(field)) : OptionalLong.empty();
    }

    String string(int field) throws IOException {
        if (next() != field) {
            return "";
        }
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        String value = in.readStringRequireUtf8();
        tag = in.readTag();
        return value;
    }

    /** The numbers of a packed field of kind uint32. */
    List<Integer> uint32s(int field) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        if (next() == field) {
            int outer = limit();
            while (in.getBytesUntilLimit() > 0) {
                numbers.add(in.readUInt32());
            }
            goOn(outer);
        }
        return numbers;
    }

    /** The numbers of a packed field of kind sint64. */
    List<Long> sint64s(int field) throws IOException {
        List<Long> numbers = new ArrayList<>();
        if (next() == field) {
            int outer = limit();
            while (in.getBytesUntilLimit() > 0) {
                numbers.add(in.readSInt64());
            }
            goOn(outer);
        }
        return numbers;
    }

    /** Goes into a message, which has to be next; what it returns is what {@link #leave} takes. */
    int enter(int field) throws IOException {
        if (next() != field) {
            throw new InvalidProtocolBufferException("field " + next() + " (expected: " + field + ")");
        }
        int outer = limit();
        tag = in.readTag();
        return outer;
    }

    /** Leaves a message whose fields have all been read. */
    void leave(int outer) throws IOException {
        end();
        goOn(outer);
    }

    /** Says that all fields have been read. */
    void end() throws IOException {
        if (tag != 0) {
            throw new InvalidProtocolBufferException("field " + next() + " (expected: no further one)");
        }
    }

    private int limit() throws IOException {
        require(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        return in.pushLimit(in.readUInt32());
    }

    private void goOn(int outer) throws IOException {
        in.popLimit(outer);
        tag = in.readTag();
    }

    private long number(int field, int type) throws IOException {
        if (next() != field) {
            return 0;
        }
        require(type);
        long number = type == WireFormat.WIRETYPE_FIXED64 ? in.readFixed64() : in.readUInt64();
        tag = in.readTag();
        return number;
    }

    private void require(int type) throws InvalidProtocolBufferException {
        if (WireFormat.getTagWireType(tag) != type) {
            throw new InvalidProtocolBufferException("field " + next() + " of wire type "
                    + WireFormat.getTagWireType(tag) + " (expected: " + type + ")");
        }
    }
}
