package dev.envelope.game.session.setup;

import dev.envelope.game.draw.BlockDraws;
import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.market.LiveMarket;
import dev.envelope.game.market.MarketValues;
import dev.envelope.game.market.TickSupport;
import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Matching;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.RoleSpec;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.TreatmentTheory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A block of a plan made ready to be played.
 *
 * @param index its index in the plan
 * @param firstRound the number of its first round in the session
 * @param block what the plan says
 * @param market its market
 * @param supports the ranges of the values of every agent of the market
 * @param values how they are drawn
 * @param roles the role of every agent of the market
 * @param draws its draws
 * @param matchmaking its groups
 */
public record PlayedBlock(
        int index,
        int firstRound,
        Block block,
        LiveMarket market,
        List<TickSupport> supports,
        MarketValues values,
        List<Integer> roles,
        BlockDraws draws,
        Matchmaking matchmaking) {

    /**
     * The block with the index {@code index}.
     *
     * @throws IllegalArgumentException when these rules cannot play it
     */
    static PlayedBlock of(int index, int firstRound, Block block, SessionSeed seed) {
        Treatment treatment = block.treatment();
        check(treatment);
        List<TickSupport> supports = new ArrayList<>();
        List<Integer> roles = new ArrayList<>();
        for (int role = 0; role < treatment.roles().size(); role++) {
            RoleSpec spec = treatment.roles().get(role);
            TickSupport support = TickSupport.of(
                    TreatmentTheory.distribution(TreatmentTheory.range(spec.values())), treatment.ticks());
            roles.addAll(Collections.nCopies(spec.count(), role));
            supports.addAll(Collections.nCopies(spec.count(), support));
        }
        BlockDraws draws = BlockDraws.of(seed, block.draws());
        return new PlayedBlock(
                index,
                firstRound,
                block,
                LiveMarket.of(treatment),
                List.copyOf(supports),
                MarketValues.of(treatment),
                List.copyOf(roles),
                draws,
                new Matchmaking(block, draws));
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
        if (treatment.absent() == AbsentRule.STRATEGY) {
            throw new IllegalArgumentException("absent of " + id + ": STRATEGY (expected: ABSTAIN or LAST_MESSAGE)");
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

    /** The number of {@code round} within the block, from 0. */
    public int roundInBlock(int round) {
        return round - firstRound;
    }
}
