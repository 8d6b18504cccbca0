package dev.envelope.game.matching;

import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.groups.GroupList;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.roles.ListedValues;
import dev.envelope.game.plan.roles.RoleSpec;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Whether blocks of perfect strangers, and of listed groups, can be as long as a plan wants them. */
public final class Feasibility {

    private static final int HEAD_COUNTS = 40;

    private Feasibility() {}

    /** Why the first block of {@code plan} that {@code seats} seats cannot play is too long; empty where all can be played. */
    public static Optional<Obstacle> obstacle(Plan plan, int seats) {
        return plan.blocks().stream()
                .flatMap(block -> obstacle(plan, block, seats).stream())
                .findFirst();
    }

    /** Why {@code block} of {@code plan} cannot be played by {@code seats} seats as long as it is; empty where it can. */
    public static Optional<Obstacle> obstacle(Plan plan, Block block, int seats) {
        for (RoleSpec role : block.treatment().roles()) {
            String missing = ListedValues.obstacle(role, block.rounds(), seats);
            if (!missing.isEmpty()) {
                return Optional.of(new Obstacle(
                        block.treatment().id(), missing, "values for one round, which hold for all, or for each"));
            }
        }
        return block.treatment().matching() == Matching.FIXED_LIST
                ? listed(block, seats, plan.seats().wanted())
                : strangers(block, seats);
    }

    /** Of fewer seats than wanted, who has no group waits; but somebody must have one. */
    private static Optional<Obstacle> listed(Block block, int seats, int wanted) {
        GroupList list = block.treatment().grouping().list();
        String id = block.treatment().id();
        if (!list.isLongEnoughFor(block.rounds())) {
            return Optional.of(new Obstacle(
                    id,
                    block.rounds() + " rounds of " + id + " with groups for " + list.rounds(),
                    "groups for one round, which hold for all, or for " + block.rounds()));
        }
        for (int round = 0; round < StrictMath.min(list.rounds(), block.rounds()); round++) {
            List<List<Integer>> groups = list.groups(round);
            int highest =
                    groups.stream().flatMap(List::stream).mapToInt(s -> s).max().orElse(0);
            boolean nobody = groups.stream().noneMatch(group -> group.stream().allMatch(seat -> seat < seats));
            if (highest >= wanted || nobody) {
                return Optional.of(new Obstacle(
                        id,
                        "seat " + highest + " in the groups of " + id + " in round " + (round + 1),
                        highest >= wanted
                                ? "seats from 0 to " + (wanted - 1)
                                : "a group of the " + seats + " seats from 0 to " + (seats - 1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Obstacle> strangers(Block block, int seats) {
        int size = block.treatment().marketSize();
        if (block.treatment().matching() != Matching.PERFECT_STRANGERS || seats < size) {
            return Optional.empty();
        }
        int rounds = Schedule.of(seats, size, block.rounds()).rounds();
        if (rounds == block.rounds()) {
            return Optional.empty();
        }
        String found = block.rounds() + " rounds of " + block.treatment().id() + " in which no two of " + seats
                + " seats meet twice in groups of " + size;
        int bound = Schedule.atMost(seats, size);
        String more = rounds == bound ? "" : ", the most that were found; more than " + bound + " there cannot be";
        return Optional.of(new Obstacle(block.treatment().id(), found, "at most " + rounds + more));
    }

    /**
     * What a plan wants, and what can be.
     *
     * @param treatment the treatment that cannot be played
     * @param found so many rounds of so many seats
     * @param expected at most how many
     */
    public record Obstacle(String treatment, String found, String expected) {
        /** Both in one sentence. */
        public String sentence() {
            return found + " (expected: " + expected + ")";
        }
    }

    /**
     * The head-counts with which {@code block} cannot begin, in words: "7 to 13 seats, which allow 1 to 4 of 5 rounds"; empty where
     * there are none. Looks at no more than {@value #HEAD_COUNTS} of them, the lowest.
     *
     * @param least the fewest seats, at least a market's
     * @param wanted one more than the most
     */
    public static Optional<String> tooFew(Block block, int least, int wanted) {
        if (block.treatment().matching() != Matching.PERFECT_STRANGERS) {
            return Optional.empty();
        }
        SortedMap<Integer, Integer> rounds = new TreeMap<>();
        for (int n = least; n < StrictMath.min(wanted, least + HEAD_COUNTS); n++) {
            int found = Schedule.of(n, block.treatment().marketSize(), block.rounds())
                    .rounds();
            if (found < block.rounds()) {
                rounds.put(n, found);
            }
        }
        return rounds.isEmpty()
                ? Optional.empty()
                : Optional.of(ranges(List.copyOf(rounds.keySet())) + " seats, which allow "
                        + range(Collections.min(rounds.values()), Collections.max(rounds.values())) + " of "
                        + block.rounds() + " rounds");
    }

    /** Ascending numbers as ranges: "3 to 8, 10 to 14, 16". */
    private static String ranges(List<Integer> numbers) {
        StringJoiner ranges = new StringJoiner(", ");
        int first = 0;
        for (int i = 0; i < numbers.size(); i++) {
            if (i + 1 == numbers.size() || numbers.get(i + 1) > numbers.get(i) + 1) {
                ranges.add(range(numbers.get(first), numbers.get(i)));
                first = i + 1;
            }
        }
        return ranges.toString();
    }

    private static String range(int first, int last) {
        return first == last ? Integer.toString(first) : first + " to " + last;
    }

    /** How long a block like {@code block}, of perfect strangers, can be for {@code seats} seats, in words. */
    public static String rounds(Block block, int seats) {
        int size = block.treatment().marketSize();
        int found = Schedule.of(seats, size, Integer.MAX_VALUE).rounds();
        int bound = Schedule.atMost(seats, size);
        String possible = found == bound
                ? "of a possible " + found
                : "of the " + found + " that were found, and more than " + bound + " there cannot be,";
        return block.rounds() + " rounds " + possible + " for " + seats + " seats in groups of " + size;
    }
}
