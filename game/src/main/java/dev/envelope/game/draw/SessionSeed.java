package dev.envelope.game.draw;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The secret that everything random in a session is drawn from, and the nonce that hides it behind its commitment. Both
 * are revealed when the session has finished.
 */
public final class SessionSeed {

    /** How many bytes the seed has, and how many the nonce. */
    public static final int BYTES = 32;

    private static final Pattern HEX_SEED = Pattern.compile("[0-9a-fA-F]{64}");

    private final byte[] seed;
    private final byte[] nonce;

    private SessionSeed(byte[] seed, byte[] nonce) {
        this.seed = checked("seed", seed);
        this.nonce = checked("nonce", nonce);
    }

    private static byte[] checked(String name, byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(name + ": " + bytes.length + " bytes (expected: " + BYTES + ")");
        }
        return bytes.clone();
    }

    /** The seed and nonce of {@link #BYTES} bytes each, which the caller took from a secure source; copied. */
    public static SessionSeed of(byte[] seed, byte[] nonce) {
        return new SessionSeed(seed, nonce);
    }

    /** The reproducible seed number {@code number}: that of its decimal digits as a text. */
    public static SessionSeed of(long number) {
        return of(Long.toString(number));
    }

    /**
     * The reproducible seed that a text, such as a plan's, stands for: 64 hexadecimal digits are the seed itself, any other
     * text stands for its SHA-256. The nonce is SHA-256(seed).
     */
    public static SessionSeed of(String text) {
        byte[] seed = HEX_SEED.matcher(text).matches()
                ? HexFormat.of().parseHex(text)
                : digest().digest(text.getBytes(StandardCharsets.UTF_8));
        return new SessionSeed(seed, digest().digest(seed));
    }

    /**
     * A seed from its hexadecimal form.
     *
     * @throws IllegalArgumentException when either is not 64 hexadecimal digits
     */
    public static SessionSeed parse(String seedHex, String nonceHex) {
        return new SessionSeed(HexFormat.of().parseHex(seedHex), HexFormat.of().parseHex(nonceHex));
    }

    /** SHA-256(seed ‖ nonce) in lower-case hexadecimal: safe to publish before the session. */
    public String commitment() {
        MessageDigest digest = digest();
        digest.update(seed);
        digest.update(nonce);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The seed in lower-case hexadecimal. Secret until the session has finished. */
    public String seedHex() {
        return HexFormat.of().formatHex(seed);
    }

    /** What the chance of stand-ins is drawn from. Secret until the session has finished. */
    public long standInSeed() {
        return stream("stand-ins").word(0, 0, 0);
    }

    /** The nonce in lower-case hexadecimal. Secret until the session has finished. */
    public String nonceHex() {
        return HexFormat.of().formatHex(nonce);
    }

    /** The stream of draws for {@code purpose}. */
    public KeyStream stream(String purpose) {
        return new KeyStream(seed, purpose);
    }

    /** Names the seed without giving it away. */
    @Override
    public String toString() {
        return "SessionSeed[commitment=" + commitment() + "]";
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
