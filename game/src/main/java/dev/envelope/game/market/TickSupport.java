package dev.envelope.game.market;

import dev.envelope.game.plan.Ticks;
import dev.envelope.theory.distribution.ValueDistribution;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A role's private values on the grid: the whole ticks within the distribution's support, ends included.
 *
 * <p>Rounded inward, so that every value that is dealt lies in the support of theory's distribution and may be reported.
 */
public final class TickSupport {

    /** Decimals of a tick that are looked at: what is nearer to a whole tick is the noise of floating point. */
    private static final int NOISELESS = 6;

    private final ValueDistribution distribution;
    private final double size;
    private final long lowest;
    private final long highest;

    private TickSupport(ValueDistribution distribution, double size, long lowest, long highest) {
        this.distribution = distribution;
        this.size = size;
        this.lowest = lowest;
        this.highest = highest;
    }

    /**
     * The values of {@code distribution}, which is in points, on the grid {@code ticks}.
     *
     * @throws IllegalArgumentException when there is no whole tick in the support
     */
    public static TickSupport of(ValueDistribution distribution, Ticks ticks) {
        long lowest = whole(distribution.lower(), ticks, RoundingMode.CEILING);
        long highest = whole(distribution.upper(), ticks, RoundingMode.FLOOR);
        if (lowest > highest) {
            throw new IllegalArgumentException(
                    "tick: " + ticks.size() + " points (expected: at least one whole tick from " + distribution.lower()
                            + " to " + distribution.upper() + ")");
        }
        return new TickSupport(distribution, ticks.size().doubleValue(), lowest, highest);
    }

    private static long whole(double points, Ticks ticks, RoundingMode inward) {
        BigDecimal exact = BigDecimal.valueOf(points).divide(ticks.size(), NOISELESS, RoundingMode.HALF_EVEN);
        return exact.setScale(0, inward).longValueExact();
    }

    /** The lowest value, in ticks. */
    public long lowest() {
        return lowest;
    }

    /** The highest value, in ticks. */
    public long highest() {
        return highest;
    }

    /** Whether {@code ticks} is a value of the role. */
    public boolean contains(long ticks) {
        return lowest <= ticks && ticks <= highest;
    }

    /** The value at the quantile {@code uniform}, on the nearest tick of the support, halves up. */
    public long value(double uniform) {
        return nearest(distribution.quantile(uniform));
    }

    /** The tick of the support that is nearest to {@code points}, halves up. */
    long nearest(double points) {
        double ticks = StrictMath.floor(points / size + 0.5);
        return (long) StrictMath.max((double) lowest, StrictMath.min((double) highest, ticks));
    }
}
