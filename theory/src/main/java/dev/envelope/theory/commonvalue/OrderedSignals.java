package dev.envelope.theory.commonvalue;

import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.function.DoubleUnaryOperator;

/**
 * The signals of all bidders in order, over all values.
 *
 * @param signals the value and its signals
 * @param bidders how many there are
 */
record OrderedSignals(SignalModel signals, int bidders) {

    private static final double ACCURACY = 1e-11;

    /** E[number(the highest or second-highest signal)], {@code rank} being 1 or 2. */
    double mean(int rank, DoubleUnaryOperator number) {
        double from = signals.lowestSignal();
        double to = signals.highestSignal();
        return Quadrature.integrateWithin(
                ACCURACY * signals.scale(),
                x -> number.applyAsDouble(x) * density(rank, x),
                Kinks.between(from, to, signals.kinks()));
    }

    /** The density of the signal of that rank, over all values. */
    private double density(int rank, double signal) {
        double n = bidders;
        double all = Quadrature.integrate(
                value -> {
                    double below = signals.cdf(signal, value);
                    double others = rank == 1
                            ? n * StrictMath.pow(below, n - 1)
                            : n * (n - 1) * StrictMath.pow(below, n - 2) * (1 - below);
                    return others * signals.density(signal, value);
                },
                signals.from(signal),
                signals.to(signal));
        return all / (signals.highestValue() - signals.lowestValue());
    }
}
