package dev.envelope.server.net;

import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.server.request.Connection;
import dev.envelope.server.request.Response;
import dev.envelope.server.wire.Encoded;
import dev.envelope.server.wire.ResponseEncoder;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.EventExecutor;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sending side of a connection. Any thread hands it messages; its event loop writes them in that order, all that wait
 * in one task and one flush.
 *
 * <p>Bounds: a push is dropped while too many wait for the event loop, while the channel's buffer is full, and from then
 * on until both are empty again and the front desk was told so; a dropped push has its number all the same. Answers are
 * never dropped: there are at most as many as requests outstanding, and nothing is read while the buffer is full.
 */
final class ClientConnection implements Connection {

    private final long id;
    private final Network network;
    private final ChannelHandlerContext context;
    private final Speaker speaker;
    private final Runnable drain = this::drain;

    private final Queue<Outbound> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean owed = new AtomicBoolean();
    private final AtomicLong skipped = new AtomicLong();

    // Of the event loop alone.
    private long sequence;
    private int outstanding;
    private long helloId;
    private boolean ended;
    private boolean shuttingDown;

    ClientConnection(Network network, ChannelHandlerContext context, Speaker speaker) {
        this.id = network.connections().nextId();
        this.network = network;
        this.context = context;
        this.speaker = speaker;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public void answer(long requestId, Response response) {
        offer(new Outbound.Answer(requestId, response));
    }

    @Override
    public void push(Response response) {
        if (owed.get() || waiting.get() >= network.limits().maxOutboundPushes()) {
            skip(response);
        } else {
            offer(new Outbound.Push(response));
        }
    }

    @Override
    public Executor lane() {
        return context.executor();
    }

    /** The event loop runs what it is given when it has read every connection that had something to read. */
    @Override
    public void afterReading(Runnable work) {
        EventExecutor loop = context.executor();
        if (loop.inEventLoop() && !loop.isShuttingDown()) {
            loop.execute(work);
        } else {
            work.run();
        }
    }

    @Override
    public void end(Refusal reason) {
        end(0, reason);
    }

    /** Sends a last refusal, the answer to request {@code requestId} or 0, and closes. */
    void end(long requestId, Refusal refusal) {
        network.counters().refused(refusal.code());
        offer(new Outbound.Answer(requestId, new Response.Refused(refusal)));
        offer(new Outbound.End(refusal.code()));
    }

    /** Closes once every request is answered. */
    void shutDown() {
        execute(() -> {
            shuttingDown = true;
            endWhenAnswered();
        });
    }

    /** Takes note of a request that is owed an answer, and says how many there are. On the event loop. */
    int begin() {
        return ++outstanding;
    }

    /** Takes note of the hello, whose refusal ends the connection. On the event loop. */
    void greeted(long requestId) {
        helloId = requestId;
    }

    private void offer(Outbound message) {
        queue.add(message);
        if (waiting.getAndIncrement() == 0) {
            execute(drain);
        }
    }

    private void execute(Runnable task) {
        try {
            context.executor().execute(task);
        } catch (RejectedExecutionException e) {
            network.log().connection(id, "nothing more is sent: the server has closed");
        }
    }

    private void drain() {
        int taken;
        do {
            taken = 0;
            for (Outbound next = queue.poll(); next != null; next = queue.poll()) {
                taken++;
                send(next);
            }
        } while (waiting.addAndGet(-taken) != 0);
        if (!ended) {
            speaker.flush();
            settle();
            endWhenAnswered();
        }
    }

    /** Sends one; what cannot be written is a fault of this server, and ends the connection rather than leaves it silent. */
    private void send(Outbound next) {
        if (ended) {
            return;
        }
        try {
            write(next);
        } catch (RuntimeException | Error e) {
            network.log().connection(id, "closed, because a message cannot be written: " + e);
            finish(RefusalCode.UNAVAILABLE);
        }
    }

    private void write(Outbound next) {
        if (next instanceof Outbound.Answer answer) {
            sendAnswer(answer);
        } else if (next instanceof Outbound.Push push) {
            sendPush(push.response());
        } else if (next instanceof Outbound.End end) {
            finish(end.cause());
        }
    }

    private void sendAnswer(Outbound.Answer answer) {
        outstanding = Math.max(0, outstanding - 1);
        Encoded encoded = encode(answer.requestId(), answer.response());
        speaker.write(encoded);
        if (helloId != 0 && answer.requestId() == helloId) {
            helloId = 0;
            if (answer.response() instanceof Response.Refused refused) {
                finish(refused.refusal().code());
            }
        }
    }

    private Encoded encode(long requestId, Response response) {
        Encoded encoded = network.encoder().answer(requestId, response, speaker.format());
        if (encoded.size() <= network.limits().maxFrameBytes()) {
            return encoded;
        }
        Refusal refusal = new Refusal(
                RefusalCode.UNAVAILABLE,
                "the answer has " + encoded.size() + " bytes (expected: at most "
                        + network.limits().maxFrameBytes() + ")");
        network.log().connection(id, refusal.reason());
        return network.encoder().answer(requestId, new Response.Refused(refusal), speaker.format());
    }

    private void sendPush(Response response) {
        if (owed.get() || !hasRoom()) {
            skip(response);
            return;
        }
        boolean numbered = ResponseEncoder.isNumbered(response);
        if (numbered) {
            sequence += 1 + skipped.getAndSet(0);
        }
        Encoded encoded = network.encoder().push(sequence, response, speaker.format());
        if (encoded.size() <= network.limits().maxFrameBytes()) {
            speaker.write(encoded);
        } else {
            network.counters().pushesDropped.increment();
            network.log().connection(id, "a push of " + encoded.size() + " bytes is too long to send");
        }
    }

    private boolean hasRoom() {
        if (!context.channel().isWritable()) {
            speaker.flush();
        }
        return context.channel().isWritable();
    }

    private void skip(Response response) {
        network.counters().pushesDropped.increment();
        if (ResponseEncoder.isNumbered(response)) {
            skipped.incrementAndGet();
        }
        if (owed.compareAndSet(false, true)) {
            execute(this::settle);
        }
    }

    /** Tells the front desk that pushes were dropped, once there is room for what replaces them. On the event loop. */
    void settle() {
        boolean room = context.channel().isWritable() && waiting.get() == 0;
        if (!ended && room && owed.compareAndSet(true, false)) {
            network.desk().drained(this);
        }
    }

    private void endWhenAnswered() {
        if (shuttingDown && !ended && outstanding == 0 && waiting.get() == 0) {
            shuttingDown = false;
            end(0, new Refusal(RefusalCode.SHUTTING_DOWN, "the server is going down; reconnect later"));
        }
    }

    private void finish(RefusalCode cause) {
        ended = true;
        Farewell.say(context, speaker.end(cause), network.limits().closeTimeoutMillis());
    }

    /** Takes note that the channel is gone. On the event loop. */
    void gone() {
        ended = true;
    }
}
