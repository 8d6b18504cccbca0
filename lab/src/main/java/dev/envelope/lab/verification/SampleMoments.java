package dev.envelope.lab.verification;

/**
 * Count, mean and variance of a sample that is added to one number at a time, by Welford's recurrence (Welford 1962,
 * <i>Technometrics</i> 4), which does not lose digits to cancellation.
 */
public final class SampleMoments {
    private long count;
    private double mean;
    private double squares;

    /** An empty sample. */
    public SampleMoments() {}

    /** The sample of {@code numbers}. */
    public static SampleMoments of(double... numbers) {
        SampleMoments moments = new SampleMoments();
        for (double number : numbers) {
            moments.add(number);
        }
        return moments;
    }

    /** Adds a finite number. */
    public void add(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("number: " + number + " (expected: a finite number)");
        }
        count++;
        double before = number - mean;
        mean += before / count;
        squares += before * (number - mean);
    }

    /** How many numbers were added. */
    public long count() {
        return count;
    }

    /** Their mean, NaN when there is none. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** Their variance with divisor count − 1, NaN for fewer than two. */
    public double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }

    /** The standard error of the mean of independent numbers, NaN for fewer than two. */
    public double standardError() {
        return StrictMath.sqrt(variance() / count);
    }
}
