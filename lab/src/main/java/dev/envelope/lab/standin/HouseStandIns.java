package dev.envelope.lab.standin;

import dev.envelope.bots.StrategyNames;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.seating.StandIn;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.view.View;
import dev.envelope.server.live.StandIns;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The house strategies as stand-ins. What one of them has worked out about a treatment serves all seats and sessions. */
public final class HouseStandIns implements StandIns {

    private final Map<String, Supplier<Strategy>> byName = new ConcurrentHashMap<>();

    @Override
    public void prepare(StandIn standIn, List<Treatment> treatments) {
        strategy(standIn).prepare(treatments);
    }

    @Override
    public Message decide(StandIn standIn, View view, RandomGenerator random) {
        return strategy(standIn).decide(view, random);
    }

    private Strategy strategy(StandIn standIn) {
        return byName.computeIfAbsent(standIn.strategy(), StrategyNames::parse).get();
    }
}
