package dev.envelope.theory.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of one number kept as Chebyshev series on pieces, for what is slow to compute and asked often (Trefethen,
 * <i>Approximation Theory and Approximation Practice</i>, 2013, ch. 3 and 18).
 *
 * <p>A piece is halved until the last coefficients of its series are below the accuracy asked for; the ends of pieces
 * are never evaluated, so jumps belong at breakpoints. Where a piece becomes so narrow that the rounding of x shows,
 * next to a singularity, its series is taken as it is or the function itself is asked. The same function gives the same
 * bits on every JDK. Checked by {@code InterpolantTest}.
 */
public final class Interpolant implements DoubleUnaryOperator {

    private static final int TERMS = 24;
    private static final int TAIL = 4;
    private static final int MAX_HALVINGS = 100;
    private static final int MAX_PIECES = 4_000;

    /** The width of a piece, in units of x, below which the rounding of x shows. */
    private static final double NARROW = 1e-11;

    /** How many units in the last place x may be off, where that is what matters. */
    private static final int ULPS = 4;

    /** What is done next to a singularity: narrow pieces are taken as they are, or f is asked there, or series are as exact as x. */
    private enum Next {
        AS_IT_IS,
        ASKED,
        AS_ROUNDED
    }

    /** A piece without a series. */
    private static final double[] ASK = new double[0];

    /** COSINES[k][j] = cos(kπ(j + ½)/TERMS). */
    private static final double[][] COSINES = cosines();

    private final DoubleUnaryOperator f;
    private final double[] ends;
    private final double[][] series;

    private Interpolant(DoubleUnaryOperator f, double[] ends, double[][] series) {
        this.f = f;
        this.ends = ends;
        this.series = series;
    }

    /**
     * {@code f} between the first and the last of {@code breakpoints}.
     *
     * @param accuracy the error aimed at, relative to the largest |f| met; rounding keeps it from much below 1e-15
     * @param breakpoints at least two; one that does not exceed its predecessor adds no piece
     */
    public static Interpolant of(DoubleUnaryOperator f, double accuracy, double... breakpoints) {
        return of(new Pieces(f, accuracy, Next.AS_IT_IS), breakpoints);
    }

    /** The same with {@code f} itself on narrow pieces next to singularities: as accurate there, and as slow. */
    public static Interpolant exactAtSingularities(DoubleUnaryOperator f, double accuracy, double... breakpoints) {
        return of(new Pieces(f, accuracy, Next.ASKED), breakpoints);
    }

    /**
     * The same where the error may be as large as what rounding x by {@value #ULPS} units in the last place changes f by: next to infinite slopes, where no
     * more can be told of f, and a function that is computed with that error would be halved without end.
     */
    public static Interpolant asExactAsArguments(DoubleUnaryOperator f, double accuracy, double... breakpoints) {
        return of(new Pieces(f, accuracy, Next.AS_ROUNDED), breakpoints);
    }

    private static Interpolant of(Pieces pieces, double... breakpoints) {
        double from = breakpoints[0];
        for (int i = 1; i < breakpoints.length; i++) {
            if (breakpoints[i] > from) {
                pieces.add(from, breakpoints[i], MAX_HALVINGS);
                from = breakpoints[i];
            }
        }
        return pieces.done(breakpoints[0]);
    }

    /** The function's value at {@code x}; outside the breakpoints that of the nearest end. */
    @Override
    public double applyAsDouble(double x) {
        int found = Arrays.binarySearch(ends, x);
        int after = found >= 0 ? found : -found - 1;
        int piece = Math.max(0, Math.min(series.length - 1, after - 1));
        double from = ends[piece];
        double to = ends[piece + 1];
        if (series[piece].length == 0) {
            return f.applyAsDouble(Math.max(from, Math.min(to, x)));
        }
        double t = Math.max(-1, Math.min(1, (x - from - (to - x)) / (to - from)));
        return sum(series[piece], t);
    }

    /** The ends of the pieces, in increasing order. */
    public double[] pieces() {
        return ends.clone();
    }

    /** Clenshaw's recurrence. */
    private static double sum(double[] coefficients, double t) {
        double one = 0;
        double two = 0;
        for (int k = coefficients.length - 1; k >= 1; k--) {
            double next = 2 * t * one - two + coefficients[k];
            two = one;
            one = next;
        }
        return t * one - two + coefficients[0];
    }

    private static double[][] cosines() {
        double[][] cosines = new double[TERMS][TERMS];
        for (int k = 0; k < TERMS; k++) {
            for (int j = 0; j < TERMS; j++) {
                cosines[k][j] = StrictMath.cos(k * StrictMath.PI * (j + 0.5) / TERMS);
            }
        }
        return cosines;
    }

    /** The pieces found so far, in order. */
    private static final class Pieces {

        private final DoubleUnaryOperator f;
        private final double accuracy;
        private final List<Double> upperEnds = new ArrayList<>();
        private final List<double[]> series = new ArrayList<>();
        private final Next next;
        private double largest;

        Pieces(DoubleUnaryOperator f, double accuracy, Next next) {
            this.f = f;
            this.accuracy = accuracy;
            this.next = next;
        }

        void add(double from, double to, int halvings) {
            double[] coefficients = coefficients(from, to);
            double middle = from + (to - from) / 2;
            double rounding = Math.ulp(Math.max(Math.abs(from), Math.abs(to)));
            boolean isNarrow = next == Next.AS_ROUNDED
                    ? to - from <= ULPS * rounding
                    : to - from <= NARROW * Math.max(Math.abs(from), Math.abs(to));
            double change = next == Next.AS_ROUNDED ? ULPS * rounding / (to - from) * rise(coefficients) : 0;
            boolean isFine = isFine(coefficients, change);
            if (isFine || isNarrow || halvings == 0 || series.size() >= MAX_PIECES) {
                upperEnds.add(to);
                series.add(isFine || next != Next.ASKED ? withoutTail(coefficients) : ASK);
                return;
            }
            add(from, middle, halvings - 1);
            add(middle, to, halvings - 1);
        }

        Interpolant done(double from) {
            if (series.isEmpty()) {
                throw new IllegalArgumentException("breakpoints: none above " + from + " (expected: an interval)");
            }
            double[] ends = new double[series.size() + 1];
            ends[0] = from;
            Arrays.setAll(ends, i -> i == 0 ? from : upperEnds.get(i - 1));
            return new Interpolant(f, ends, series.toArray(new double[0][]));
        }

        private double[] coefficients(double from, double to) {
            double half = (to - from) / 2;
            double[] values = new double[TERMS];
            for (int j = 0; j < TERMS; j++) {
                values[j] = f.applyAsDouble(from + half + half * COSINES[1][j]);
                largest = Math.max(largest, Math.abs(values[j]));
            }
            double[] coefficients = new double[TERMS];
            for (int k = 0; k < TERMS; k++) {
                for (int j = 0; j < TERMS; j++) {
                    coefficients[k] += (k == 0 ? 1.0 : 2.0) / TERMS * values[j] * COSINES[k][j];
                }
            }
            return coefficients;
        }

        private boolean isFine(double[] coefficients, double change) {
            double tail = 0;
            for (int k = TERMS - TAIL; k < TERMS; k++) {
                tail = Math.max(tail, Math.abs(coefficients[k]));
            }
            return tail <= Math.max(accuracy * largest, change / TERMS);
        }

        /** By how much a monotone function rises on a piece. */
        private static double rise(double[] coefficients) {
            double rise = 0;
            for (int k = 1; k < TERMS; k += 2) {
                rise += 2 * coefficients[k];
            }
            return Math.abs(rise);
        }

        private double[] withoutTail(double[] coefficients) {
            int length = TERMS;
            while (length > 1 && Math.abs(coefficients[length - 1]) <= accuracy * largest / TERMS) {
                length--;
            }
            return Arrays.copyOf(coefficients, length);
        }
    }
}
