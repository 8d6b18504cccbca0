package dev.envelope.lab.command.option;

import dev.envelope.bots.NoEquilibriumException;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.lab.demo.Demonstration;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The options of every command that has house bots play. */
public final class BotOptions {
    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            defaultValue = "equilibrium",
            converter = StrategyOption.Converter.class,
            description = "equilibrium, truthful, shading:FRACTION or zi (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private StrategyOption strategy;

    @Option(
            names = "--seed",
            paramLabel = "TEXT",
            defaultValue = "1",
            description = "The seed of everything that is drawn here (${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String seed;

    /** The strategy's name. */
    public String strategyName() {
        return strategy.name();
    }

    /** Makes a strategy for each seat. */
    public Supplier<Strategy> strategies() {
        return strategy.source();
    }

    /** Checks that the strategy can play {@code treatments}; a {@link Failure} that says why not otherwise. */
    public void requirePlayable(List<Treatment> treatments) {
        try {
            strategy.source().get().prepare(treatments);
        } catch (NoEquilibriumException none) {
            throw new Failure(none.getMessage() + "; equilibrium bots cannot play it (expected: another --strategy)");
        }
    }

    public String seed() {
        return seed;
    }

    /** The seed of the strategies' randomness. */
    public long strategySeed() {
        return Demonstration.strategySeed(seed);
    }
}
