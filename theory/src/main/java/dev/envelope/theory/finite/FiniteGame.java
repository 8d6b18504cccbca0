package dev.envelope.theory.finite;

import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.preference.Utility;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * A mechanism together with independent types that are finitely many each: what can happen is gone through, profile by profile. Of agents
 * that the rules treat alike only how many have which type counts.
 *
 * @param mechanism the rules
 * @param types the distribution of each agent's type, in the mechanism's order
 * @param utility the agents' common utility of gains in money
 */
public record FiniteGame(Mechanism mechanism, List<DiscreteDistribution> types, Utility utility) {

    /** How many profiles are gone through at most, counted for every agent unlike the others by itself. */
    public static final int MOST_PROFILES = 3_000_000;

    /** Copies the list; there is one distribution per agent. */
    public FiniteGame {
        types = List.copyOf(types);
        if (types.size() != mechanism.agents()) {
            throw new IllegalArgumentException(
                    "types: " + types.size() + " distributions (expected: one per agent, " + mechanism.agents() + ")");
        }
    }

    /** The game of risk-neutral agents. */
    public FiniteGame(Mechanism mechanism, List<DiscreteDistribution> types) {
        this(mechanism, types, Utility.riskNeutral());
    }

    /** The first agent of the same side and types that the rules treat like {@code agent}. */
    public int firstLike(int agent) {
        int first = 0;
        while (first < agent && !areAlike(first, agent)) {
            first++;
        }
        return first;
    }

    /** Whether two agents are of the same side and types and the rules treat them alike. */
    public boolean areAlike(int one, int other) {
        return mechanism.treatsAlike(one, other)
                && mechanism.side(one) == mechanism.side(other)
                && types.get(one).equals(types.get(other));
    }

    /** Why there are too many profiles, each agent having {@code messages} messages per type that it may be of; empty where they are not. */
    public Optional<String> obstacle(double messages) {
        return obstacle(messages, this::firstLike);
    }

    /** The same where no more agents are alike than those of which {@code firstLike} is the first. */
    public Optional<String> obstacle(double messages, IntUnaryOperator firstLike) {
        double count = 0;
        for (int i = 0; i < types.size(); i++) {
            count += firstLike.applyAsInt(i) == i
                    ? messages
                            * types.get(i).size()
                            * OtherTypes.of(types, firstLike, i).count()
                    : 0;
        }
        return count > MOST_PROFILES
                ? Optional.of("types: " + new BigDecimal(count).toPlainString()
                        + " profiles to go through (expected: at most " + MOST_PROFILES + ")")
                : Optional.empty();
    }

    /** How many profiles of all agents but {@code agent} there are, those that differ in who is who among those alike counted once. */
    public double profilesOfOthers(int agent, IntUnaryOperator firstLike) {
        return OtherTypes.of(types, firstLike, agent).count();
    }

    /** What {@code visitor} makes of the types of all agents but {@code agent}, which it may fill in. */
    public void eachOthers(int agent, Visitor visitor) {
        eachOthers(agent, this::firstLike, visitor);
    }

    /** The same where no more agents are alike than those of which {@code firstLike} is the first. */
    public void eachOthers(int agent, IntUnaryOperator firstLike, Visitor visitor) {
        OtherTypes.of(types, firstLike, agent).each(visitor);
    }

    /**
     * What happens at a profile of messages: as many outcomes as there are places for agent {@code agent} among those that it ties with, each
     * as likely to it as the others.
     */
    public List<MarketOutcome> outcomes(double[] messages, int agent) {
        List<Integer> tied = new ArrayList<>();
        double score = mechanism.score(agent, messages[agent]);
        for (int j = 0; j < messages.length; j++) {
            if (j != agent && mechanism.side(j) == mechanism.side(agent) && mechanism.score(j, messages[j]) == score) {
                tied.add(j);
            }
        }
        List<MarketOutcome> outcomes = new ArrayList<>();
        for (int place = 0; place <= tied.size(); place++) {
            outcomes.add(mechanism.outcome(messages, order(messages.length, agent, tied, place)));
        }
        return outcomes;
    }

    /** {@code agent} after {@code place} of those that it ties with, which go first of all. */
    private static TieOrder order(int agents, int agent, List<Integer> tied, int place) {
        if (tied.isEmpty()) {
            return TieOrder.byIndex(agents);
        }
        List<Integer> order = new ArrayList<>(tied);
        order.add(place, agent);
        int[] ranks = new int[agents];
        int next = order.size();
        for (int i = 0; i < agents; i++) {
            int among = order.indexOf(i);
            ranks[i] = among >= 0 ? among : next++;
        }
        return TieOrder.of(ranks);
    }

    /** What is done with a profile of types of which one is missing. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Looks at one profile.
         *
         * @param types the types of all others; what is in the missing place is of no account
         * @param chance the probability of these, in whatever order among those that are alike
         */
        void look(double[] types, double chance);
    }
}
