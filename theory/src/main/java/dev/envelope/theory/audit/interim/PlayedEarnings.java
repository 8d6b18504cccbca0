package dev.envelope.theory.audit.interim;

import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.List;

/**
 * What is earned against one rival or the strongest of several, by playing the mechanism; see {@link BestResponse} for which games.
 *
 * @param search the game
 * @param harmless the same where nobody minds what others get
 * @param lower the agent's lowest type
 */
record PlayedEarnings(BestResponse search, BestResponse harmless, double lower) implements Earnings {

    static PlayedEarnings of(BayesianGame game, List<BidFunction> strategies, int agent) {
        BestResponse search = BestResponse.of(game, strategies, agent);
        BestResponse harmless = game.mechanism().hasExternality()
                ? BestResponse.of(
                        new BayesianGame(new WithoutExternality(game.mechanism()), game.types(), game.utility()),
                        strategies,
                        agent)
                : search;
        return new PlayedEarnings(search, harmless, game.types().get(agent).lower());
    }

    @Override
    public Brought brought(double message) {
        double allocation = allocation(message);
        double atLower = search.payoff(lower, message);
        double alone = search == harmless ? atLower : harmless.payoff(lower, message);
        return new Brought(allocation, lower * allocation - alone, atLower - alone);
    }

    @Override
    public double allocation(double message) {
        return search.allocation(message);
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public BestResponse.Reply best(double type) {
        return search.best(type);
    }
}
