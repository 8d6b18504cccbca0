package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.NumericDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Interpolant;
import dev.envelope.theory.numeric.Kinks;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The types of one agent by their ranks, as they are asked for with one message after another: where each takes a search, they are kept,
 * and after many as a series.
 */
final class RankedTypes {

    /** After how many types, each searched for, they are kept as a series. */
    private static final int MANY = 1 << 13;

    /** The error of such a type, relative to the largest: that of rounding. */
    private static final double ACCURACY = 2e-15;

    /** How low a density may be, relative to the mean one, for that. */
    private static final double LEAST_DENSITY = 0.1;

    private final ValueDistribution type;
    private final KeptValues searched;
    private @Nullable DoubleUnaryOperator series;

    RankedTypes(ValueDistribution type) {
        this.type = type;
        this.searched = new KeptValues(type::quantile);
    }

    /** The type whose rank is {@code rank}, from 0 to 1. */
    double at(double rank) {
        if (!(type instanceof NumericDistribution)) {
            return type.quantile(rank);
        }
        if (series != null) {
            return Math.max(type.lower(), Math.min(type.upper(), series.applyAsDouble(rank)));
        }
        if (searched.count() >= MANY && hasFlatQuantiles()) {
            List<Double> ranks = type.kinks().stream().map(type::cdf).toList();
            series = Interpolant.exactAtSingularities(type::quantile, ACCURACY, Kinks.between(0, 1, ranks));
        }
        return searched.applyAsDouble(rank);
    }

    /** Whether the rounding of ranks nowhere shows in types, so that these can be kept as a series. */
    private boolean hasFlatQuantiles() {
        return type.leastDensity(type.lower(), type.upper()) * (type.upper() - type.lower()) >= LEAST_DENSITY;
    }
}
