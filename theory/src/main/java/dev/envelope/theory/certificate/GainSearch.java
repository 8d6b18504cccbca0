package dev.envelope.theory.certificate;

import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A search for what deviating from a strategy profile gains that may be taken further later: a closer look begins with the cells of those
 * before it. For one thread at a time.
 */
public final class GainSearch {

    private final BayesianGame game;
    private final List<? extends BidFunction> strategies;
    private final Map<List<Object>, Function<Effort, GainBound>> searches = new HashMap<>();

    private GainSearch(BayesianGame game, List<? extends BidFunction> strategies) {
        this.game = game;
        this.strategies = List.copyOf(strategies);
    }

    /**
     * The search for gains over {@code strategies}, not begun.
     *
     * @throws IllegalArgumentException where {@link GainBound#obstacle} has something to say, and where strategies are not one per agent
     */
    public static GainSearch of(BayesianGame game, List<? extends BidFunction> strategies) {
        GainBound.check(game, strategies);
        return new GainSearch(game, strategies);
    }

    /** What agent {@code agent} gains, from a look with {@code effort}; agents that are alike are looked at together. */
    public GainBound ofAgent(int agent, Effort effort) {
        return searches.computeIfAbsent(GainBound.kind(game, strategies, agent), kind -> begun(agent))
                .apply(effort);
    }

    private Function<Effort, GainBound> begun(int agent) {
        if (Stakes.areOf(game)) {
            Stakes stakes = Stakes.of(game, strategies);
            GainSearch ofStakes = of(stakes.game(), stakes.strategies());
            return effort -> stakes.inValues(ofStakes.ofAgent(agent, effort));
        }
        return ClimbSearch.isFor(game)
                ? ClimbSearch.of(game, strategies, agent)::bound
                : AgentSearch.of(game, strategies, agent)::bound;
    }
}
