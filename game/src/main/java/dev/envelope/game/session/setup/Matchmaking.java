package dev.envelope.game.session.setup;

import dev.envelope.game.draw.BlockDraws;
import dev.envelope.game.matching.Schedule;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.groups.Grouping;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.groups.RoleRule;
import dev.envelope.game.plan.seating.Uneven;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Who is in which group of a block, and in which role: groups of seats in the order of the mechanism's agents. */
public final class Matchmaking {

    private final Block block;
    private final Grouping grouping;
    private final int size;
    private final boolean maySwell;
    private final BlockDraws draws;
    private final Regrouping regrouping;
    private final Map<Integer, Schedule> schedules = new ConcurrentHashMap<>();

    Matchmaking(Block block, Uneven uneven, BlockDraws draws) {
        this.block = block;
        this.grouping = block.treatment().grouping();
        this.size = block.treatment().marketSize();
        this.maySwell = uneven == Uneven.LARGER_GROUP;
        this.draws = draws;
        this.regrouping = Regrouping.of(block.treatment());
    }

    /**
     * The groups of {@code seats} seats.
     *
     * <p>A group without a seat that {@code sitsOut} stays as it is. Of the others those who are left are matched with each other
     * and with whoever was left over, so that as few as possible wait; among perfect strangers and where groups are listed they
     * wait. Where groups may be larger nobody is left over.
     *
     * @param round the round within the block, from 0
     */
    public List<int[]> groups(int round, int seats, IntPredicate sitsOut) {
        if (maySwell) {
            return swollen(round, seats, sitsOut);
        }
        List<int[]> all = all(round, seats);
        List<int[]> whole = new ArrayList<>();
        List<int[]> others = new ArrayList<>();
        for (int[] group : all) {
            boolean isWhole = group.length == size && Arrays.stream(group).noneMatch(sitsOut);
            (isWhole ? whole : others).add(group);
        }
        boolean mayMeet = grouping.matching() == Matching.PARTNERS || grouping.matching() == Matching.RANDOM_STRANGERS;
        if (mayMeet && others.size() > 1) {
            whole.addAll(regrouping.groups(others, sitsOut));
        }
        return whole;
    }

    /** Of bidders who are all alike: roles decide nothing. */
    private List<int[]> swollen(int round, int seats, IntPredicate sitsOut) {
        LargerGroups larger = new LargerGroups(size);
        int drawn = grouping.matching() == Matching.PARTNERS ? 0 : round;
        return larger.without(sitsOut, larger.cut(draws.permutation(drawn, seats)));
    }

    /** All groups; the last may be too small. */
    private List<int[]> all(int round, int seats) {
        return switch (grouping.matching()) {
            case RANDOM_STRANGERS ->
                grouping.roles() == RoleRule.RANDOM
                        ? cut(draws.permutation(round, seats))
                        : strangersInRoles(round, seats);
            case PARTNERS -> inRoles(cut(draws.permutation(0, seats)), round, seats);
            case PERFECT_STRANGERS -> drawn(perfectStrangers(round, seats), round, seats);
            case FIXED_LIST -> inRoles(listed(round, seats), round, seats);
        };
    }

    private List<int[]> cut(int[] order) {
        List<int[]> groups = new ArrayList<>(order.length / size + 1);
        for (int first = 0; first < order.length; first += size) {
            groups.add(Arrays.copyOfRange(order, first, StrictMath.min(first + size, order.length)));
        }
        return groups;
    }

    /** The schedule's groups of seats that were given its places by lot. */
    private List<int[]> perfectStrangers(int round, int seats) {
        int[] places = draws.permutation(0, seats);
        return cut(Arrays.stream(schedule(seats).order(round))
                .map(place -> places[place])
                .toArray());
    }

    private List<int[]> listed(int round, int seats) {
        return grouping.list().groups(round).stream()
                .filter(group -> group.stream().allMatch(seat -> seat < seats))
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private List<int[]> inRoles(List<int[]> groups, int round, int seats) {
        return switch (grouping.roles()) {
            case FIXED -> groups;
            case ROTATING -> groups.stream().map(group -> rotated(group, round)).toList();
            case RANDOM -> drawn(groups, round, seats);
        };
    }

    /** Everybody has the next role every round. */
    private static int[] rotated(int[] group, int round) {
        return IntStream.range(0, group.length)
                .map(agent -> group[StrictMath.floorMod(agent - round, group.length)])
                .toArray();
    }

    /** Roles by lot. */
    private List<int[]> drawn(List<int[]> groups, int round, int seats) {
        int[] lots = lots(round, seats);
        return groups.stream().map(group -> sorted(group, lots)).toList();
    }

    /** The place of every seat in the order that is drawn for {@code round}. */
    private int[] lots(int round, int seats) {
        int[] order = draws.permutation(round, seats);
        int[] lots = new int[seats];
        for (int i = 0; i < seats; i++) {
            lots[order[i]] = i;
        }
        return lots;
    }

    private static int[] sorted(int[] seats, int[] lots) {
        return Arrays.stream(seats)
                .boxed()
                .sorted(Comparator.comparingInt(seat -> lots[seat]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Strangers who keep their roles, or have the next one every round: seats are dealt out to as many classes as a market has
     * places, and in every round each place is filled by lot from a class of its own. Who is left over, one of a class at most, is
     * in the last group.
     */
    private List<int[]> strangersInRoles(int round, int seats) {
        int[] dealt = draws.permutation(0, seats);
        int[] lots = lots(round, seats);
        int whole = seats / size;
        int shift = grouping.roles() == RoleRule.ROTATING ? round : 0;
        int[][] groups = new int[whole][size];
        List<Integer> left = new ArrayList<>();
        for (int agent = 0; agent < size; agent++) {
            int first = StrictMath.floorMod(agent - shift, size);
            int[] members = IntStream.iterate(first, i -> i < seats, i -> i + size)
                    .map(i -> dealt[i])
                    .toArray();
            int[] inOrder = sorted(members, lots);
            for (int group = 0; group < inOrder.length; group++) {
                if (group < whole) {
                    groups[group][agent] = inOrder[group];
                } else {
                    left.add(inOrder[group]);
                }
            }
        }
        List<int[]> all = new ArrayList<>(List.of(groups));
        if (!left.isEmpty()) {
            all.add(left.stream().mapToInt(Integer::intValue).toArray());
        }
        return all;
    }

    private Schedule schedule(int seats) {
        return schedules.computeIfAbsent(seats, n -> Schedule.of(n, size, block.rounds()));
    }
}
