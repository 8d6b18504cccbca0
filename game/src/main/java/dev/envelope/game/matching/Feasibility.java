package dev.envelope.game.matching;

import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Matching;
import dev.envelope.game.plan.Plan;
import java.util.Optional;

/** Whether blocks of perfect strangers can be as long as a plan wants them. */
public final class Feasibility {

    private Feasibility() {}

    /** Why the first block of {@code plan} that {@code seats} seats cannot play is too long; empty where all can be played. */
    public static Optional<Obstacle> obstacle(Plan plan, int seats) {
        return plan.blocks().stream()
                .flatMap(block -> obstacle(block, seats).stream())
                .findFirst();
    }

    private static Optional<Obstacle> obstacle(Block block, int seats) {
        int size = block.treatment().marketSize();
        if (block.treatment().matching() != Matching.PERFECT_STRANGERS || seats < size) {
            return Optional.empty();
        }
        int rounds = Schedule.of(seats, size, block.rounds()).rounds();
        return rounds == block.rounds()
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        block.rounds() + " rounds of " + block.treatment().id() + " in which no two of " + seats
                                + " seats meet twice in groups of " + size,
                        "at most " + rounds));
    }

    /**
     * What a plan wants, and what can be.
     *
     * @param found so many rounds of so many seats
     * @param expected at most how many
     */
    public record Obstacle(String found, String expected) {
        /** Both in one sentence. */
        public String sentence() {
            return found + " (expected: " + expected + ")";
        }
    }

    /** The most rounds of a block like {@code block} that {@code seats} seats can play; any number but for perfect strangers. */
    public static int rounds(Block block, int seats) {
        return block.treatment().matching() == Matching.PERFECT_STRANGERS
                ? Schedule.of(seats, block.treatment().marketSize(), Integer.MAX_VALUE)
                        .rounds()
                : Integer.MAX_VALUE;
    }
}
