package dev.envelope.server.net;

import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorChooserFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Gives a new connection the first event loop that has room, and once all are full the one with the fewest. So the
 * answers of a commit leave a class with one wake-up, and a thousand connections use every processor.
 */
final class EventLoopChooser implements EventExecutorChooserFactory {

    private final int room;

    /** Fills a loop with {@code room} connections before it takes the next. */
    EventLoopChooser(int room) {
        this.room = room;
    }

    @Override
    public EventExecutorChooser newChooser(EventExecutor[] executors) {
        List<SingleThreadEventLoop> loops =
                Arrays.stream(executors).map(SingleThreadEventLoop.class::cast).toList();
        return () -> choose(loops, SingleThreadEventLoop::registeredChannels);
    }

    /** The loop of the next connection. */
    <L> L choose(List<L> loops, ToIntFunction<L> connections) {
        return loops.stream()
                .filter(loop -> connections.applyAsInt(loop) < room)
                .findFirst()
                .orElseGet(() ->
                        loops.stream().min(Comparator.comparingInt(connections)).orElseThrow());
    }
}
