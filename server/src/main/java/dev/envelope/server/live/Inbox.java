package dev.envelope.server.live;

import dev.envelope.server.request.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The queue of one session. What enters is stamped with the time, and stamps never decrease in the queue's order; what
 * waits is taken all at once. Safe for use by several threads.
 */
public final class Inbox {

    private final LongSupplier clock;
    private List<Entry> waiting = new ArrayList<>();
    private List<Entry> spare = new ArrayList<>();
    private long last = Long.MIN_VALUE;

    public Inbox(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * Something to be done by the session's thread.
     *
     * @param atMillis when it entered
     * @param request whom to answer, where it is a request
     * @param work what to do
     */
    public record Entry(long atMillis, Asked request, Work work) {}

    /**
     * A request that is owed an answer.
     *
     * @param connection who asked; {@link #NOBODY}'s for what is no request
     * @param requestId its id; 0 for what is no request
     */
    public record Asked(Connection connection, long requestId) {

        public static final Asked NOBODY = new Asked(NoConnection.INSTANCE, 0);

        public boolean isRequest() {
            return requestId != 0;
        }
    }

    /** What an entry does, on the session's thread. */
    @FunctionalInterface
    public interface Work {
        void run(LiveSession session, long atMillis);
    }

    /** Adds an entry and says whether the queue was empty. */
    public synchronized boolean add(Asked request, Work work) {
        last = Math.max(last, clock.getAsLong());
        waiting.add(new Entry(last, request, work));
        return waiting.size() == 1;
    }

    /** Takes everything that waits, in order; valid until the next call. */
    public synchronized List<Entry> takeAll() {
        List<Entry> taken = waiting;
        spare.clear();
        waiting = spare;
        spare = taken;
        return taken;
    }
}
