package dev.envelope.theory.equilibrium;

import dev.envelope.theory.mechanism.Mechanism;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A bid function that joins given points by lines: its law of messages is exact wherever that of the types is.
 *
 * <p>Two points of equal type are a jump, at which the message is the second's; two of equal message pool the types between.
 * Types before the first point and after the last abstain.
 */
public final class PiecewiseLinearBid implements BidFunction {

    private final double[] types;
    private final double[] messages;

    private PiecewiseLinearBid(double[] types, double[] messages) {
        this.types = types;
        this.messages = messages;
    }

    /**
     * The function through the points (types[k], messages[k]).
     *
     * @param types finite and not decreasing, at least two and the last above the first; copied
     * @param messages one per type, finite and not decreasing; copied
     * @throws IllegalArgumentException naming what does not fit
     */
    public static PiecewiseLinearBid of(double[] types, double[] messages) {
        if (types.length < 2 || types.length != messages.length || !(types[types.length - 1] > types[0])) {
            throw new IllegalArgumentException("types: " + types.length + " points for " + messages.length
                    + " messages (expected: as many of both, at least two, over more than one type)");
        }
        checkNotDecreasing("types", types);
        checkNotDecreasing("messages", messages);
        return new PiecewiseLinearBid(types.clone(), messages.clone());
    }

    /**
     * The function that agrees with {@code bid} at {@code points} evenly spaced types from {@code from} to {@code to}.
     *
     * @throws IllegalArgumentException where {@code bid} abstains or decreases
     */
    public static PiecewiseLinearBid through(DoubleUnaryOperator bid, double from, double to, int points) {
        double[] types = new double[points];
        double[] messages = new double[points];
        for (int k = 0; k < points; k++) {
            double share = k / (points - 1.0);
            types[k] = (1 - share) * from + share * to;
            messages[k] = bid.applyAsDouble(types[k]);
        }
        return of(types, messages);
    }

    @Override
    public double message(double type) {
        int last = types.length - 1;
        if (!(type >= types[0] && type <= types[last])) {
            return Mechanism.ABSTAIN;
        }
        int after = pointAfter(type);
        if (after > last) {
            return messages[last];
        }
        double share = (type - types[after - 1]) / (types[after] - types[after - 1]);
        double message = messages[after - 1] + share * (messages[after] - messages[after - 1]);
        return Math.min(message, messages[after]);
    }

    /** The types of the points, copied. */
    public double[] types() {
        return types.clone();
    }

    /** The messages of the points, copied. */
    public double[] messages() {
        return messages.clone();
    }

    /** The function b with b(−x) = −message(x): a seller's asks seen as a buyer's bids. */
    public PiecewiseLinearBid mirrored() {
        int n = types.length;
        double[] negatedTypes = new double[n];
        double[] negatedMessages = new double[n];
        Arrays.setAll(negatedTypes, k -> -types[n - 1 - k]);
        Arrays.setAll(negatedMessages, k -> -messages[n - 1 - k]);
        return new PiecewiseLinearBid(negatedTypes, negatedMessages);
    }

    /** The function {@code factor} times as high, {@code factor} above 0: messages in another unit. */
    public PiecewiseLinearBid times(double factor) {
        return new PiecewiseLinearBid(
                types.clone(),
                Arrays.stream(messages).map(message -> factor * message).toArray());
    }

    /** The first point above {@code type}. */
    private int pointAfter(double type) {
        int low = 0;
        int high = types.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (types[middle] > type) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static void checkNotDecreasing(String name, double[] numbers) {
        for (int k = 0; k < numbers.length; k++) {
            if (!Double.isFinite(numbers[k]) || (k > 0 && numbers[k] < numbers[k - 1])) {
                throw new IllegalArgumentException(
                        name + "[" + k + "]: " + numbers[k] + " (expected: finite, and not below the one before)");
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PiecewiseLinearBid that
                && Arrays.equals(types, that.types)
                && Arrays.equals(messages, that.messages);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(types) + Arrays.hashCode(messages);
    }

    @Override
    public String toString() {
        return "PiecewiseLinearBid[" + types.length + " points, from " + messages[0] + " to "
                + messages[messages.length - 1] + "]";
    }
}
