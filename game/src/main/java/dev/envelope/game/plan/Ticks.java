package dev.envelope.game.plan;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * The grid of money of a treatment: amounts are whole numbers of ticks.
 *
 * @param size what one tick is worth, in points; positive
 * @param minimum the lowest message admitted, in ticks
 * @param maximum the highest message admitted, in ticks
 */
public record Ticks(BigDecimal size, long minimum, long maximum) {

    /** Checks that the tick is positive and the bounds are in order. */
    public Ticks {
        if (size.signum() <= 0) {
            throw new IllegalArgumentException("size: " + size + " (expected: a positive number of points)");
        }
        size = size.stripTrailingZeros();
        if (minimum > maximum) {
            throw new IllegalArgumentException(
                    "minimum: " + minimum + " (expected: at most the maximum, " + maximum + ")");
        }
    }

    /** The worth of {@code ticks} in points. */
    public double toPoints(long ticks) {
        return exactPoints(ticks).doubleValue();
    }

    /** The worth of {@code ticks} in points, exactly. */
    public BigDecimal exactPoints(long ticks) {
        return size.multiply(BigDecimal.valueOf(ticks));
    }

    /** The whole number of ticks worth {@code points} exactly, empty when there is none. */
    public OptionalLong exactTicks(BigDecimal points) {
        BigDecimal[] parts = points.divideAndRemainder(size);
        if (parts[1].signum() != 0) {
            return OptionalLong.empty();
        }
        BigDecimal whole = parts[0];
        return whole.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(whole.longValueExact());
    }

    /** The nearest whole number of ticks to {@code points}, halves up, within the bounds. */
    public long nearest(double points) {
        if (!Double.isFinite(points)) {
            throw new IllegalArgumentException("points: " + points + " (expected: a finite number)");
        }
        double ticks = StrictMath.floor(points / size.doubleValue() + 0.5);
        return (long) StrictMath.max((double) minimum, StrictMath.min((double) maximum, ticks));
    }

    /** Whether {@code ticks} is within the bounds. */
    public boolean admits(long ticks) {
        return minimum <= ticks && ticks <= maximum;
    }
}
