package dev.envelope.game.draw;

import java.util.HexFormat;

/** The secret of every seat that makes its receipts' hashes unguessable to the others until the session has finished. */
public final class ReceiptSalts {

    private final KeyStream stream;

    private ReceiptSalts(KeyStream stream) {
        this.stream = stream;
    }

    /** The salts of the session with this seed. */
    public static ReceiptSalts of(SessionSeed seed) {
        return new ReceiptSalts(seed.stream("receipt-salts"));
    }

    /** The salt of {@code seat}: 32 bytes in lower-case hexadecimal. */
    public String salt(int seat) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(stream.block(0, seat, 0)) + hex.formatHex(stream.block(0, seat, 1));
    }
}
