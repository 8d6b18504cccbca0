package dev.envelope.benchmarks.net;

import org.HdrHistogram.Histogram;

/**
 * What a load run measured.
 *
 * @param perSecond acknowledged submissions a second
 * @param latencies from sending to the acknowledgement, in nanoseconds
 */
public record LoadResult(double perSecond, Histogram latencies) {

    /** The latency that a share of {@code percentile} percent stays under, in microseconds. */
    public double micros(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1_000.0;
    }
}
