package dev.envelope.server.wire;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.envelope.game.session.RefusalCode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The amounts of money in a JSON message that could not be read, and what is wrong with them. */
final class JsonAmounts {

    private static final Set<String> NAMES = Set.of("ticks", "marginalTicks", "marginal_ticks");
    private static final int LONGEST_NUMBER = 40;

    private JsonAmounts() {}

    /** A wrong amount. */
    record Wrong(RefusalCode code, String reason) {}

    /** The first amount, by path, that is no whole number of ticks. */
    static Optional<Wrong> firstWrong(Struct object) {
        return inObject("", object);
    }

    private static Optional<Wrong> inObject(String path, Struct object) {
        for (Map.Entry<String, Value> field : new TreeMap<>(object.getFieldsMap()).entrySet()) {
            Optional<Wrong> wrong = inValue(path + field.getKey(), NAMES.contains(field.getKey()), field.getValue());
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<Wrong> inValue(String path, boolean amount, Value value) {
        return switch (value.getKindCase()) {
            case STRUCT_VALUE -> inObject(path + ".", value.getStructValue());
            case LIST_VALUE ->
                value.getListValue().getValuesList().stream()
                        .flatMap(entry -> inValue(path + "[]", amount, entry).stream())
                        .findFirst();
            case NUMBER_VALUE -> amount ? check(path, Double.toString(value.getNumberValue())) : Optional.empty();
            case STRING_VALUE -> amount ? check(path, value.getStringValue()) : Optional.empty();
            default -> amount ? notANumber(path, "no number") : Optional.empty();
        };
    }

    private static Optional<Wrong> check(String path, String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text.substring(0, Math.min(text.length(), LONGEST_NUMBER)));
        } catch (NumberFormatException e) {
            return notANumber(path, '"' + text + '"');
        }
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            return Optional.of(new Wrong(
                    RefusalCode.OFF_TICK,
                    path + ": " + number + " (expected: a whole number of ticks; an amount in points is divided by"
                            + " the treatment's tick size)"));
        }
        return number.precision() - number.scale() > 19 ? notANumber(path, text) : Optional.empty();
    }

    private static Optional<Wrong> notANumber(String path, String found) {
        return Optional.of(new Wrong(
                RefusalCode.INVALID_MESSAGE, path + ": " + found + " (expected: a whole number within 64 bits)"));
    }
}
