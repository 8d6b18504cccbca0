package dev.envelope.game.plan;

import dev.envelope.game.plan.groups.Grouping;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.theory.preference.Utility;
import java.util.List;

/**
 * One game as it is played in a round: the mechanism, who takes part with which values, and the rules around it.
 *
 * @param id the treatment's name within the plan
 * @param mechanism the rules of the market
 * @param roles the roles of one market, in the order of the mechanism's agents; a role may be held by several seats
 * @param ticks the grid of money
 * @param grouping how seats are put into markets and given roles
 * @param timing how long a round stays open
 * @param reveal what seats are told after a round
 * @param absent what counts as the message of a seat that sent none
 * @param utility how all agents value gains; risk neutral where rounds are played
 */
public record Treatment(
        String id,
        MechanismSpec mechanism,
        List<RoleSpec> roles,
        Ticks ticks,
        Grouping grouping,
        Timing timing,
        Reveal reveal,
        AbsentRule absent,
        Utility utility) {

    /** Copies the list; a treatment has at least one role. */
    public Treatment {
        roles = List.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles: [] (expected: at least one)");
        }
    }

    /** A treatment of risk-neutral agents, with the usual roles of {@code matching}. */
    public Treatment(
            String id,
            MechanismSpec mechanism,
            List<RoleSpec> roles,
            Ticks ticks,
            Matching matching,
            Timing timing,
            Reveal reveal,
            AbsentRule absent) {
        this(id, mechanism, roles, ticks, Grouping.of(matching), timing, reveal, absent, Utility.riskNeutral());
    }

    /** Who meets whom. */
    public Matching matching() {
        return grouping.matching();
    }

    /** The same game with other groups. */
    public Treatment withGrouping(Grouping others) {
        return new Treatment(id, mechanism, roles, ticks, others, timing, reveal, absent, utility);
    }

    /** The same game with other roles. */
    public Treatment withRoles(List<RoleSpec> others) {
        return new Treatment(id, mechanism, others, ticks, grouping, timing, reveal, absent, utility);
    }

    /** The same game of agents with another utility. */
    public Treatment withUtility(Utility other) {
        return new Treatment(id, mechanism, roles, ticks, grouping, timing, reveal, absent, other);
    }

    /**
     * The same game in markets of {@code size} seats, as a treatment of its own.
     *
     * @throws IllegalArgumentException where seats have several roles, so that it is not said which one there is more of
     */
    public Treatment ofSize(int size) {
        if (size == marketSize()) {
            return this;
        }
        if (roles.size() != 1) {
            throw new IllegalArgumentException(
                    "roles of " + id + ": " + roles.size() + " (expected: one, in markets of " + size + " seats)");
        }
        List<RoleSpec> more = List.of(roles.get(0).withCount(size));
        return new Treatment(id + "-of-" + size, mechanism, more, ticks, grouping, timing, reveal, absent, utility);
    }

    /** The role of the market's agent with the index {@code agent}: an index into {@link #roles()}. */
    public int roleOf(int agent) {
        int next = 0;
        for (int role = 0; role < roles.size(); role++) {
            next += roles.get(role).count();
            if (agent < next) {
                return role;
            }
        }
        throw new IllegalArgumentException("agent: " + agent + " (expected: below " + next + ")");
    }

    /** How many seats one market has. */
    public int marketSize() {
        return roles.stream().mapToInt(RoleSpec::count).sum();
    }
}
