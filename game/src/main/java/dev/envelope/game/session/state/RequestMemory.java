package dev.envelope.game.session.state;

import dev.envelope.game.message.Message;
import dev.envelope.game.session.event.Event;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The accepted requests of a seat that a repetition is recognised by: at least its last {@value #KEPT}, at most twice as
 * many. Immutable; adding one copies {@value #BUCKETS} references.
 *
 * <p>Two generations of hash buckets: when the young one is full, it becomes the old one and the old one is dropped.
 */
public final class RequestMemory {

    /** How many of the last accepted requests are remembered at least. */
    public static final int KEPT = 64;

    static final RequestMemory EMPTY = new RequestMemory(noEntries(), noEntries(), 0, Long.MIN_VALUE);

    private static final int BUCKETS = 16;

    private final @Nullable Entry[] young;
    private final @Nullable Entry[] old;
    private final int youngCount;

    /** The highest request id so far: whoever numbers requests upwards is never searched for. */
    private final long highest;

    private RequestMemory(@Nullable Entry[] young, @Nullable Entry[] old, int youngCount, long highest) {
        this.young = young;
        this.old = old;
        this.youngCount = youngCount;
        this.highest = highest;
    }

    private static @Nullable Entry[] noEntries() {
        return new @Nullable Entry[BUCKETS];
    }

    /**
     * An accepted request.
     *
     * @param next the entry before it in the same bucket
     */
    public record Entry(
            long requestId,
            int round,
            int receipt,
            Message message,
            @Nullable Entry next) {}

    public Optional<Entry> find(long requestId) {
        if (requestId > highest) {
            return Optional.empty();
        }
        int bucket = bucket(requestId);
        Optional<Entry> found = find(young[bucket], requestId);
        return found.isPresent() ? found : find(old[bucket], requestId);
    }

    private static Optional<Entry> find(@Nullable Entry first, long requestId) {
        for (Entry entry = first; entry != null; entry = entry.next) {
            if (entry.requestId == requestId) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    RequestMemory with(Event.MessageSealed accepted) {
        boolean full = youngCount == KEPT;
        @Nullable Entry[] base = full ? noEntries() : young.clone();
        int bucket = bucket(accepted.requestId());
        base[bucket] =
                new Entry(accepted.requestId(), accepted.round(), accepted.receipt(), accepted.message(), base[bucket]);
        long top = StrictMath.max(highest, accepted.requestId());
        return new RequestMemory(base, full ? young : old, full ? 1 : youngCount + 1, top);
    }

    private static int bucket(long requestId) {
        return (int) ((requestId * 0x9e37_79b9_7f4a_7c15L) >>> 60);
    }
}
