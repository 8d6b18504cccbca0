package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.finite.FiniteGame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is audited: strategies in a game of finitely many types. Agents are alike that are so in the game, send the same, and have the same
 * outside option.
 *
 * @param strategies one per agent
 * @param settings of which the outside options count
 * @param bids the bids that are deviations, where messages are bids
 * @param firsts the first agent that each is like
 */
record AuditedPlay(
        FiniteGame game,
        List<BidFunction> strategies,
        AuditSettings settings,
        AdmittedBids bids,
        List<Integer> firsts) {

    static AuditedPlay of(
            FiniteGame game, List<? extends BidFunction> strategies, AuditSettings settings, AdmittedBids bids) {
        int agents = game.types().size();
        if (strategies.size() != agents) {
            throw new IllegalArgumentException(
                    "strategies: " + strategies.size() + " (expected: one per agent, " + agents + ")");
        }
        AuditedPlay unlike = new AuditedPlay(game, List.copyOf(strategies), settings, bids, List.of());
        List<Integer> firsts = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
            int first = 0;
            while (first < i && !unlike.areAlike(first, i)) {
                first++;
            }
            firsts.add(first);
        }
        return new AuditedPlay(game, unlike.strategies, settings, bids, List.copyOf(firsts));
    }

    private boolean areAlike(int one, int other) {
        return game.areAlike(one, other)
                && game.types().get(one).points().stream()
                        .allMatch(type -> Double.compare(sent(one, type), sent(other, type)) == 0
                                && outside(one, type) == outside(other, type));
    }

    /** The first agent that {@code agent} is like. */
    int firstLike(int agent) {
        return firsts.get(agent);
    }

    /** What {@code agent} sends that is of {@code type}. */
    double sent(int agent, double type) {
        return strategies.get(agent).message(type);
    }

    /** What staying away is worth to {@code agent} of {@code type}. */
    double outside(int agent, double type) {
        return settings.outsideOption(agent, type);
    }

    /** What {@code agent} may send: what each of its types sends, in order, then others. */
    List<Double> tried(int agent) {
        return TriedMessages.of(this, agent).messages();
    }

    /**
     * Checks that there are not too many profiles.
     *
     * @throws IllegalArgumentException where there are more than {@value FiniteGame#MOST_PROFILES}
     */
    void checkSize() {
        obstacle().ifPresent(obstacle -> {
            throw new IllegalArgumentException(obstacle);
        });
    }

    /** Why there are too many profiles; empty where they are not. */
    Optional<String> obstacle() {
        int most = 1;
        for (int i = 0; i < firsts.size(); i++) {
            DiscreteDistribution own = game.types().get(i);
            most = firsts.get(i) < i ? most : Math.max(most, (tried(i).size() + own.size() - 1) / own.size());
        }
        return game.obstacle(most, this::firstLike);
    }
}
