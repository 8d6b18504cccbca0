package dev.envelope.server.wire.incoming;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.envelope.game.session.command.RefusalCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How whole numbers are written in JSON: as its numbers are, in quotes or without. Other spellings that a parser may read,
 * such as a plus, leading zeros or the digits of other scripts, are not what RFC 8259 calls a number.
 */
final class JsonIntegers {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");
    private static final Set<String> AMOUNTS = Set.of("ticks", "marginal_ticks");
    private static final int LONGEST = 1_000;
    private static final int LONGEST_QUOTED = 60;

    /** The digits of the largest unsigned number of 64 bits. */
    private static final int DIGITS = 20;

    private JsonIntegers() {}

    static boolean isWhole(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.INT
                || field.getJavaType() == FieldDescriptor.JavaType.LONG;
    }

    /** What is wrong with {@code text} as the value of the whole-number field {@code field} at {@code path}. */
    static Optional<JsonSyntax.Fault> fault(String path, FieldDescriptor field, String text) {
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            return invalid(path, quoted(text));
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() == 0) {
            return Optional.empty();
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return AMOUNTS.contains(field.getName())
                    ? Optional.of(new JsonSyntax.Fault(
                            RefusalCode.OFF_TICK,
                            path + ": " + cut(text)
                                    + " (expected: a whole number of ticks; an amount in points is divided"
                                    + " by the treatment's tick size)"))
                    : invalid(path, cut(text));
        }
        return number.precision() - number.scale() > DIGITS ? invalid(path, cut(text)) : Optional.empty();
    }

    /** The unsigned number of 64 bits that {@code text} is; 0 where it is none. */
    static long unsigned(String text) {
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            return 0;
        }
        BigDecimal number = new BigDecimal(text);
        if (number.signum() <= 0
                || number.precision() - number.scale() > DIGITS
                || number.stripTrailingZeros().scale() > 0) {
            return 0;
        }
        BigInteger whole = number.toBigIntegerExact();
        return whole.bitLength() <= Long.SIZE ? whole.longValue() : 0;
    }

    static Optional<JsonSyntax.Fault> invalid(String path, String found) {
        return Optional.of(new JsonSyntax.Fault(
                RefusalCode.INVALID_MESSAGE, path + ": " + found + " (expected: a whole number within 64 bits)"));
    }

    static String quoted(String text) {
        return '"' + cut(text) + '"';
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST_QUOTED ? line : line.substring(0, LONGEST_QUOTED) + "…";
    }
}
