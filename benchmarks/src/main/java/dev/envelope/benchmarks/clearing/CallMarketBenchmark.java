package dev.envelope.benchmarks.clearing;

import dev.envelope.theory.callmarket.Clearing;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.McAfeeAuction;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.TieOrder;
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

/**
 * How long one clearing of a call market takes, n buyers and n sellers: new random offers each time, of one thousand profiles, so
 * that no branch predictor learns them. On ticks many offers are equal.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class CallMarketBenchmark {

    private static final int PROFILES = 1_000;

    /** Buyers, and as many sellers. */
    @Param({"5", "100", "1000"})
    public int traders;

    /** How many different offers there are; 0 for real numbers. */
    @Param({"0", "100"})
    public int ticks;

    private double[][] profiles = {};
    private TieOrder ties = TieOrder.byIndex(2);
    private Clearing clearing = Clearing.of(1, 1);
    private KDoubleAuction kDouble = KDoubleAuction.of(1, 1, 0.5);
    private McAfeeAuction mcAfee = McAfeeAuction.of(1, 1, 0, 1);
    private int next;

    /** Draws the offers, from a fixed seed. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        profiles = new double[PROFILES][];
        for (int i = 0; i < PROFILES; i++) {
            profiles[i] = random.doubles(2L * traders).map(this::onTicks).toArray();
        }
        ties = TieOrder.byIndex(2 * traders);
        clearing = Clearing.of(traders, traders);
        kDouble = KDoubleAuction.of(traders, traders, 0.5);
        mcAfee = McAfeeAuction.of(traders, traders, 0, 1);
    }

    private double onTicks(double x) {
        return ticks == 0 ? x : Math.floor(x * ticks) / ticks;
    }

    /** The k-double auction on arrays that are used again. */
    @Benchmark
    public double kDoubleAuction() {
        kDouble.clear(profile(), ties, clearing);
        return clearing.buyerPrice();
    }

    /** McAfee's auction on arrays that are used again. */
    @Benchmark
    public double mcAfee() {
        mcAfee.clear(profile(), ties, clearing);
        return clearing.buyerPrice();
    }

    /** The k-double auction as a mechanism whose outcome is a value of its own. */
    @Benchmark
    public MarketOutcome kDoubleAuctionOutcome() {
        return kDouble.outcome(profile(), ties);
    }

    private double[] profile() {
        next = next + 1 == PROFILES ? 0 : next + 1;
        return profiles[next];
    }
}
