package dev.envelope.proto.net;

import io.netty.buffer.ByteBuf;

/**
 * The framing of a TCP connection. The client opens with the four bytes {@code 00 45 4E 56}, once; then each end sends
 * frames: the length of a message as four bytes, unsigned, big-endian, and then so many bytes, which are one protobuf
 * message. The length does not count itself; 0 is a frame too, the message without fields. The server sends no opening.
 */
public final class FrameCodec {

    /** The version of the protocol, as in {@code Hello.protocol_version}. */
    public static final int PROTOCOL_VERSION = 1;

    /** The opening's four bytes as one big-endian number: 0, then {@code ENV} in ASCII. */
    public static final int OPENING = 0x00_45_4E_56;

    /** How many bytes the opening has. */
    public static final int OPENING_BYTES = 4;

    /** How many bytes stand before every message. */
    public static final int LENGTH_BYTES = 4;

    /** The longest message, where nothing else was agreed: 64 KiB. */
    public static final int DEFAULT_MAX_FRAME_BYTES = 64 * 1024;

    private FrameCodec() {}

    /** Appends the opening. */
    public static void writeOpening(ByteBuf out) {
        out.writeInt(OPENING);
    }

    /** Appends the length that stands before a message of {@code messageBytes} bytes. */
    public static void writeLength(ByteBuf out, int messageBytes) {
        if (messageBytes < 0) {
            throw new IllegalArgumentException("messageBytes: " + messageBytes + " (expected: at least 0)");
        }
        out.writeInt(messageBytes);
    }

    /** Appends {@code message} as a frame. */
    public static void writeFrame(ByteBuf out, byte[] message) {
        writeLength(out, message.length);
        out.writeBytes(message);
    }
}
