package dev.envelope.server.net;

import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.proto.net.FrameCodec;
import dev.envelope.server.wire.Encoded;
import dev.envelope.server.wire.Format;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/** Puts messages on a connection as frames; those that wait together leave in one buffer. */
final class FrameSpeaker implements Speaker {

    private static final int SMALLEST_BATCH = 256;
    private static final int LARGEST_BATCH = 32 * 1024;

    private final ChannelHandlerContext context;
    private @Nullable ByteBuf batch;

    FrameSpeaker(ChannelHandlerContext context) {
        this.context = context;
    }

    @Override
    public Format format() {
        return Format.PROTOBUF;
    }

    @Override
    public void write(Encoded message) {
        int size = message.size();
        int framed = FrameCodec.LENGTH_BYTES + size;
        ByteBuf out = batchFor(framed);
        out.ensureWritable(framed);
        FrameCodec.writeLength(out, size);
        message.writeTo(out.internalNioBuffer(out.writerIndex(), size));
        out.writerIndex(out.writerIndex() + size);
    }

    private ByteBuf batchFor(int bytes) {
        if (batch != null && batch.readableBytes() + bytes > LARGEST_BATCH) {
            writeBatch();
        }
        if (batch == null) {
            batch = context.alloc().ioBuffer(Math.max(SMALLEST_BATCH, bytes));
        }
        return batch;
    }

    private void writeBatch() {
        ByteBuf full = batch;
        if (full != null) {
            batch = null;
            ChannelFuture unused = context.write(full, context.voidPromise());
        }
    }

    @Override
    public void flush() {
        writeBatch();
        context.flush();
    }

    @Override
    public ChannelFuture end(RefusalCode cause) {
        writeBatch();
        return context.writeAndFlush(Unpooled.EMPTY_BUFFER);
    }
}
