package dev.envelope.game.plan.seating;

import java.util.regex.Pattern;

/**
 * What acts for a seat in its owner's place.
 *
 * @param strategy the name of a house strategy: {@code equilibrium}, {@code truthful}, {@code zero_intelligence} or
 *     {@code shading:FRACTION}; empty for none, so that what the treatment says of the missing counts
 */
public record StandIn(String strategy) {

    /** The form of the names. */
    public static final String FORM = "equilibrium|truthful|zero_intelligence|shading:(0|1|0?\\.\\d{1,9}|0\\.0|1\\.0)";

    private static final Pattern NAME = Pattern.compile("|" + FORM);

    /** Nothing acts: the seat counts as missing, and no round waits for it. */
    public static final StandIn NONE = new StandIn("");

    /** The strategy that nobody needs to choose. */
    public static final StandIn EQUILIBRIUM = new StandIn("equilibrium");

    /** The names, as errors list them. */
    public static final String EXPECTED =
            "equilibrium, truthful, zero_intelligence, or shading:FRACTION such as shading:0.2";

    /** Checks the name. */
    public StandIn {
        if (!NAME.matcher(strategy).matches()) {
            throw new IllegalArgumentException("strategy: " + strategy + " (expected: " + EXPECTED + ")");
        }
    }

    /** Whether a strategy acts. */
    public boolean isStrategy() {
        return !strategy.isEmpty();
    }

    /** Whether {@code name} is the name of a strategy. */
    public static boolean isStrategy(String name) {
        return !name.isEmpty() && NAME.matcher(name).matches();
    }
}
