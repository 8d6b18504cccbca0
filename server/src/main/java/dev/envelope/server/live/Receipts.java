package dev.envelope.server.live;

import dev.envelope.game.session.state.SessionState;
import dev.envelope.server.journal.Chain;
import dev.envelope.server.request.ReceiptHash;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The hashes of every seat's last receipts, so that a repeated request gets the same answer: at least as many as the core
 * remembers requests.
 */
final class Receipts {

    /** Twice the requests that the core remembers for certain: it may remember twice as many. */
    static final int KEPT = 128;

    private static final int HASH_BYTES = 32;

    private final MessageDigest digest = Chain.sha256();
    private final Map<Integer, Hashes> bySeat = new HashMap<>();

    /** Adds receipt {@code number} of {@code seat} for the stored record {@code bytes}. */
    void add(SessionState state, int seat, int number, byte[] bytes) {
        Hashes hashes =
                bySeat.computeIfAbsent(seat, s -> new Hashes(HexFormat.of().parseHex(state.receiptSalt(s))));
        digest.update(hashes.salt);
        hashes.put(number, digest.digest(bytes));
    }

    /** The hash of receipt {@code number} of {@code seat}. */
    ReceiptHash hash(int seat, int number) {
        Hashes hashes = bySeat.get(seat);
        if (hashes == null || number < 1 || number > hashes.count || number <= hashes.count - KEPT) {
            throw new IllegalStateException("seat " + seat + ": receipt " + number + " (expected: a recent one)");
        }
        int at = hashes.offset(number);
        return new ReceiptHash(Arrays.copyOfRange(hashes.ring, at, at + HASH_BYTES));
    }

    /** The salt and the last hashes of one seat, in a ring that grows to its full size when it is needed. */
    private static final class Hashes {

        private final byte[] salt;
        private byte[] ring = new byte[4 * HASH_BYTES];
        private int count;

        Hashes(byte[] salt) {
            this.salt = salt;
        }

        void put(int number, byte[] hash) {
            if (number != count + 1) {
                throw new IllegalStateException("receipt: " + number + " (expected: " + (count + 1) + ")");
            }
            if (number <= KEPT && number * HASH_BYTES > ring.length) {
                ring = Arrays.copyOf(ring, Math.min(KEPT * HASH_BYTES, ring.length * 2));
            }
            System.arraycopy(hash, 0, ring, offset(number), HASH_BYTES);
            count = number;
        }

        int offset(int number) {
            return (number - 1) % KEPT * HASH_BYTES;
        }
    }
}
