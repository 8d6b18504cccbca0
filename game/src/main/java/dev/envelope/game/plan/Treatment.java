package dev.envelope.game.plan;

import java.util.List;

/**
 * One game as it is played in a round: the mechanism, who takes part with which values, and the rules around it.
 *
 * @param id the treatment's name within the plan
 * @param mechanism the rules of the market
 * @param roles the roles of one market, in the order of the mechanism's agents; a role may be held by several seats
 * @param ticks the grid of money
 * @param matching how seats are put into markets
 * @param timing how long a round stays open
 * @param reveal what seats are told after a round
 * @param absent what counts as the message of a seat that sent none
 */
public record Treatment(
        String id,
        MechanismSpec mechanism,
        List<RoleSpec> roles,
        Ticks ticks,
        Matching matching,
        Timing timing,
        Reveal reveal,
        AbsentRule absent) {

    /** Copies the list; a treatment has at least one role. */
    public Treatment {
        roles = List.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles: [] (expected: at least one)");
        }
    }

    /** How many seats one market has. */
    public int marketSize() {
        return roles.stream().mapToInt(RoleSpec::count).sum();
    }
}
