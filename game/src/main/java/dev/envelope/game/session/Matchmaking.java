package dev.envelope.game.session;

import dev.envelope.game.draw.BlockDraws;
import dev.envelope.game.matching.Schedule;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Matching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

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
     * The groups of {@code seats} seats, each in the order of the mechanism's agents.
     *
     * <p>A group without a seat that {@code sitsOut} stays as it is. Of the others those who are left are matched with each other
     * and with whoever was left over, so that as few as possible wait; among perfect strangers they sit out, as they might
     * meet again.
     *
     * @param round the round within the block, from 0
     */
    List<int[]> groups(int round, int seats, IntPredicate sitsOut) {
        int size = size();
        int[] order = order(round, seats);
        List<int[]> groups = new ArrayList<>(seats / size);
        List<Integer> rest = new ArrayList<>();
        for (int first = 0; first < seats; first += size) {
            int[] group = Arrays.copyOfRange(order, first, StrictMath.min(first + size, seats));
            if (group.length == size && Arrays.stream(group).noneMatch(sitsOut)) {
                groups.add(group);
            } else {
                Arrays.stream(group).filter(sitsOut.negate()).forEach(rest::add);
            }
        }
        boolean mayMeet = block.treatment().matching() != Matching.PERFECT_STRANGERS;
        for (int first = 0; mayMeet && first + size <= rest.size(); first += size) {
            groups.add(rest.subList(first, first + size).stream()
                    .mapToInt(Integer::intValue)
                    .toArray());
        }
        return groups;
    }

    private int[] order(int round, int seats) {
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
