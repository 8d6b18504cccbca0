package dev.envelope.benchmarks.net;

import dev.envelope.benchmarks.wire.Frames;
import dev.envelope.proto.net.FrameCodec;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.Future;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One connection of a load run: says hello, then keeps its submissions outstanding until the run ends. */
final class Sender extends SimpleChannelInboundHandler<ByteBuf> {

    private static final int HELLO_ID = 1;

    private final LoadRun run;
    private final LoadGenerator.Join join;
    private final int number;
    private final long[] sentAt;
    private long nextId = HELLO_ID + 1;
    private @Nullable ChannelHandlerContext context;
    private boolean ready;

    Sender(LoadRun run, LoadGenerator.Join join, int number) {
        this.run = run;
        this.join = join;
        this.number = number;
        this.sentAt = new long[run.shape().outstanding()];
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        this.context = context;
        ByteBuf opening = context.alloc().buffer(FrameCodec.OPENING_BYTES);
        FrameCodec.writeOpening(opening);
        Future<?> unused = context.write(opening);
        unused = context.writeAndFlush(Frames.hello(join.joinCode(), number));
    }

    /** Sends until all outstanding places are used; runs on the event loop. */
    void fill() {
        ChannelHandlerContext open = Objects.requireNonNull(context);
        for (int i = 0; i < sentAt.length; i++) {
            send(open);
        }
        open.flush();
    }

    private void send(ChannelHandlerContext open) {
        long id = nextId++;
        sentAt[(int) (id % sentAt.length)] = System.nanoTime();
        Future<?> unused = open.write(Frames.bid(id, id % 10_000));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext open, ByteBuf frame) {
        Frames.Answer answer = Frames.parse(frame.nioBuffer());
        if (answer.heard() == Frames.Heard.REFUSAL) {
            run.fail("refused: " + answer.reason());
        } else if (!ready) {
            becomeReady(answer);
        } else if (answer.heard() == Frames.Heard.RECEIPT) {
            run.answered(System.nanoTime() - sentAt[(int) (answer.requestId() % sentAt.length)]);
            if (run.goesOn()) {
                send(open);
            }
        }
    }

    private void becomeReady(Frames.Answer answer) {
        Frames.Heard awaited = join.waitForRound() ? Frames.Heard.ROUND_OPENED : Frames.Heard.RECEIPT;
        if (answer.heard() == awaited) {
            ready = true;
            run.oneReady();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext open) {
        open.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext open) {
        run.fail("connection " + number + " was closed");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext open, Throwable cause) {
        run.fail("connection " + number + ": " + cause);
    }
}
