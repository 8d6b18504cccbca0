package dev.envelope.benchmarks;

import dev.envelope.theory.bayes.NumericEquilibrium;
import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.mechanism.BilateralDoubleAuction;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How long the general solver takes from scratch, the gain from deviating that it leaves, and the bound on it with its own time,
 * beside what is published.
 *
 * <p>Argument: {@code [RUNS]}; each row is the first run, with a cold compiler, and the fastest of the others. The published
 * numbers are of other programs on other machines; they are gains found on a grid, not bounds, and of mixed strategies
 * on 64 types and 64 bids, where these are of piecewise-linear strategies over the continuum.
 */
public final class EquilibriumBenchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final String PUBLISHED =
            "Published (SODA's notebooks, two bidders, 64 types and 64 bids): gains of 1.0e-4 in 1.6 s and 3.2e-4 in 0.36 s.";
    private static final OptionalDouble NO_RESERVE = OptionalDouble.empty();

    private static final List<Row> ROWS = List.of(
            new Row("first price, n = 2", FirstPriceAuction.of(2, NO_RESERVE)),
            new Row("all-pay, n = 2", AllPayAuction.of(2)),
            new Row("first price, n = 3", FirstPriceAuction.of(3, NO_RESERVE)),
            new Row("all-pay, n = 3", AllPayAuction.of(3)),
            new Row("third price, n = 3", ThirdPriceAuction.of(3)),
            new Row("third price, n = 4", ThirdPriceAuction.of(4)),
            new Row("double auction, k = 1/2", BilateralDoubleAuction.of(0.5)),
            new Row("double auction, k = 0.3", BilateralDoubleAuction.of(0.3)));

    private EquilibriumBenchmark() {}

    /** Solves the games and prints a Markdown table. */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        OUT.println("| game, types U[0, 1] | gain found | bound | first run s | best s | bound alone s |");
        OUT.println("|---|---:|---:|---:|---:|---:|");
        for (Row row : ROWS) {
            OUT.println(row.measured(runs));
        }
        OUT.println(PUBLISHED);
    }

    private record Row(String name, Mechanism mechanism) {

        String measured(int runs) {
            BayesianGame game = new BayesianGame(mechanism, Collections.nCopies(mechanism.agents(), UNIT));
            long first = System.nanoTime();
            NumericEquilibrium found = NumericEquilibrium.of(game).orElseThrow();
            double cold = seconds(first);
            double best = cold;
            double bound = Double.POSITIVE_INFINITY;
            double certified = Double.NaN;
            for (int i = 0; i < runs; i++) {
                long start = System.nanoTime();
                found = NumericEquilibrium.of(game).orElseThrow();
                best = Math.min(best, seconds(start));
                long again = System.nanoTime();
                certified = GainBound.of(game, found.strategies()).bound();
                bound = Math.min(bound, seconds(again));
            }
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1e | %.1e | %.2f | %.3f | %.3f |",
                    name,
                    found.relativeGain(),
                    certified,
                    cold,
                    best,
                    bound);
        }

        private static double seconds(long since) {
            return (System.nanoTime() - since) / 1e9;
        }
    }
}
