package dev.envelope.game.message;

import java.util.List;

/**
 * A reported type, for direct mechanisms.
 *
 * @param ticks the reported value in ticks, one entry per dimension of the type; one for a single object
 */
public record Report(List<Long> ticks) implements Message {

    /** Copies the list; a report has at least one number. */
    public Report {
        ticks = List.copyOf(ticks);
        if (ticks.isEmpty()) {
            throw new IllegalArgumentException("ticks: [] (expected: at least one number)");
        }
    }

    /** The report of a one-dimensional type of {@code ticks}. */
    public static Report of(long ticks) {
        return new Report(List.of(ticks));
    }

    @Override
    public MessageKind kind() {
        return MessageKind.REPORT;
    }
}
