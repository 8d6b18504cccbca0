package dev.envelope.theory.ironing;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;

/** E[X; X ≤ x] = x·F(x) − ∫_a^x F of a distribution, with the integral kept on a grid. */
final class MeanBelow {

    private static final int PIECES = 512;

    /** The error of one integral in units of the range of types. */
    private static final double ACCURACY = 1e-17;

    private final ValueDistribution type;
    private final double step;
    private final double[] integral = new double[PIECES + 1];

    MeanBelow(ValueDistribution type) {
        this.type = type;
        this.step = (type.upper() - type.lower()) / PIECES;
        for (int i = 1; i <= PIECES; i++) {
            integral[i] = integral[i - 1] + between(at(i - 1), at(i));
        }
    }

    /** E[X; X ≤ x]. */
    double upTo(double x) {
        int i = (int) Math.max(0, Math.min(PIECES, Math.floor((x - type.lower()) / step)));
        return x * type.cdf(x) - (integral[i] + between(at(i), x));
    }

    private double at(int i) {
        return i == PIECES ? type.upper() : type.lower() + i * step;
    }

    private double between(double from, double to) {
        List<Double> kinks = type.kinks();
        return to > from
                ? Quadrature.integrateWithin(
                        ACCURACY * (type.upper() - type.lower()), type::cdf, Kinks.between(from, to, kinks))
                : 0;
    }
}
