package dev.envelope.server.export.cell;

import dev.envelope.game.message.Amount;
import dev.envelope.game.message.DemandSchedule;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.PackageBids;
import dev.envelope.game.message.Report;
import dev.envelope.game.message.Response;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** Messages as cells. */
public final class Said {

    /** What {@link #kind} can be. */
    public static final String KINDS = "amount (a bid or an ask), report (a reported value or cost), abstain; or "
            + "demand_schedule, package_bids, response";

    private Said() {}

    /** The kind of {@code message}. */
    public static String kind(Message message) {
        return message.kind().name().toLowerCase(Locale.ROOT);
    }

    /** The numbers of {@code message}, each as {@code shown} has it, with blanks between them; empty for an abstention. */
    public static String numbers(Message message, LongFunction<String> shown) {
        return ticks(message).stream().map(shown::apply).collect(Collectors.joining(" "));
    }

    private static List<Long> ticks(Message message) {
        return switch (message.kind()) {
            case ABSTAIN -> List.of();
            case AMOUNT -> List.of(((Amount) message).ticks());
            case DEMAND_SCHEDULE -> ((DemandSchedule) message).marginalTicks();
            case PACKAGE_BIDS ->
                ((PackageBids) message)
                        .bids().stream().map(PackageBids.PackageBid::ticks).toList();
            case REPORT -> ((Report) message).ticks();
            case RESPONSE -> List.of(((Response) message).accepted() ? 1L : 0L);
        };
    }
}
