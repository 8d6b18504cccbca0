package dev.envelope.theory.deviation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** A function of one number whose values are kept, for what is slow to compute and asked again for the same numbers; all are dropped when there are many. */
final class KeptValues implements DoubleUnaryOperator {

    private static final int MOST = 1 << 16;

    private final DoubleUnaryOperator f;
    private final Map<Double, Double> values = new HashMap<>();

    KeptValues(DoubleUnaryOperator f) {
        this.f = f;
    }

    @Override
    public double applyAsDouble(double x) {
        if (values.size() >= MOST) {
            values.clear();
        }
        return values.computeIfAbsent(x, f::applyAsDouble);
    }

    /** How many values are kept. */
    int count() {
        return values.size();
    }
}
