package dev.envelope.server.net;

import dev.envelope.game.session.command.RefusalCode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** The network's counts, while they grow. Safe for use by several threads. */
final class Counters {

    final LongAdder accepted = new LongAdder();
    final LongAdder silentlyClosed = new LongAdder();
    final LongAdder requests = new LongAdder();
    final LongAdder pushesDropped = new LongAdder();
    private final Map<RefusalCode, LongAdder> refused = new EnumMap<>(RefusalCode.class);

    Counters() {
        for (RefusalCode code : RefusalCode.values()) {
            refused.put(code, new LongAdder());
        }
    }

    void refused(RefusalCode code) {
        LongAdder count = refused.get(code);
        if (count != null) {
            count.increment();
        }
    }

    NetworkCounts counts(long open) {
        SortedMap<RefusalCode, Long> byCode = new TreeMap<>();
        refused.forEach((code, count) -> {
            if (count.sum() > 0) {
                byCode.put(code, count.sum());
            }
        });
        return new NetworkCounts(
                open,
                accepted.sum(),
                silentlyClosed.sum(),
                requests.sum(),
                pushesDropped.sum(),
                Collections.unmodifiableSortedMap(byCode));
    }
}
