package dev.envelope.lab.verification;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A predicted mean beside the mean of a sample of independent observations.
 *
 * <p>They agree when the prediction lies inside the two-sided Student-t interval of the observations.
 *
 * @param count how many observations there are, at least 2
 * @param observed their mean
 * @param standardError the standard error of that mean
 * @param predicted what the theory says
 * @param confidence the interval's coverage, in (0, 1)
 * @param halfWidth half the width of the interval around the observed mean
 */
public record Comparison(
        long count, double observed, double standardError, double predicted, double confidence, double halfWidth) {

    /** The coverage used throughout: one false alarm in a thousand. */
    public static final double DEFAULT_CONFIDENCE = 0.999;

    /** The widest interval that an agreement means something in, as a share of the prediction. */
    public static final double PRECISE = 0.02;

    // Observations that are all equal still carry the rounding of their sum.
    private static final double ROUNDING = 1e-9;

    /**
     * Compares a sample with a prediction.
     *
     * @throws IllegalArgumentException for fewer than two observations, a prediction that is not finite, or a confidence
     *     outside (0, 1)
     */
    public static Comparison of(SampleMoments sample, double predicted, double confidence) {
        if (sample.count() < 2) {
            throw new IllegalArgumentException("sample: " + sample.count() + " observations (expected: at least 2)");
        }
        if (!Double.isFinite(predicted)) {
            throw new IllegalArgumentException("predicted: " + predicted + " (expected: a finite number)");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence: " + confidence + " (expected: between 0 and 1)");
        }
        double quantile =
                TDistribution.of((double) (sample.count() - 1)).inverseSurvivalProbability((1 - confidence) / 2);
        double error = sample.standardError();
        return new Comparison(sample.count(), sample.mean(), error, predicted, confidence, quantile * error);
    }

    /** Compares a sample with a prediction at {@link #DEFAULT_CONFIDENCE}. */
    public static Comparison of(SampleMoments sample, double predicted) {
        return of(sample, predicted, DEFAULT_CONFIDENCE);
    }

    /** Whether the prediction is inside the interval. */
    public boolean agrees() {
        double slack = ROUNDING * StrictMath.max(1, StrictMath.abs(predicted));
        return StrictMath.abs(observed - predicted) <= halfWidth + slack;
    }

    /** Whether the half-width is at most {@link #PRECISE} of the prediction, or there is no spread at all. */
    public boolean isPrecise() {
        return halfWidth <= StrictMath.max(PRECISE * StrictMath.abs(predicted), ROUNDING);
    }

    /** The half-width as a share of the prediction; infinite when that is 0. */
    public double relativeHalfWidth() {
        return halfWidth / StrictMath.abs(predicted);
    }
}
