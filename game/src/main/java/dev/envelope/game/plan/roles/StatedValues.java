package dev.envelope.game.plan.roles;

import dev.envelope.theory.distribution.AffineDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.DistributionDescription;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;

/** What theory knows of the values that a plan states for a role: their distribution, where there is one, and their range. */
public final class StatedValues {

    /** Stated anew in ticks rather than wrapped, so that theory still knows it for a uniform distribution. */
    private static final String UNIFORM = "uniform";

    private StatedValues() {}

    /** {@code values} where each is drawn by itself; otherwise a uniform distribution of the same range. */
    public static DistributionSpec range(DistributionSpec values) {
        if (ValueKind.of(values) == ValueKind.INDEPENDENT) {
            return values;
        }
        Support ends = support(values);
        return DistributionSpec.uniform(ends.lower(), ends.upper());
    }

    /**
     * The distribution that {@code values} states, in points.
     *
     * @throws IllegalArgumentException naming the family, the number and what was expected; for finitely many values, which
     *     have no density
     */
    public static ValueDistribution distribution(DistributionSpec values) {
        return new DistributionDescription(values.description()).distribution();
    }

    /**
     * The range of the values that {@code values} states, also where they are finitely many; of the signals where a common
     * value has signals.
     *
     * @throws IllegalArgumentException as {@link #distribution}
     */
    public static Support support(DistributionSpec values) {
        if (CommonValue.isOne(values)) {
            return CommonValue.support(values);
        }
        if (ValueKind.of(values) == ValueKind.CORRELATED) {
            Support common = support(values.parts().get(0));
            Support own = support(values.parts().get(1));
            return new Support(common.lower() + own.lower(), common.upper() + own.upper());
        }
        if (ValueKind.of(values) == ValueKind.LISTED) {
            double lo = values.parameters().getOrDefault("lo", 0.0);
            double hi = values.parameters().getOrDefault("hi", 0.0);
            return new Support(lo, hi > lo ? hi : lo + 1);
        }
        DistributionDescription described = new DistributionDescription(values.description());
        if (described.isDiscrete()) {
            DiscreteDistribution discrete = described.discrete();
            return new Support(discrete.lower(), discrete.upper());
        }
        ValueDistribution distribution = described.distribution();
        return new Support(distribution.lower(), distribution.upper());
    }

    /** Whether {@code values} states finitely many values, which have no density. */
    public static boolean isFinite(DistributionSpec values) {
        return ValueKind.of(values) == ValueKind.INDEPENDENT
                && new DistributionDescription(values.description()).isDiscrete();
    }

    /** The finitely many values that {@code values} states. */
    public static DiscreteDistribution finite(DistributionSpec values) {
        return new DistributionDescription(values.description()).discrete();
    }

    /**
     * The distribution that {@code values} states, in units of which {@code scale} are a point. In another unit than points the ends
     * are whole: every support is on the plan's grid.
     *
     * @throws IllegalArgumentException as {@link #distribution}
     */
    public static ValueDistribution scaled(DistributionSpec values, double scale) {
        if (scale == 1) {
            return distribution(values);
        }
        if (values.type().equals(UNIFORM)) {
            double lo = StrictMath.rint(values.parameters().getOrDefault("lo", 0.0) * scale);
            double hi = StrictMath.rint(values.parameters().getOrDefault("hi", 0.0) * scale);
            return distribution(DistributionSpec.uniform(lo, hi));
        }
        return WholeEnds.of(AffineDistribution.of(distribution(values), scale, 0));
    }
}
