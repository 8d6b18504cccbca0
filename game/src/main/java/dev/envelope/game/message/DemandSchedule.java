package dev.envelope.game.message;

import java.util.List;

/**
 * A bid for several identical units.
 *
 * @param marginalTicks what the first, second, … unit is bid at, in ticks, non-increasing
 */
public record DemandSchedule(List<Long> marginalTicks) implements Message {

    /** Copies the list; a schedule has at least one unit. */
    public DemandSchedule {
        marginalTicks = List.copyOf(marginalTicks);
        if (marginalTicks.isEmpty()) {
            throw new IllegalArgumentException("marginalTicks: [] (expected: at least one unit)");
        }
    }

    @Override
    public MessageKind kind() {
        return MessageKind.DEMAND_SCHEDULE;
    }
}
