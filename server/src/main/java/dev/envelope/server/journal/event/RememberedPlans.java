package dev.envelope.server.journal.event;

import dev.envelope.game.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A reader of plans that remembers the last {@value #KEPT} that it read: the sessions of a journal often have the same plan, and
 * a plan takes longer to read than a session of a few rounds to fold. For use by several threads.
 */
public final class RememberedPlans implements Function<String, Plan> {

    private static final int KEPT = 16;

    private final Function<String, Plan> reader;
    private final Map<String, Plan> plans = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Plan> eldest) {
            return size() > KEPT;
        }
    };

    /** What {@code reader} reads. */
    public RememberedPlans(Function<String, Plan> reader) {
        this.reader = reader;
    }

    /** The plan in {@code text}; throws what the reader throws, then and the next time. */
    @Override
    public synchronized Plan apply(String text) {
        Plan known = plans.get(text);
        if (known != null) {
            return known;
        }
        Plan read = reader.apply(text);
        plans.put(text, read);
        return read;
    }
}
