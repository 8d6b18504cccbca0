package dev.envelope.lab.command.record;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How long ago, as it is typed: a whole number of hours, days or weeks. */
final class AgeOption implements ITypeConverter<Duration> {

    private static final Pattern AGE = Pattern.compile("(\\d{1,5})([hdw])");

    @Override
    public Duration convert(String value) {
        Matcher age = AGE.matcher(value);
        if (!age.matches()) {
            throw new TypeConversionException(value + " (expected: hours, days or weeks, as in 36h, 90d or 12w)");
        }
        long number = Long.parseLong(age.group(1));
        return switch (age.group(2)) {
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }
}
