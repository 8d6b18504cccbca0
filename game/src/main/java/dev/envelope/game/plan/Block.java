package dev.envelope.game.plan;

/**
 * A run of rounds of one treatment.
 *
 * @param treatment the game that is played in every round of the block
 * @param rounds how many rounds, at least 1
 * @param draws the label of the values' draws: blocks of the same label draw the same quantiles, round for round and
 *     seat for seat; a label of its own where the plan gives none
 * @param practice whether the block's payoffs are for practice and count nowhere
 */
public record Block(Treatment treatment, int rounds, String draws, boolean practice) {

    /** Checks the rounds and the label. */
    public Block {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds: " + rounds + " (expected: at least 1)");
        }
        if (draws.isEmpty()) {
            throw new IllegalArgumentException("draws: \"\" (expected: a label)");
        }
    }
}
