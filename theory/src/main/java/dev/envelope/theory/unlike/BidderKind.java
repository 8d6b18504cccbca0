package dev.envelope.theory.unlike;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Interpolant;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.List;

/**
 * Bidders whose values have the same distribution, and the value whose rank is e^−y.
 *
 * <p>Its logarithm is interpolated; next to the lowest value F is taken to be a power of the distance to 0, or the value not to
 * change.
 */
final class BidderKind {

    private static final double ACCURACY = 1e-8;

    /** A correction that is believed, in units of the value. */
    private static final double CLOSE = 1e-6;

    /** Where ranks are so low that values hardly differ, or are a power of them. */
    private static final double DEEP = 18;

    private final ValueDistribution type;
    private final int size;
    private final Interpolant logarithm;
    private final double slope;

    BidderKind(ValueDistribution type, int size) {
        this.type = type;
        this.size = size;
        List<Double> kinks = new ArrayList<>(List.of(0.5, 2.0, 6.0));
        for (double kink : type.kinks()) {
            kinks.add(-Math.log(type.cdf(kink)));
        }
        this.logarithm =
                Interpolant.of(y -> Math.log(type.quantile(Math.exp(-y))), ACCURACY, Kinks.between(0, DEEP, kinks));
        this.slope = type.lower() > 0 ? 0 : logarithm.applyAsDouble(DEEP) - logarithm.applyAsDouble(DEEP - 1);
    }

    ValueDistribution type() {
        return type;
    }

    int size() {
        return size;
    }

    /** The value whose rank is e^−y. */
    double value(double y) {
        if (y <= 0) {
            return type.upper();
        }
        if (y > DEEP) {
            return Math.exp(logarithm.applyAsDouble(DEEP) + slope * (y - DEEP));
        }
        double near = Math.exp(logarithm.applyAsDouble(y));
        double off = (type.cdf(near) - Math.exp(-y)) / type.density(near);
        boolean isBetter = Math.abs(off) <= CLOSE * near;
        return isBetter ? Math.max(type.lower(), Math.min(type.upper(), near - off)) : near;
    }
}
