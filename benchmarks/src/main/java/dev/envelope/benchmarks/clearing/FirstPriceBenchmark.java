package dev.envelope.benchmarks.clearing;

import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long one first-price auction takes, beside a bare scan for the highest bid. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FirstPriceBenchmark {

    private static final int PROFILES = 64;

    /** How many bid. */
    @Param({"5", "1000"})
    public int bidders;

    private double[][] profiles = {};
    private TieOrder ties = TieOrder.byIndex(1);
    private FirstPriceAuction auction = FirstPriceAuction.of(1, OptionalDouble.empty());
    private int next;

    /** Draws the bids, from a fixed seed. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        profiles = new double[PROFILES][];
        for (int i = 0; i < PROFILES; i++) {
            profiles[i] = random.doubles(bidders).toArray();
        }
        ties = TieOrder.byIndex(bidders);
        auction = FirstPriceAuction.of(bidders, OptionalDouble.empty());
    }

    /** A loop that finds the highest bid and checks nothing: what no auction can be faster than. */
    @Benchmark
    public int bareScan() {
        double[] bids = profile();
        int best = 0;
        for (int i = 1; i < bids.length; i++) {
            best = bids[i] > bids[best] ? i : best;
        }
        return best;
    }

    /** Who wins: bids checked, ties broken, nothing allocated. */
    @Benchmark
    public int winner() {
        return auction.winner(profile(), ties);
    }

    /** The auction as a mechanism whose outcome is a value of its own. */
    @Benchmark
    public MarketOutcome outcome() {
        return auction.outcome(profile(), ties);
    }

    private double[] profile() {
        next = (next + 1) % PROFILES;
        return profiles[next];
    }
}
