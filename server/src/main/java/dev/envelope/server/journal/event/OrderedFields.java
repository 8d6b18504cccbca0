package dev.envelope.server.journal.event;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A protobuf message's fields one after another, each at most once and in the order of their numbers, as the encoder writes
 * them. A field that is not next is absent and has its default. What comes in another order makes {@link #end} or
 * {@link #leave} throw; so does what this reader was not asked for. It does little, so that there is little to compile: a
 * server that starts reads a million records before it has done anything twice.
 */
final class OrderedFields {

    private static final int MORE = 0x80;
    private static final int TYPE_BITS = 3;

    private final byte[] bytes;
    private int at;
    private int end;
    private int tag;

    /** The fields of {@code message}. */
    OrderedFields(byte[] message) throws InvalidProtocolBufferException {
        bytes = message;
        end = message.length;
        advance();
    }

    /** The number of the field that is next; 0 at the end of a message. */
    int next() {
        return tag >>> TYPE_BITS;
    }

    int uint32(int field) throws InvalidProtocolBufferException {
        return (int) uint64(field);
    }

    long uint64(int field) throws InvalidProtocolBufferException {
        if (!isNext(field, WireFormat.WIRETYPE_VARINT)) {
            return 0;
        }
        long number = varint();
        advance();
        return number;
    }

    int sint32(int field) throws InvalidProtocolBufferException {
        return CodedInputStream.decodeZigZag32(uint32(field));
    }

    long sint64(int field) throws InvalidProtocolBufferException {
        return CodedInputStream.decodeZigZag64(uint64(field));
    }

    long fixed64(int field) throws InvalidProtocolBufferException {
        if (!isNext(field, WireFormat.WIRETYPE_FIXED64)) {
            return 0;
        }
        int last = after(Long.BYTES) - 1;
        long number = 0;
        for (int i = last; i >= at; i--) { // little endian
            number = number << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
        }
        at = last + 1;
        advance();
        return number;
    }

    boolean bool(int field) throws InvalidProtocolBufferException {
        return uint64(field) != 0;
    }

    OptionalLong optionalUint64(int field) throws InvalidProtocolBufferException {
        return next() == field ? OptionalLong.of(uint64(field)) : OptionalLong.empty();
    }

    OptionalLong optionalSint64(int field) throws InvalidProtocolBufferException {
        return next() == field ? OptionalLong.of(sint64(field)) : OptionalLong.empty();
    }

    /** A text of ASCII characters; one with others is not read. */
    String ascii(int field) throws InvalidProtocolBufferException {
        if (!isNext(field, WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
            return "";
        }
        int until = after(varint());
        for (int i = at; i < until; i++) {
            if (bytes[i] < 0) {
                throw new InvalidProtocolBufferException("field " + field + " (expected: ASCII characters)");
            }
        }
        String text = new String(bytes, at, until - at, StandardCharsets.US_ASCII);
        at = until;
        advance();
        return text;
    }

    /** The numbers of a packed field of kind uint32. */
    List<Integer> uint32s(int field) throws InvalidProtocolBufferException {
        List<Integer> numbers = new ArrayList<>();
        if (isNext(field, WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
            int outer = limit();
            while (at < end) {
                numbers.add((int) varint());
            }
            goOn(outer);
        }
        return numbers;
    }

    /** The numbers of a packed field of kind sint64. */
    List<Long> sint64s(int field) throws InvalidProtocolBufferException {
        List<Long> numbers = new ArrayList<>();
        if (isNext(field, WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
            int outer = limit();
            while (at < end) {
                numbers.add(CodedInputStream.decodeZigZag64(varint()));
            }
            goOn(outer);
        }
        return numbers;
    }

    /** Goes into a message, which has to be next; what it returns is what {@link #leave} takes. */
    int enter(int field) throws InvalidProtocolBufferException {
        if (!isNext(field, WireFormat.WIRETYPE_LENGTH_DELIMITED)) {
            throw new InvalidProtocolBufferException("field " + next() + " (expected: " + field + ")");
        }
        int outer = limit();
        advance();
        return outer;
    }

    /** Leaves a message whose fields have all been read. */
    void leave(int outer) throws InvalidProtocolBufferException {
        end();
        goOn(outer);
    }

    /** Says that all fields have been read. */
    void end() throws InvalidProtocolBufferException {
        if (tag != 0) {
            throw new InvalidProtocolBufferException("field " + next() + " (expected: no further one)");
        }
    }

    private int limit() throws InvalidProtocolBufferException {
        int outer = end;
        end = after(varint());
        return outer;
    }

    private void goOn(int outer) throws InvalidProtocolBufferException {
        end = outer;
        advance();
    }

    /** Where {@code length} bytes from here end. */
    private int after(long length) throws InvalidProtocolBufferException {
        if (length < 0 || length > end - at) {
            throw new InvalidProtocolBufferException("a length of " + length + " (expected: up to " + (end - at) + ")");
        }
        return at + (int) length;
    }

    /** Takes up the next field, or the end. */
    private void advance() throws InvalidProtocolBufferException {
        if (at == end) {
            tag = 0;
            return;
        }
        tag = (int) varint();
        if (next() == 0) {
            throw new InvalidProtocolBufferException("field 0 (expected: a field's number)");
        }
    }

    private boolean isNext(int field, int type) throws InvalidProtocolBufferException {
        if (next() != field) {
            return false;
        }
        if (tag != (field << TYPE_BITS | type)) {
            throw new InvalidProtocolBufferException(
                    "field " + field + " of wire type " + WireFormat.getTagWireType(tag) + " (expected: " + type + ")");
        }
        return true;
    }

    private long varint() throws InvalidProtocolBufferException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE && at < end; shift += Byte.SIZE - 1) {
            int more = bytes[at++];
            number |= (more & (long) (MORE - 1)) << shift;
            if (more >= 0) {
                return number;
            }
        }
        throw new InvalidProtocolBufferException("a number cut short or of more than 10 bytes (expected: a varint)");
    }
}
