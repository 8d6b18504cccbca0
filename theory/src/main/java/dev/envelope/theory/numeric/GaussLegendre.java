package dev.envelope.theory.numeric;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** The points and weights of Gauss-Legendre quadrature on [0, 1], the points in increasing order. */
public final class GaussLegendre {

    /** Which remembers the rules that it has worked out. */
    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();

    private GaussLegendre() {}

    /** The {@code count} points. */
    public static double[] points(int count) {
        GaussIntegrator rule = rule(count);
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = (1 + rule.getPoint(i)) / 2;
        }
        return points;
    }

    /** The {@code count} weights, which add up to 1. */
    public static double[] weights(int count) {
        GaussIntegrator rule = rule(count);
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = rule.getWeight(i) / 2;
        }
        return weights;
    }

    private static GaussIntegrator rule(int count) {
        synchronized (RULES) {
            return RULES.legendre(count);
        }
    }
}
