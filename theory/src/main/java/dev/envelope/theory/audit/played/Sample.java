package dev.envelope.theory.audit.played;

/** A mean with its standard error, number by number. */
final class Sample {

    private int count;
    private double mean;
    private double squares;

    void add(double number) {
        count++;
        double before = number - mean;
        mean += before / count;
        squares += before * (number - mean);
    }

    double mean() {
        return mean;
    }

    double error() {
        return count < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / (count - 1) / count);
    }
}
