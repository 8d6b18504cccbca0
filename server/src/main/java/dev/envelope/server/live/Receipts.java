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
 * Every seat's last records of messages, whose salted hashes are its receipts, so that a repeated request gets the same answer:
 * at least as many as the core remembers requests. A hash is computed when a receipt is given out.
 */
final class Receipts {

    /** Twice the requests that the core remembers for certain: it may remember twice as many. */
    static final int KEPT = 128;

    private final MessageDigest digest = Chain.sha256();
    private final Map<Integer, Records> bySeat = new HashMap<>();

    /** Adds receipt {@code number} of {@code seat} for the stored record {@code bytes}. */
    void add(SessionState state, int seat, int number, byte[] bytes) {
        bySeat.computeIfAbsent(seat, s -> new Records(HexFormat.of().parseHex(state.receiptSalt(s))))
                .put(number, bytes);
    }

    /** The hash of receipt {@code number} of {@code seat}. */
    ReceiptHash hash(int seat, int number) {
        Records records = bySeat.get(seat);
        if (records == null || number < 1 || number > records.count || number <= records.count - KEPT) {
            throw new IllegalStateException("seat " + seat + ": receipt " + number + " (expected: a recent one)");
        }
        digest.update(records.salt);
        return new ReceiptHash(digest.digest(records.get(number)));
    }

    /** The salt and the last records of one seat, in a ring that grows to its full size when it is needed. */
    private static final class Records {

        private final byte[] salt;
        private byte[][] ring = new byte[4][];
        private int count;

        Records(byte[] salt) {
            this.salt = salt;
        }

        void put(int number, byte[] bytes) {
            if (number != count + 1) {
                throw new IllegalStateException("receipt: " + number + " (expected: " + (count + 1) + ")");
            }
            if (number <= KEPT && number > ring.length) {
                ring = Arrays.copyOf(ring, Math.min(KEPT, ring.length * 2));
            }
            ring[(number - 1) % KEPT] = bytes;
            count = number;
        }

        byte[] get(int number) {
            return ring[(number - 1) % KEPT];
        }
    }
}
