package dev.envelope.server.export.cell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Constants and times as cells. */
public final class Words {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter OTREE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    /** The name of {@code constant} in lower case. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** As oTree spells a moment. */
    public static String otree(long millis) {
        return OTREE.format(Instant.ofEpochMilli(millis));
    }

    /** A moment as in 2026-11-21T09:00:00.000Z. */
    public static String utc(long millis) {
        return ISO.format(Instant.ofEpochMilli(millis));
    }
}
