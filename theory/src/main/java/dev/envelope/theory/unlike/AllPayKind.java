package dev.envelope.theory.unlike;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Interpolant;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.List;

/**
 * Bidders whose values have the same distribution, and the value whose rank is e^−y, in a given unit.
 *
 * <p>Its logarithm is interpolated and corrected by a step of Newton's method; for the lowest ranks F is taken to be a power of the distance
 * to the lowest value.
 */
final class AllPayKind {

    private static final double ACCURACY = 1e-8;

    /** A correction that is believed, in units of the value. */
    private static final double CLOSE = 1e-6;

    /** From where on ranks are low. */
    private static final double DEEP = 18;

    private final ValueDistribution type;
    private final int size;
    private final double unit;
    private final double deep;
    private final Interpolant logarithm;

    /** How fast the logarithm of the distance to the lowest value falls for low ranks. */
    private final double slope;

    AllPayKind(ValueDistribution type, int size, double unit) {
        this.type = type;
        this.size = size;
        this.unit = unit;
        double last = DEEP;
        while (last > ACCURACY && !(type.quantile(StrictMath.exp(-last)) > Double.MIN_NORMAL)) {
            last /= 2;
        }
        this.deep = last;
        List<Double> kinks = new ArrayList<>(List.of(0.5, 2.0, 6.0));
        for (double kink : type.kinks()) {
            kinks.add(-StrictMath.log(type.cdf(kink)));
        }
        this.logarithm = Interpolant.of(
                y -> StrictMath.log(type.quantile(StrictMath.exp(-y))), ACCURACY, Kinks.between(0, deep, kinks));
        double step = deep / DEEP;
        double fall = StrictMath.log((exact(deep - step) - type.lower()) / (exact(deep) - type.lower())) / step;
        this.slope = fall > 0 && fall < Double.POSITIVE_INFINITY ? fall : 0;
    }

    ValueDistribution type() {
        return type;
    }

    int size() {
        return size;
    }

    /** The highest value. */
    double highest() {
        return type.upper() / unit;
    }

    /** The value whose rank is e^−y. */
    double value(double y) {
        if (y <= 0) {
            return highest();
        }
        double above = exact(Math.min(y, deep)) - type.lower();
        return (type.lower() + above * StrictMath.exp(-slope * Math.max(0, y - deep))) / unit;
    }

    /** −ln of the rank of {@code value}, which is in no unit. */
    double depthOf(double value) {
        return -StrictMath.log(type.cdf(value));
    }

    private double exact(double y) {
        double near = StrictMath.exp(logarithm.applyAsDouble(y));
        double off = (type.cdf(near) - StrictMath.exp(-y)) / type.density(near);
        boolean isBetter = Math.abs(off) <= CLOSE * near;
        return isBetter ? Math.max(type.lower(), Math.min(type.upper(), near - off)) : near;
    }
}
