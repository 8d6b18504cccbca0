package dev.envelope.theory.unlike.descent;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;

/** Bidders whose values have the same distribution, and the value whose rank is e^−y, in a given unit. */
public final class AllPayKind {

    private final ValueDistribution type;
    private final int size;
    private final double unit;
    private final RankedValues values;

    public AllPayKind(ValueDistribution type, int size, double unit) {
        this.type = type;
        this.size = size;
        this.unit = unit;
        this.values = new RankedValues(type);
    }

    public ValueDistribution type() {
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
    public double value(double y) {
        return values.at(y).at() / unit;
    }

    /** The same, and how fast it falls with y. */
    RankedValues.Value valueAndSlope(double y) {
        RankedValues.Value value = values.at(y);
        return new RankedValues.Value(value.at() / unit, value.slope() / unit);
    }

    /** −ln of the rank of {@code value}, which is in no unit. */
    double depthOf(double value) {
        return values.depthOf(value);
    }

    /** The y at which the value is not smooth. */
    List<Double> kinks() {
        return type.kinks().stream().map(values::depthOf).toList();
    }
}
