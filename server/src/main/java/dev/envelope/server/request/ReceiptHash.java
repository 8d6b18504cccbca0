package dev.envelope.server.request;

import java.util.Arrays;
import java.util.HexFormat;

/** The hash on a receipt, which only the seat that holds the salt can check: 32 bytes. */
public final class ReceiptHash {

    private final byte[] bytes;

    /** The hash of these bytes, which are not copied. */
    public ReceiptHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash written as {@code digits} in hexadecimal. */
    public static ReceiptHash parse(String digits) {
        return new ReceiptHash(HexFormat.of().parseHex(digits));
    }

    /** The bytes, copied. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReceiptHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
