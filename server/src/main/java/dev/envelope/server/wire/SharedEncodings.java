package dev.envelope.server.wire;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The encodings of values that many are sent at about the same time: found by identity, so that each is made about once.
 * It holds a fixed, small number; two values that fall on one place drive each other out, which costs time and nothing
 * else. Safe for use by several threads.
 */
final class SharedEncodings<K, V> {

    private static final int PLACES = 64;

    private final AtomicReferenceArray<@Nullable Entry<K, V>> places = new AtomicReferenceArray<>(PLACES);

    V of(K key, Function<? super K, ? extends V> encoding) {
        int place = System.identityHashCode(key) & (PLACES - 1);
        Entry<K, V> found = places.get(place);
        if (found != null && isSame(found.key, key)) {
            return found.value;
        }
        V value = encoding.apply(key);
        places.set(place, new Entry<>(key, value));
        return value;
    }

    @SuppressWarnings("ReferenceEquality") // comparing treatments field by field would cost what this saves
    private static <K> boolean isSame(K one, K other) {
        return one == other;
    }

    private record Entry<K, V>(K key, V value) {}
}
