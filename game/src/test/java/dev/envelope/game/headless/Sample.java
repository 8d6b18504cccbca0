package dev.envelope.game.headless;

import java.util.Map;

/** Means with their standard errors, in ticks. */
final class Sample {

    private int count;
    private double sum;
    private double squares;

    void add(long ticks) {
        double x = (double) ticks;
        count++;
        sum += x;
        squares += x * x;
    }

    double mean() {
        return sum / count;
    }

    double error() {
        return StrictMath.sqrt((squares / count - mean() * mean()) / count);
    }

    /** The one of {@code treatment} among {@code samples}, where it is put if it is not there yet. */
    static Sample of(Map<String, Sample> samples, String treatment) {
        return samples.computeIfAbsent(treatment, id -> new Sample());
    }
}
