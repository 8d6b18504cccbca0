package dev.envelope.theory.audit.finite;

import dev.envelope.theory.numeric.PlainNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The bids that a game takes: the numbers of a range, or those of them that are whole numbers of ticks.
 *
 * @param lowest the lowest; −∞ where there is none
 * @param highest the highest; ∞ where there is none
 * @param tick how far the bids are apart, above 0; empty where every number of the range is one
 */
public record AdmittedBids(double lowest, double highest, OptionalDouble tick) {

    /** Any number. */
    public static final AdmittedBids ALL =
            new AdmittedBids(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, OptionalDouble.empty());

    /** How far from the range a number is that a bid is the nearest to, in ticks. */
    private static final double ROUNDING = 0.5 + 1e-9;

    /** How far from a whole number of ticks a computed bid is that is one, in ticks. */
    private static final BigDecimal SAME_TICK = new BigDecimal("1e-9");

    private static final int DECIMALS = 12;

    /** Checks the numbers. */
    public AdmittedBids {
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException(
                    "lowest, highest: " + lowest + ", " + highest + " (expected: the lowest at most the highest)");
        }
        if (!(tick.orElse(1) > 0 && tick.orElse(1) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tick: " + tick.getAsDouble() + " (expected: above 0, finite)");
        }
    }

    /** {@code bid} where it is one, and the bids next to it below and above. */
    DoubleStream around(double bid) {
        return around(bid, 0);
    }

    /** {@code bid} where it is one, and the bids next to it below and above that are {@code apart} from it or more, but for rounding. */
    DoubleStream around(double bid, double apart) {
        return (tick.isPresent()
                        ? ticksAround(bid, apart)
                        : DoubleStream.of(
                                Math.min(Math.nextDown(bid), bid - apart),
                                bid,
                                Math.max(Math.nextUp(bid), bid + apart)))
                .filter(each -> lowest <= each && each <= highest);
    }

    private DoubleStream ticksAround(double bid, double apart) {
        BigDecimal size = BigDecimal.valueOf(tick.getAsDouble());
        BigDecimal exact = BigDecimal.valueOf(bid).divide(size, DECIMALS, RoundingMode.HALF_EVEN);
        BigDecimal step =
                BigDecimal.valueOf(apart).divide(size, 0, RoundingMode.CEILING).max(BigDecimal.ONE);
        BigDecimal nearest = exact.setScale(0, RoundingMode.HALF_EVEN);
        boolean isBid = exact.subtract(nearest).abs().compareTo(SAME_TICK) <= 0;
        BigDecimal more = step.subtract(BigDecimal.ONE);
        return (isBid
                        ? Stream.of(nearest.subtract(step), nearest, nearest.add(step))
                        : Stream.of(
                                exact.setScale(0, RoundingMode.FLOOR).subtract(more),
                                exact.setScale(0, RoundingMode.CEILING).add(more)))
                .mapToDouble(ticks -> ticks.multiply(size).doubleValue());
    }

    /** Whether {@code bid} is in the range, or as near as half a tick. */
    boolean admits(double bid) {
        double slack = ROUNDING * tick.orElse(0);
        return lowest - slack <= bid && bid <= highest + slack;
    }

    /** Whether {@code bid} is a whole number of ticks, or no number has to be. */
    boolean isOnTick(double bid) {
        return tick.isEmpty()
                || BigDecimal.valueOf(bid)
                                .remainder(BigDecimal.valueOf(tick.getAsDouble()))
                                .signum()
                        == 0;
    }

    /** The bid nearest to {@code bid}, or one of the two. */
    double nearest(double bid) {
        double within = Math.max(lowest, Math.min(highest, bid));
        return around(within)
                .boxed()
                .min((one, other) -> Double.compare(Math.abs(one - within), Math.abs(other - within)))
                .orElse(within);
    }

    /** Such as {@code  from 0 to 2 on ticks of 0.01}, after a space; nothing where any number is one. */
    String inWords() {
        String from = Double.isInfinite(lowest) ? "" : " from " + PlainNumber.of(lowest);
        String to = Double.isInfinite(highest) ? "" : (from.isEmpty() ? " up to " : " to ") + PlainNumber.of(highest);
        return from + to + (tick.isPresent() ? " on ticks of " + PlainNumber.of(tick.getAsDouble()) : "");
    }
}
