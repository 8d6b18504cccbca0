package dev.envelope.server.wire;

import com.google.protobuf.CodedOutputStream;
import dev.envelope.proto.v1.ServerMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** A message to a client, ready to be written. */
public sealed interface Encoded {

    /** How many bytes it has. */
    int size();

    /** Writes exactly {@link #size} bytes. */
    void writeTo(ByteBuffer out);

    /** A message that is serialised straight into its buffer. */
    record Serialised(ServerMessage message) implements Encoded {

        @Override
        public int size() {
            return message.getSerializedSize();
        }

        @Override
        public void writeTo(ByteBuffer out) {
            try {
                CodedOutputStream stream = CodedOutputStream.newInstance(out);
                message.writeTo(stream);
                stream.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("the buffer is shorter than the message", e);
            }
        }
    }

    /** A message whose bytes are there already. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never written to
    record Bytes(byte[] bytes) implements Encoded {

        @Override
        public int size() {
            return bytes.length;
        }

        @Override
        public void writeTo(ByteBuffer out) {
            out.put(bytes);
        }
    }
}
