package dev.envelope.game.session.setup;

import dev.envelope.game.draw.BlockDraws;
import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.market.LiveMarket;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.seating.Uneven;

/**
 * A block of a plan made ready to be played.
 *
 * @param index its index in the plan
 * @param firstRound the number of its first round in the session
 * @param block what the plan says
 * @param games what is played in it, by the size of a market
 * @param draws its draws
 * @param matchmaking its groups
 */
public record PlayedBlock(
        int index, int firstRound, Block block, PlayedGames games, BlockDraws draws, Matchmaking matchmaking) {

    /**
     * The block with the index {@code index}.
     *
     * @throws IllegalArgumentException when these rules cannot play it
     */
    static PlayedBlock of(int index, int firstRound, Block block, Uneven uneven, SessionSeed seed) {
        check(block.treatment());
        BlockDraws draws = BlockDraws.of(seed, block.draws());
        PlayedGames games = PlayedGames.of(block.treatment());
        return new PlayedBlock(index, firstRound, block, games, draws, new Matchmaking(block, uneven, draws));
    }

    private static void check(Treatment treatment) {
        String id = treatment.id();
        if (!treatment.mechanism().type().isPlayable()) {
            throw new IllegalArgumentException("mechanism of " + id + ": "
                    + treatment.mechanism().type().planName() + " (expected: one that this version plays)");
        }
        if (treatment.matching() == Matching.FIXED_LIST
                && treatment.grouping().list().rounds() == 0) {
            throw new IllegalArgumentException("matching of " + id + ": FIXED_LIST without groups (expected: groups of "
                    + treatment.marketSize() + " seats)");
        }
        MechanismType type = treatment.mechanism().type();
        if (!treatment.absent().fits(type)) {
            throw new IllegalArgumentException("absent of " + id + ": " + treatment.absent() + " in " + type.planName()
                    + " (expected: " + (type.mayAbstain() ? "ABSTAIN" : "LEAST_INTEREST") + " or LAST_MESSAGE)");
        }
        Ticks ticks = treatment.ticks();
        if (ticks.minimum() < -LiveMarket.LARGEST_TICKS || ticks.maximum() > LiveMarket.LARGEST_TICKS) {
            throw new IllegalArgumentException("amounts of " + id + ": " + ticks.minimum() + " to " + ticks.maximum()
                    + " ticks (expected: within ±" + LiveMarket.LARGEST_TICKS + ")");
        }
    }

    public Treatment treatment() {
        return block.treatment();
    }

    /** The game in a market of {@code size} seats. */
    public PlayedGame game(int size) {
        return games.of(size);
    }

    /** Whether something is drawn for a market as a whole. */
    public boolean hasCommonPart() {
        return games.stated().values().haveCommonPart();
    }

    /** The number of {@code round} within the block, from 0. */
    public int roundInBlock(int round) {
        return round - firstRound;
    }
}
