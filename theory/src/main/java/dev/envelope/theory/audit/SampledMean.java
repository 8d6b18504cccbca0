package dev.envelope.theory.audit;

/** A mean with its standard error, number by number. */
public final class SampledMean {

    /** Standard errors beyond which one violation, chosen on other draws, is no chance: 99.9 %. */
    public static final double SURELY = 3.29;

    private int count;
    private double mean;
    private double squares;

    /** Adds {@code number}. */
    public void add(double number) {
        count++;
        double before = number - mean;
        mean += before / count;
        squares += before * (number - mean);
    }

    /** The mean; 0 of no numbers. */
    public double mean() {
        return mean;
    }

    /** The standard error of the mean; +∞ of fewer than two numbers. */
    public double error() {
        return count < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / (count - 1) / count);
    }
}
