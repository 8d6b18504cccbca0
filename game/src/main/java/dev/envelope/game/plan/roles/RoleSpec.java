package dev.envelope.game.plan.roles;

import dev.envelope.theory.mechanism.Side;
import java.util.List;

/**
 * A role in a market.
 *
 * @param name the role's name as participants see it, such as {@code bidder} or {@code seller}
 * @param side whether it bids for the object, buys or sells
 * @param count how many seats of one market hold it, at least 1
 * @param values how a holder's private value (a seller's cost) is drawn, in points
 * @param wants the items that it values together, by name, where items have names; otherwise none
 */
public record RoleSpec(String name, Side side, int count, DistributionSpec values, List<String> wants) {

    /** Copies the list and checks the count. */
    public RoleSpec {
        wants = List.copyOf(wants);
        if (count < 1) {
            throw new IllegalArgumentException("count: " + count + " (expected: at least 1)");
        }
    }

    /** A role in a market without named items. */
    public RoleSpec(String name, Side side, int count, DistributionSpec values) {
        this(name, side, count, values, List.of());
    }

    /** The same role with other values. */
    public RoleSpec withValues(DistributionSpec others) {
        return new RoleSpec(name, side, count, others, wants);
    }

    /** The same role of {@code seats} seats of a market. */
    public RoleSpec withCount(int seats) {
        return new RoleSpec(name, side, seats, values, wants);
    }
}
