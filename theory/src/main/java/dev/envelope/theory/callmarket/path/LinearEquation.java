package dev.envelope.theory.callmarket.path;

/** An equation Σ coefficients[j] · unknown(first + j) = constant of neighbouring unknowns of a path. */
final class LinearEquation {

    private final int first;
    private final double[] coefficients;
    private final double constant;

    LinearEquation(int first, double[] coefficients, double constant) {
        this.first = first;
        this.coefficients = coefficients;
        this.constant = constant;
    }

    /** The first of the unknowns. */
    int first() {
        return first;
    }

    /** What the unknowns are multiplied with, one after the other. */
    double[] coefficients() {
        return coefficients;
    }

    /** The equation with both sides {@code scale} times as large. */
    LinearEquation times(double scale) {
        double[] scaled = coefficients.clone();
        for (int j = 0; j < scaled.length; j++) {
            scaled[j] *= scale;
        }
        return new LinearEquation(first, scaled, scale * constant);
    }

    /** The left side less the right side. */
    double miss(double[] unknowns) {
        double miss = -constant;
        for (int j = 0; j < coefficients.length; j++) {
            miss += coefficients[j] * unknowns[first + j];
        }
        return miss;
    }
}
