package dev.envelope.proto.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts what arrives into messages: each is handed on as a {@link ByteBuf} of exactly its bytes, which the receiver
 * releases.
 *
 * <p>A length beyond the bound is never waited for and nothing is allocated for it: an {@link OversizeFrame} is handed on
 * in its place, and everything that follows on the connection is thrown away, because where the next frame begins is not
 * to be trusted any more. Memory held per connection is at most one frame and one read.
 */
public final class FrameDecoder extends ByteToMessageDecoder {

    private final int maxFrameBytes;
    private boolean broken;

    /** A decoder for messages of at most {@code maxFrameBytes}. */
    public FrameDecoder(int maxFrameBytes) {
        if (maxFrameBytes < 1) {
            throw new IllegalArgumentException("maxFrameBytes: " + maxFrameBytes + " (expected: at least 1)");
        }
        this.maxFrameBytes = maxFrameBytes;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (in.readableBytes() < FrameCodec.LENGTH_BYTES) {
            return;
        }
        long announced = in.getUnsignedInt(in.readerIndex());
        if (announced > maxFrameBytes) {
            broken = true;
            in.skipBytes(in.readableBytes());
            out.add(new OversizeFrame(announced, maxFrameBytes));
        } else if (in.readableBytes() - FrameCodec.LENGTH_BYTES >= announced) {
            in.skipBytes(FrameCodec.LENGTH_BYTES);
            out.add(in.readRetainedSlice((int) announced));
        }
    }
}
