package dev.envelope.game.session;

import dev.envelope.game.draw.BlockDraws;
import dev.envelope.game.matching.Schedule;
import dev.envelope.game.plan.Block;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is in which group of a block, and in which role: the seats in order, one group after another, then those who sit out. */
final class Matchmaking {

    private final Block block;
    private final BlockDraws draws;
    private final Map<Integer, Schedule> schedules = new ConcurrentHashMap<>();

    Matchmaking(Block block, BlockDraws draws) {
        this.block = block;
        this.draws = draws;
    }

    /**
     * The order of {@code seats} seats.
     *
     * @param round the round within the block, from 0
     */
    int[] order(int round, int seats) {
        return switch (block.treatment().matching()) {
            case RANDOM_STRANGERS -> draws.permutation(round, seats);
            case PARTNERS -> draws.permutation(0, seats);
            case PERFECT_STRANGERS -> strangers(round, seats);
            case FIXED_LIST -> throw new IllegalStateException("fixed lists are refused before they are played");
        };
    }

    /** The schedule's groups of seats that were given its places by lot, roles by lot. */
    private int[] strangers(int round, int seats) {
        int size = size();
        int[] order = schedule(seats).order(round);
        int[] places = draws.permutation(0, seats);
        int[] lots = new int[seats];
        int[] lot = draws.permutation(round, seats);
        for (int i = 0; i < seats; i++) {
            lots[lot[i]] = i;
        }
        int[] groups = new int[seats];
        for (int first = 0; first < seats; first += size) {
            int end = StrictMath.min(first + size, seats);
            int[] group = Arrays.stream(order, first, end)
                    .map(place -> places[place])
                    .boxed()
                    .sorted(Comparator.comparingInt(seat -> lots[seat]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            System.arraycopy(group, 0, groups, first, group.length);
        }
        return groups;
    }

    private int size() {
        return block.treatment().marketSize();
    }

    private Schedule schedule(int seats) {
        return schedules.computeIfAbsent(seats, n -> Schedule.of(n, size(), block.rounds()));
    }
}
