package dev.envelope.proto.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;

/** Puts the length before every {@code byte[]} that is written; buffers pass untouched. */
@Sharable
public final class FrameEncoder extends MessageToByteEncoder<byte[]> {

    /** An encoder; one serves any number of connections. */
    public FrameEncoder() {
        super(byte[].class);
    }

    @Override
    protected ByteBuf allocateBuffer(ChannelHandlerContext context, byte[] message, boolean preferDirect) {
        int size = FrameCodec.LENGTH_BYTES + message.length;
        return preferDirect ? context.alloc().ioBuffer(size) : context.alloc().heapBuffer(size);
    }

    @Override
    protected void encode(ChannelHandlerContext context, byte[] message, ByteBuf out) {
        FrameCodec.writeFrame(out, message);
    }
}
