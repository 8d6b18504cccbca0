package dev.envelope.proto.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {

    private static final byte[] TWO_FRAMES = {0, 0, 0, 3, 7, 8, 9, 0, 0, 0, 0, 0, 0, 0, 1, 5};

    private static List<Object> decode(int max, byte[]... parts) {
        EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(max));
        for (byte[] part : parts) {
            channel.writeInbound(Unpooled.copiedBuffer(part));
        }
        List<Object> found = new ArrayList<>();
        for (Object next = channel.readInbound(); next != null; next = channel.readInbound()) {
            if (next instanceof ByteBuf frame) {
                found.add(ByteBufUtil.hexDump(frame));
                frame.release();
            } else {
                found.add(next);
            }
        }
        channel.finishAndReleaseAll();
        return found;
    }

    @Test
    void framesAreCutOutOfOneRead() {
        assertThat(decode(3, TWO_FRAMES)).containsExactly("070809", "", "05");
    }

    @Test
    void framesArePutTogetherFromSingleBytes() {
        byte[][] parts = new byte[TWO_FRAMES.length][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new byte[] {TWO_FRAMES[i]};
        }
        assertThat(decode(3, parts)).containsExactly("070809", "", "05");
    }

    @Test
    void frameBeyondTheBoundIsKnownByItsLengthAndEndsEverything() {
        assertThat(decode(2, new byte[] {0, 0, 0, 1, 6}, new byte[] {0, 0, 0, 3}, new byte[] {0, 0, 0, 1, 6}))
                .containsExactly("06", new OversizeFrame(3, 2));
    }

    @Test
    void lengthIsUnsigned() {
        assertThat(decode(2, new byte[] {-1, -1, -1, -1})).containsExactly(new OversizeFrame(4_294_967_295L, 2));
    }

    @Test
    void boundMustBePositive() {
        assertThatThrownBy(() -> new FrameDecoder(0)).hasMessage("maxFrameBytes: 0 (expected: at least 1)");
    }

    @Test
    void encoderWritesWhatTheDecoderReads() {
        EmbeddedChannel out = new EmbeddedChannel(new FrameEncoder());
        out.writeOutbound((Object) new byte[] {7, 8, 9});
        ByteBuf frame = out.readOutbound();
        assertThat(ByteBufUtil.hexDump(frame)).isEqualTo("00000003070809");
        frame.release();
        out.finishAndReleaseAll();
    }

    @Test
    void openingIsFourBytes() {
        ByteBuf out = Unpooled.buffer();
        FrameCodec.writeOpening(out);
        assertThat(ByteBufUtil.hexDump(out)).isEqualTo("00454e56");
        out.release();
    }
}
