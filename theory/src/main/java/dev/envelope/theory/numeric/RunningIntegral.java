package dev.envelope.theory.numeric;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * x ↦ ∫_a^x f of a function kept as an {@link Interpolant}, a its first breakpoint, and what is left up to the last one: exact for the
 * interpolant but for rounding. Checked by {@code RunningIntegralTest}.
 */
public final class RunningIntegral implements DoubleUnaryOperator {

    /** Exact for the polynomials of an {@link Interpolant}, which have fewer than 24 terms. */
    private static final int NODES = 12;

    private static final double[] POINTS = GaussLegendre.points(NODES);
    private static final double[] WEIGHTS = GaussLegendre.weights(NODES);

    private final DoubleUnaryOperator f;
    private final double[] ends;
    private final double[] upTo;
    private final double[] after;

    private RunningIntegral(DoubleUnaryOperator f, double[] ends) {
        this.f = f;
        this.ends = ends;
        this.upTo = new double[ends.length];
        this.after = new double[ends.length];
        for (int i = 1; i < ends.length; i++) {
            upTo[i] = upTo[i - 1] + piece(ends[i - 1], ends[i]);
        }
        for (int i = ends.length - 2; i >= 0; i--) {
            after[i] = after[i + 1] + piece(ends[i], ends[i + 1]);
        }
    }

    /** The running integral of {@code f} over its breakpoints. */
    public static RunningIntegral of(Interpolant f) {
        return new RunningIntegral(f, f.pieces());
    }

    /** The running integral of 1 − {@code f} over the breakpoints of {@code f}. */
    public static RunningIntegral ofComplement(Interpolant f) {
        return new RunningIntegral(x -> 1 - f.applyAsDouble(x), f.pieces());
    }

    /** The integral up to {@code x}; beyond the breakpoints that up to the nearest end. */
    @Override
    public double applyAsDouble(double x) {
        if (x >= ends[ends.length - 1]) {
            return total();
        }
        int found = Arrays.binarySearch(ends, x);
        int before = found >= 0 ? found : -found - 2;
        return before < 0 ? 0 : upTo[before] + piece(ends[before], x);
    }

    /** The integral from {@code x} on, as exact where little is left; from beyond the breakpoints that from the nearest end. */
    public double rest(double x) {
        if (x <= ends[0]) {
            return after[0];
        }
        int found = Arrays.binarySearch(ends, x);
        int next = found >= 0 ? found : -found - 1;
        return next == ends.length ? 0 : after[next] + piece(x, ends[next]);
    }

    /** The integral over all breakpoints. */
    public double total() {
        return upTo[upTo.length - 1];
    }

    private double piece(double from, double to) {
        double width = to - from;
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            sum += WEIGHTS[i] * f.applyAsDouble(from + width * POINTS[i]);
        }
        return width * sum;
    }
}
