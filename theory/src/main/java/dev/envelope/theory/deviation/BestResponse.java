package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.Support;
import dev.envelope.theory.equilibrium.AlikeAgents;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.List;

/**
 * The search for a profitable deviation from a strategy profile: independent of how the profile was found.
 *
 * <p>Payoffs are interim, in the unit of the types, and come from playing the mechanism against the others' strategies by
 * quadrature, of several rivals against the strongest: games in which {@link StrongestRival} sees others matter are refused. Messages are searched on a grid, at the ends of the others'
 * messages and by golden section around the best of them. What it finds is a lower bound on the gain that is there.
 */
public final class BestResponse {

    private static final int GRID = 64;
    private static final int PEAKS = 3;
    private static final int GOLDEN_STEPS = 36;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double NUDGE = 1e-9;

    private final BayesianGame game;
    private final List<BidFunction> strategies;
    private final int agent;
    private final InterimPayoff payoff;
    private final double lowest;
    private final double highest;

    private BestResponse(BayesianGame game, List<BidFunction> strategies, int agent) {
        this.game = game;
        this.strategies = List.copyOf(strategies);
        this.agent = agent;
        this.payoff = new InterimPayoff(game, this.strategies, agent);
        List<ValueDistribution> seen =
                game.mechanism().isDirect() ? List.of(game.types().get(agent)) : game.types();
        this.lowest = seen.stream().mapToDouble(ValueDistribution::lower).min().orElseThrow();
        this.highest = seen.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow();
    }

    /**
     * The search for agent {@code agent} against the others' {@code strategies}.
     *
     * @throws IllegalArgumentException when there is not one strategy per agent, when there is no such agent, for the third-price
     *     auction and where {@link StrongestRival#obstacle} has something to say
     */
    public static BestResponse of(BayesianGame game, List<BidFunction> strategies, int agent) {
        int agents = game.mechanism().agents();
        if (strategies.size() != agents) {
            throw new IllegalArgumentException(
                    "strategies: " + strategies.size() + " (expected: one per agent, " + agents + ")");
        }
        if (agent < 0 || agent >= agents) {
            throw new IllegalArgumentException("agent: " + agent + " (expected: 0 to " + (agents - 1) + ")");
        }
        return new BestResponse(game, strategies, agent);
    }

    /**
     * The largest gain from a deviation found, over the agents and over {@code typesPerAgent} evenly spaced types of each,
     * both ends among them. Of agents that are alike one is searched.
     */
    public static double largestGain(BayesianGame game, List<BidFunction> strategies, int typesPerAgent) {
        double largest = 0;
        AlikeAgents alike = AlikeAgents.of(game, strategies);
        for (int agent = 0; agent < strategies.size(); agent++) {
            if (alike.first(agent) < agent) {
                continue;
            }
            BestResponse search = of(game, strategies, agent);
            ValueDistribution type = game.types().get(agent);
            for (double here : Support.of(type).even(typesPerAgent)) {
                largest = Math.max(largest, search.gain(here));
            }
        }
        return largest;
    }

    /** The expected payoff of an agent of type {@code type} that sends {@code message}. */
    public double payoff(double type, double message) {
        return payoff.of(type, message);
    }

    /** What part of its type an agent that sends {@code message} receives on average: the slope of its payoff, where it is risk-neutral. */
    public double allocation(double message) {
        return payoff.allocation(message);
    }

    /** How much the best message found earns an agent of type {@code type} beyond the prescribed one; at least 0. */
    public double gain(double type) {
        return best(type).payoff() - payoff(type, prescribed(type));
    }

    /** The best message found for an agent of type {@code type}; the prescribed one where none is better. */
    public Reply best(double type) {
        Reply best = reply(type, prescribed(type));
        for (double candidate : candidates()) {
            best = best.orBetter(reply(type, candidate));
        }
        double step = (highest - lowest) / GRID;
        for (Reply peak : peaks(type, step)) {
            best = best.orBetter(climb(type, peak.message() - step, peak.message() + step));
        }
        return best;
    }

    private List<Reply> peaks(double type, double step) {
        List<Reply> grid = new ArrayList<>();
        for (int i = 0; i <= GRID; i++) {
            grid.add(reply(type, Math.min(highest, lowest + i * step)));
        }
        grid.sort((a, b) -> Double.compare(b.payoff(), a.payoff()));
        return grid.subList(0, PEAKS);
    }

    private Reply climb(double type, double from, double to) {
        double left = Math.max(lowest, from);
        double right = Math.min(highest, to);
        Reply low = reply(type, right - GOLDEN * (right - left));
        Reply high = reply(type, left + GOLDEN * (right - left));
        for (int i = 0; i < GOLDEN_STEPS; i++) {
            if (low.payoff() >= high.payoff()) {
                right = high.message();
                high = low;
                low = reply(type, right - GOLDEN * (right - left));
            } else {
                left = low.message();
                low = high;
                high = reply(type, left + GOLDEN * (right - left));
            }
        }
        return low.orBetter(high);
    }

    /** Abstaining where that is allowed, and just below, at and just above the ends of the others' messages. */
    private List<Double> candidates() {
        List<Double> candidates = new ArrayList<>();
        if (game.mechanism().mayAbstain()) {
            candidates.add(Mechanism.ABSTAIN);
        }
        double nudge = NUDGE * (highest - lowest);
        for (int j = 0; j < strategies.size(); j++) {
            ValueDistribution type = game.types().get(j);
            for (double end : new double[] {type.lower(), type.upper()}) {
                double message = strategies.get(j).message(end);
                for (double near : new double[] {message - nudge, message, message + nudge}) {
                    if (j != agent && near >= lowest && near <= highest) {
                        candidates.add(near);
                    }
                }
            }
        }
        return candidates.stream().distinct().toList();
    }

    private double prescribed(double type) {
        return strategies.get(agent).message(type);
    }

    private Reply reply(double type, double message) {
        return new Reply(message, payoff(type, message));
    }

    /**
     * A message and what it earns on average.
     *
     * @param message a number, or {@link Mechanism#ABSTAIN}
     * @param payoff the interim expected payoff, in the unit of the types
     */
    public record Reply(double message, double payoff) {

        private Reply orBetter(Reply other) {
            return other.payoff > payoff ? other : this;
        }
    }
}
