package dev.envelope.lab.command.seat;

import dev.envelope.client.SeatKey;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a seat's key as a link has it, in small letters or capitals; a wrong one is not repeated, since it may be nearly right. */
final class SeatKeyOption implements ITypeConverter<SeatKey> {
    private static final int DIGITS = 32;

    @Override
    public SeatKey convert(String typed) {
        String hex = typed.strip().toLowerCase(Locale.ROOT);
        try {
            return new SeatKey(hex);
        } catch (IllegalArgumentException wrong) {
            String fault = hex.length() == DIGITS
                    ? "a character that is no hexadecimal digit"
                    : hex.length() + (hex.length() == 1 ? " character" : " characters");
            throw new TypeConversionException(fault + " (expected: " + DIGITS + " hexadecimal digits, as in the link)");
        }
    }
}
