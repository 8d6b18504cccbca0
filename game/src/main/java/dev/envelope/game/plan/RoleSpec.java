package dev.envelope.game.plan;

import dev.envelope.theory.mechanism.Side;

/**
 * A role in a market.
 *
 * @param name the role's name as participants see it, such as {@code bidder} or {@code seller}
 * @param side whether it bids for the object, buys or sells
 * @param count how many seats of one market hold it, at least 1
 * @param values how a holder's private value (a seller's cost) is drawn, in points
 */
public record RoleSpec(String name, Side side, int count, DistributionSpec values) {

    /** Checks the count. */
    public RoleSpec {
        if (count < 1) {
            throw new IllegalArgumentException("count: " + count + " (expected: at least 1)");
        }
    }
}
