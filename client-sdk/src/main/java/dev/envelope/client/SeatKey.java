package dev.envelope.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The secret that proves who sits in a seat: 16 random bytes, invented by the client before it first joins.
 *
 * <p>Whoever has the key has the seat, so it is kept in a file that only its owner can read: one line of 32 lower-case
 * hexadecimal digits, permissions {@code rw-------} where the file system knows them.
 *
 * @param hex the 16 bytes as 32 lower-case hexadecimal digits
 */
public record SeatKey(String hex) {

    private static final int BYTES = 16;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Checks the form. */
    public SeatKey {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "hex: " + hex.length() + " characters (expected: 32 lower-case hexadecimal digits)");
        }
    }

    /** A key that nobody else has. */
    public static SeatKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** The key of these 16 bytes. */
    public static SeatKey of(byte[] bytes) {
        return new SeatKey(HexFormat.of().formatHex(bytes));
    }

    /**
     * The key in {@code file}.
     *
     * @throws IOException when the file cannot be read, or holds no key
     */
    public static SeatKey load(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (!FORM.matcher(text).matches()) {
            throw new IOException(file + ": holds no seat key (expected: one line of 32 hexadecimal digits)");
        }
        return new SeatKey(text);
    }

    /** Writes the key to {@code file}, readable by its owner only; an existing file is replaced. */
    public void save(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        Path directory = target.getParent();
        if (directory == null) {
            throw new IOException(file + ": is a root (expected: a file)");
        }
        Files.createDirectories(directory);
        Files.deleteIfExists(target);
        Files.createFile(target, ownerOnly(directory));
        Files.writeString(target, hex + "\n", StandardOpenOption.WRITE);
    }

    /** The 16 bytes, copied. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** SHA-256 of the 16 bytes in lower-case hexadecimal: what a server keeps of the key. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hides the secret: only the first four digits, for logs. */
    @Override
    public String toString() {
        return "SeatKey[" + hex.substring(0, 4) + "…]";
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        if (!Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
