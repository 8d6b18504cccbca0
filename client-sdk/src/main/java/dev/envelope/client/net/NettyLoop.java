package dev.envelope.client.net;

import dev.envelope.client.link.Loop;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An event loop as a client's loop. */
record NettyLoop(EventLoop events) implements Loop {

    private static final Logger LOG = LoggerFactory.getLogger(NettyLoop.class);

    @Override
    public boolean execute(Runnable task) {
        try {
            events.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("the runtime was closed; a task is dropped");
            return false;
        }
    }

    @Override
    public Runnable schedule(Duration delay, Runnable task) {
        try {
            Future<?> timer = events.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> timer.cancel(false);
        } catch (RejectedExecutionException e) {
            LOG.debug("the runtime was closed; a timer is dropped");
            return () -> {};
        }
    }
}
