package dev.envelope.benchmarks;

import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.AllPayAuction;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.unlike.AsymmetricAllPay;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * How long all-pay auctions among unlike bidders take: the conditions alone, the answer with its search for deviations, and the bound over
 * all types and deviations.
 *
 * <p>Argument: {@code [RUNS]}; the fastest of so many runs after the first. Gains and bounds are in units of the highest value.
 */
public final class AllPayBenchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);

    private static final List<Row> ROWS = List.of(
            new Row("U[0, 1] twice, U[0, 2]", 0, List.of(UNIT, UNIT, UniformDistribution.of(0, 2))),
            new Row(
                    "x, x², x³; one stops",
                    0,
                    List.of(UNIT, PowerDistribution.of(2, 0, 1), PowerDistribution.of(3, 0, 1))),
            new Row(
                    "U[0, 1], beta(2, 2) twice; one stops",
                    0,
                    List.of(UNIT, new BetaDistribution(2, 2, 0, 1), new BetaDistribution(2, 2, 0, 1))),
            new Row(
                    "four supports; two join late, two stop",
                    0,
                    List.of(
                            UNIT,
                            PowerDistribution.of(0.5, 0, 2),
                            PowerDistribution.of(3, 0, 1),
                            UniformDistribution.of(0, 3))),
            new Row(
                    "U[0, 1], U[0, 0.8], U[0, 0.6], minimum bid 0.1",
                    0.1,
                    List.of(UNIT, UniformDistribution.of(0, 0.8), UniformDistribution.of(0, 0.6))));

    private AllPayBenchmark() {}

    /** Solves the games and prints a Markdown table. */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        OUT.println("| values | bidders | gain found | bound | conditions ms | answer ms | bound alone s |");
        OUT.println("|---|---:|---:|---:|---:|---:|---:|");
        for (Row row : ROWS) {
            OUT.println(row.measured(runs));
        }
    }

    private record Row(String name, double minimumBid, List<ValueDistribution> types) {

        String measured(int runs) {
            BayesianGame game = new BayesianGame(new AllPayAuction(types.size(), minimumBid), types);
            Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
            double conditions = Double.POSITIVE_INFINITY;
            double answer = Double.POSITIVE_INFINITY;
            for (int i = 0; i < runs; i++) {
                long start = System.nanoTime();
                boolean solved = AsymmetricAllPay.of(types, minimumBid).isPresent();
                conditions = Math.min(conditions, seconds(start));
                if (!solved) {
                    throw new IllegalStateException("the conditions of " + name + " were not solved");
                }
                long asked = System.nanoTime();
                equilibrium = (Equilibrium) Equilibria.of(game);
                answer = Math.min(answer, seconds(asked));
            }
            long asked = System.nanoTime();
            double bound = equilibrium.certificate().gainBound().orElseThrow();
            double highest =
                    types.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow();
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0e | %.1e | %.1f | %.0f | %.2f |",
                    name,
                    types.size(),
                    equilibrium.certificate().largestGain().orElseThrow() / highest,
                    bound / highest,
                    1e3 * conditions,
                    1e3 * answer,
                    seconds(asked));
        }

        private static double seconds(long since) {
            return (System.nanoTime() - since) / 1e9;
        }
    }
}
