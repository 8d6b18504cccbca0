package dev.envelope.game.draw;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Random 64-bit words by position: AES-256 of the counter block (round, position, index), keyed by
 * HMAC-SHA256(seed, purpose).
 *
 * <p>Any word can be had without those before it, so that seats that come late change nobody's draws. Safe to share
 * between threads.
 */
public final class KeyStream {

    private static final int BLOCK = 16;

    private final Cipher cipher;

    /** The stream of {@code purpose} under {@code seed}. */
    // Counter blocks never repeat under a key, so that encrypting them one by one is counter mode with our own counter.
    @SuppressWarnings("InsecureCryptoUsage")
    KeyStream(byte[] seed, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
            byte[] key = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
            cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES and HMAC-SHA256", e);
        }
    }

    /** The first word at each of the positions 0 … {@code positions} − 1 of {@code round}, index 0; one cipher call. */
    public long[] words(int round, int positions) {
        byte[] blocks = new byte[positions * BLOCK];
        for (int position = 0; position < positions; position++) {
            writeCounter(blocks, position * BLOCK, round, position, 0);
        }
        byte[] encrypted = encrypt(blocks);
        long[] words = new long[positions];
        for (int position = 0; position < positions; position++) {
            words[position] = word(encrypted, position * BLOCK);
        }
        return words;
    }

    /** The first word of the block at (round, position, index). */
    public long word(int round, int position, long index) {
        return word(block(round, position, index), 0);
    }

    /** The 16 bytes at (round, position, index). */
    public byte[] block(int round, int position, long index) {
        byte[] counter = new byte[BLOCK];
        writeCounter(counter, 0, round, position, index);
        return encrypt(counter);
    }

    private synchronized byte[] encrypt(byte[] blocks) {
        try {
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("whole blocks can always be encrypted", e);
        }
    }

    private static void writeCounter(byte[] to, int at, int round, int position, long index) {
        write(to, at, 4, round);
        write(to, at + 4, 4, position);
        write(to, at + 8, 8, index);
    }

    private static void write(byte[] to, int at, int bytes, long number) {
        for (int i = 0; i < bytes; i++) {
            to[at + i] = (byte) (number >>> (8 * (bytes - 1 - i)));
        }
    }

    private static long word(byte[] from, int at) {
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word = word << 8 | (from[at + i] & 0xff);
        }
        return word;
    }
}
