package dev.envelope.game.session.setup;

import dev.envelope.game.draw.ReceiptSalts;
import dev.envelope.game.draw.SessionSeed;
import dev.envelope.game.matching.Feasibility;
import dev.envelope.game.pay.PayLots;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.session.event.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * What never changes in a session.
 *
 * @param opening its first event
 * @param seed its seed
 * @param blocks what is played, made ready
 * @param salts the seats' salts
 * @param lots the lots of paid rounds
 * @param rounds how many rounds the blocks have together
 */
public record SessionSetup(
        Event.SessionOpened opening,
        SessionSeed seed,
        List<PlayedBlock> blocks,
        ReceiptSalts salts,
        PayLots lots,
        int rounds) {

    public static SessionSetup of(Event.SessionOpened opening, SessionSeed seed) {
        if (!seed.commitment().equals(opening.seedCommitment())) {
            throw new IllegalArgumentException("seed: one with the commitment " + seed.commitment() + " (expected: "
                    + opening.seedCommitment() + ")");
        }
        List<PlayedBlock> blocks = new ArrayList<>();
        int round = 1;
        for (Block block : opening.plan().blocks()) {
            blocks.add(PlayedBlock.of(
                    blocks.size(), round, block, opening.plan().staffing().uneven(), seed));
            round += block.rounds();
        }
        SessionSetup setup = new SessionSetup(
                opening,
                seed,
                List.copyOf(blocks),
                ReceiptSalts.of(seed),
                PayLots.of(opening.plan().pay().paid(), seed),
                round - 1);
        int wanted = opening.plan().seats().wanted();
        if (wanted < setup.largestMarket()) {
            throw new IllegalArgumentException("seats wanted: " + wanted + " (expected: at least the largest market's, "
                    + setup.largestMarket() + ")");
        }
        Feasibility.obstacle(opening.plan(), opening.plan().fullSeats()).ifPresent(obstacle -> {
            throw new IllegalArgumentException(obstacle.sentence());
        });
        return setup;
    }

    public Plan plan() {
        return opening.plan();
    }

    int largestMarket() {
        return blocks.stream().mapToInt(b -> b.treatment().marketSize()).max().orElseThrow();
    }

    /** How many seats must be taken to start. */
    public int seatsNeeded() {
        return plan().staffing().fills()
                ? plan().seats().minimum()
                : StrictMath.max(plan().seats().minimum(), largestMarket());
    }

    public PlayedBlock blockOf(int round) {
        PlayedBlock found = blocks.get(0);
        for (PlayedBlock block : blocks) {
            if (block.firstRound() <= round) {
                found = block;
            }
        }
        return found;
    }
}
