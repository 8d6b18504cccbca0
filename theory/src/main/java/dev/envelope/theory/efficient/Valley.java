package dev.envelope.theory.efficient;

import java.util.function.DoubleUnaryOperator;

/** The lowest point of a function of a type: of a fine grid on every smooth piece, then by golden section around it. */
record Valley(DoubleUnaryOperator height) {

    private static final int GRID = 96;
    private static final int GOLDEN_STEPS = 60;
    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;

    /** The lowest point between the first and the last of {@code pieces}, ends among them. */
    EfficientChoice.Reluctance lowest(double... pieces) {
        EfficientChoice.Reluctance lowest = at(pieces[0]);
        for (int i = 1; i < pieces.length; i++) {
            double step = (pieces[i] - pieces[i - 1]) / GRID;
            for (int k = 1; k <= GRID; k++) {
                lowest = lower(lowest, at(k == GRID ? pieces[i] : pieces[i - 1] + k * step));
            }
        }
        double step = (pieces[pieces.length - 1] - pieces[0]) / GRID;
        return lower(
                lowest,
                golden(
                        Math.max(pieces[0], lowest.type() - step),
                        Math.min(pieces[pieces.length - 1], lowest.type() + step)));
    }

    private EfficientChoice.Reluctance golden(double from, double to) {
        double left = from;
        double right = to;
        for (int i = 0; i < GOLDEN_STEPS; i++) {
            double low = right - GOLDEN * (right - left);
            double high = left + GOLDEN * (right - left);
            if (height.applyAsDouble(low) <= height.applyAsDouble(high)) {
                right = high;
            } else {
                left = low;
            }
        }
        return at(left + (right - left) / 2);
    }

    private EfficientChoice.Reluctance at(double type) {
        return new EfficientChoice.Reluctance(type, height.applyAsDouble(type));
    }

    private static EfficientChoice.Reluctance lower(EfficientChoice.Reluctance one, EfficientChoice.Reluctance other) {
        return other.margin() < one.margin() ? other : one;
    }
}
