package dev.envelope.theory.equilibrium;

import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A bid function in pieces of cubic polynomials that join and do not decrease: close to any smooth bid function, and with
 * a derivative whose range on every interval is known exactly, so that what it loses can be bounded.
 *
 * <p>Types before the first knot and after the last abstain.
 */
public final class PiecewiseCubicBid implements BidFunction {

    private static final int MOST_PIECES = 4096;
    private static final int HALVINGS = 52;
    private static final int STEPS = 60;

    /** The width of a piece, in units of all, that is not halved. */
    private static final double NARROW = 1e-15;

    /** What the rounding of a type and of a distribution of its values make of a message, in units of what the last bit of a type does. */
    private static final double ROUNDING = 4;

    private final double[] knots;
    private final double[] messages;

    /** Coefficients of t, t² and t³ per piece, t from 0 to 1. */
    private final double[][] coefficients;

    private PiecewiseCubicBid(double[] knots, double[] messages, double[][] coefficients) {
        this.knots = knots;
        this.messages = messages;
        this.coefficients = coefficients;
    }

    /**
     * The function that agrees with {@code bid} to about {@code accuracy}, or to what the rounding of types makes of it: pieces are
     * halved until it does at five points of each.
     *
     * @param bid finite; where it decreases, the function is what it was before
     * @param accuracy in the unit of messages, above 0; a few thousand pieces are the most
     * @param breakpoints increasing, at least two: the first and the last type that bid, and between them where {@code bid} is not
     *     smooth
     */
    public static PiecewiseCubicBid through(DoubleUnaryOperator bid, double accuracy, double... breakpoints) {
        Pieces pieces = new Pieces(bid, accuracy, breakpoints[0], breakpoints[breakpoints.length - 1]);
        for (int i = 1; i < breakpoints.length; i++) {
            if (breakpoints[i] > breakpoints[i - 1]) {
                pieces.add(breakpoints[i - 1], breakpoints[i], HALVINGS);
            }
        }
        return pieces.joined();
    }

    @Override
    public double message(double type) {
        int last = knots.length - 1;
        if (!(type >= knots[0] && type <= knots[last])) {
            return Mechanism.ABSTAIN;
        }
        int piece = pieceOf(type);
        return at(piece, (type - knots[piece]) / (knots[piece + 1] - knots[piece]));
    }

    /** The types at which pieces meet, the first and the last included, copied. */
    public double[] knots() {
        return knots.clone();
    }

    /** The messages at the knots, copied. */
    public double[] messages() {
        return messages.clone();
    }

    /** The smallest derivative between types {@code from} and {@code to} of the range of the knots. */
    public double leastSlope(double from, double to) {
        return slope(from, to, false);
    }

    /** The largest derivative between types {@code from} and {@code to} of the range of the knots. */
    public double mostSlope(double from, double to) {
        return slope(from, to, true);
    }

    /** The first type whose message is at least {@code message}; the last type where there is none. */
    public double inverse(double message) {
        int last = knots.length - 1;
        if (message <= messages[0]) {
            return knots[0];
        }
        if (message > messages[last]) {
            return knots[last];
        }
        int found = firstAtLeast(message);
        int piece = found - 1;
        double low = 0;
        double high = 1;
        double t = (message - messages[piece]) / (messages[found] - messages[piece]);
        for (int i = 0; i < STEPS && high - low > 1e-16; i++) {
            double excess = at(piece, t) - message;
            if (excess >= 0) {
                high = t;
            } else {
                low = t;
            }
            double step = excess / derivative(piece, t);
            if (Math.abs(step) < 1e-15) {
                t = Math.max(low, Math.min(high, t - step));
                break;
            }
            double next = t - step;
            t = next > low && next < high ? next : (low + high) / 2;
        }
        return knots[piece] + t * (knots[found] - knots[piece]);
    }

    /** The function b with b(−x) = −message(x): a seller's asks seen as a buyer's bids. */
    public PiecewiseCubicBid mirrored() {
        int n = knots.length;
        double[] negatedKnots = new double[n];
        double[] negatedMessages = new double[n];
        Arrays.setAll(negatedKnots, k -> -knots[n - 1 - k]);
        Arrays.setAll(negatedMessages, k -> -messages[n - 1 - k]);
        double[][] turned = new double[n - 1][];
        for (int k = 0; k < n - 1; k++) {
            double[] c = coefficients[n - 2 - k];
            turned[k] = new double[] {c[0] + 2 * c[1] + 3 * c[2], -(c[1] + 3 * c[2]), c[2]};
        }
        return new PiecewiseCubicBid(negatedKnots, negatedMessages, turned);
    }

    /** The function {@code factor} times as high, {@code factor} above 0: messages in another unit. */
    public PiecewiseCubicBid times(double factor) {
        double[][] scaled = new double[coefficients.length][];
        Arrays.setAll(scaled, k -> scaled(coefficients[k], factor));
        return new PiecewiseCubicBid(knots.clone(), scaled(messages, factor), scaled);
    }

    private static double[] scaled(double[] numbers, double factor) {
        return Arrays.stream(numbers).map(number -> factor * number).toArray();
    }

    private double at(int piece, double t) {
        double[] c = coefficients[piece];
        double message = messages[piece] + t * (c[0] + t * (c[1] + t * c[2]));
        return Math.max(messages[piece], Math.min(messages[piece + 1], message));
    }

    private double derivative(int piece, double t) {
        double[] c = coefficients[piece];
        return c[0] + t * (2 * c[1] + t * 3 * c[2]);
    }

    private double slope(double from, double to, boolean most) {
        double bound = most ? 0 : Double.POSITIVE_INFINITY;
        for (int k = pieceOf(from); k < coefficients.length && (knots[k] < to || k == pieceOf(from)); k++) {
            double width = knots[k + 1] - knots[k];
            double start = Math.max(0, (from - knots[k]) / width);
            double end = Math.min(1, (to - knots[k]) / width);
            double[] c = coefficients[k];
            double turn = c[2] == 0 ? start : Math.max(start, Math.min(end, -c[1] / (3 * c[2])));
            for (double t : new double[] {start, turn, end}) {
                double here = Math.max(0, derivative(k, t)) / width;
                bound = most ? Math.max(bound, here) : Math.min(bound, here);
            }
        }
        return bound;
    }

    /** The piece that {@code type} is on, the later of two. */
    private int pieceOf(double type) {
        int found = Arrays.binarySearch(knots, type);
        int piece = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(coefficients.length - 1, piece));
    }

    private int firstAtLeast(double message) {
        int low = 0;
        int high = messages.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (messages[middle] >= message) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PiecewiseCubicBid that
                && Arrays.equals(knots, that.knots)
                && Arrays.equals(messages, that.messages)
                && Arrays.deepEquals(coefficients, that.coefficients);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(knots) + Arrays.hashCode(messages);
    }

    @Override
    public String toString() {
        return "PiecewiseCubicBid[" + coefficients.length + " pieces, from " + messages[0] + " to "
                + messages[messages.length - 1] + "]";
    }

    /** The pieces found so far, in order. */
    private static final class Pieces {

        /** Where a piece is compared with the function: between the points of the cubic, and at these for a line. */
        private static final double[] CHECKED = {1 / 6.0, 1 / 3.0, 0.5, 2 / 3.0, 5 / 6.0};

        private final DoubleUnaryOperator bid;
        private final double accuracy;
        private final double range;
        private final List<Double> knots = new ArrayList<>();
        private final List<Double> messages = new ArrayList<>();
        private final List<double[]> coefficients = new ArrayList<>();

        Pieces(DoubleUnaryOperator bid, double accuracy, double first, double last) {
            this.bid = bid;
            this.accuracy = accuracy;
            this.range = last - first;
            knots.add(first);
            messages.add(bid.applyAsDouble(first));
        }

        void add(double from, double to, int halvings) {
            double width = to - from;
            double start = messages.get(messages.size() - 1);
            double end = Math.max(start, bid.applyAsDouble(to));
            double[] c = cubic(
                    bid.applyAsDouble(from + width / 3) - start,
                    bid.applyAsDouble(to - width / 3) - start,
                    end - start);
            double middle = from + width / 2;
            boolean isWhole = !(from < middle && middle < to);
            boolean isLast = halvings == 0 || coefficients.size() >= MOST_PIECES || width <= NARROW * range || isWhole;
            double[] piece = rises(c) ? c : new double[] {end - start, 0, 0};
            if (isLast || isClose(from, width, start, piece)) {
                knots.add(to);
                messages.add(end);
                coefficients.add(piece);
                return;
            }
            add(from, middle, halvings - 1);
            add(middle, to, halvings - 1);
        }

        /** The cubic through 0 at 0 and three rises at 1/3, 2/3 and 1. */
        private static double[] cubic(double first, double second, double third) {
            return new double[] {
                9 * first - 4.5 * second + third,
                -22.5 * first + 18 * second - 4.5 * third,
                13.5 * first - 13.5 * second + 4.5 * third
            };
        }

        private boolean isClose(double from, double width, double start, double[] c) {
            double rise = (c[0] + c[1] + c[2]) / width;
            double rounding = ROUNDING * rise * Math.max(Math.ulp(from), Math.ulp(from + width));
            for (double t : CHECKED) {
                double message = start + t * (c[0] + t * (c[1] + t * c[2]));
                if (!(Math.abs(message - bid.applyAsDouble(from + t * width)) <= accuracy + rounding)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean rises(double[] c) {
            double turn = c[2] == 0 ? 0 : Math.max(0, Math.min(1, -c[1] / (3 * c[2])));
            double least = Math.min(c[0] + turn * (2 * c[1] + turn * 3 * c[2]), c[0] + 2 * c[1] + 3 * c[2]);
            return least >= 0 && c[0] >= 0;
        }

        PiecewiseCubicBid joined() {
            return new PiecewiseCubicBid(
                    knots.stream().mapToDouble(Double::doubleValue).toArray(),
                    messages.stream().mapToDouble(Double::doubleValue).toArray(),
                    coefficients.toArray(new double[0][]));
        }
    }
}
