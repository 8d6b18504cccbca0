package dev.envelope.bots;

import dev.envelope.game.strategy.Strategy;
import java.util.List;
import java.util.function.Supplier;

/** The names under which the house strategies are asked for. */
public final class StrategyNames {

    private static final String EXPECTED =
            "expected: equilibrium, truthful, shading:FRACTION such as shading:0.2, or zi";

    private StrategyNames() {}

    /** The names, one of each. */
    public static List<String> examples() {
        return List.of("equilibrium", "truthful", "shading:0.2", "zi");
    }

    /**
     * What {@code name} stands for: a source of strategies, each for one seat.
     *
     * @throws IllegalArgumentException saying what exists
     */
    public static Supplier<Strategy> parse(String name) {
        if (name.startsWith("shading:")) {
            double fraction = fraction(name);
            return () -> new ShadingStrategy(fraction);
        }
        return switch (name) {
            case "equilibrium" -> new EquilibriumStrategy()::sharing;
            case "truthful" -> TruthfulStrategy::new;
            case "zi", "zero_intelligence" -> ZeroIntelligenceStrategy::new;
            default -> throw new IllegalArgumentException("strategy: \"" + name + "\" (" + EXPECTED + ")");
        };
    }

    private static double fraction(String name) {
        String text = name.substring("shading:".length());
        try {
            double fraction = Double.parseDouble(text);
            if (fraction >= 0 && fraction <= 1) {
                return fraction;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("strategy: \"" + name + "\" (" + EXPECTED + ")", e);
        }
        throw new IllegalArgumentException(
                "strategy: \"" + name + "\", fraction " + text + " (expected: from 0 to 1, such as shading:0.2)");
    }
}
