package dev.envelope.theory.packages;

import java.util.List;
import java.util.Optional;

/**
 * Who gets what: at most one accepted offer per bidder, none with an object in common.
 *
 * @param accepted the accepted offer of each bidder
 */
public record Award(List<Optional<PackageBid>> accepted) {

    /** Copies the list and refuses an object that is given away twice. */
    public Award {
        accepted = List.copyOf(accepted);
        long given = 0;
        for (Optional<PackageBid> bid : accepted) {
            long members = bid.map(b -> b.bundle().members()).orElse(0L);
            if ((given & members) != 0) {
                throw new IllegalArgumentException("accepted: " + accepted + " (expected: every object once)");
            }
            given |= members;
        }
    }

    /** The sum of the accepted amounts. */
    public double welfare() {
        double total = 0;
        for (int i = 0; i < accepted.size(); i++) {
            total += amount(i);
        }
        return total;
    }

    /** What bidder {@code bidder} offered for what it gets; 0 where it gets nothing. */
    public double amount(int bidder) {
        return accepted.get(bidder).map(PackageBid::amount).orElse(0.0);
    }

    /** Whether bidder {@code bidder} gets anything. */
    public boolean isWinner(int bidder) {
        return accepted.get(bidder).isPresent();
    }
}
