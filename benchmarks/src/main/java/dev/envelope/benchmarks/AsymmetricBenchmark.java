package dev.envelope.benchmarks;

import dev.envelope.theory.asymmetric.AsymmetricFirstPrice;
import dev.envelope.theory.asymmetric.DeviationSearch;
import dev.envelope.theory.distribution.BetaDistribution;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.TruncatedNormal;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.solver.Equilibria;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How long asymmetric first-price auctions take to solve, with the largest gain that a search over deviations finds, and the bound
 * over all types and deviations with its own time.
 *
 * <p>Argument: {@code [RUNS]}; each row is the first run, with whatever the compiler has seen of the rows before, and the fastest of
 * the others. Gains and bounds are in units of the range of values.
 */
public final class AsymmetricBenchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final OptionalDouble RESERVE = OptionalDouble.of(0.3);

    private static final ValueDistribution UNIT = UniformDistribution.of(0, 1);
    private static final List<ValueDistribution> POWERS = List.of(
            UNIT,
            PowerDistribution.of(2, 0, 1),
            PowerDistribution.of(3, 0, 1),
            PowerDistribution.of(4, 0, 1),
            PowerDistribution.of(5, 0, 1));
    private static final List<ValueDistribution> SUPPORTS = List.of(
            UNIT,
            UniformDistribution.of(0.1, 1.2),
            UniformDistribution.of(0.2, 1.4),
            UniformDistribution.of(0.3, 1.6),
            UniformDistribution.of(0.5, 2));

    private static final List<Row> ROWS = List.of(
            new Row("U[0, 1], U[0, 2]", NONE, List.of(UNIT, UniformDistribution.of(0, 2)), 1),
            new Row("U[0, 1], U[0.5, 1.5]", NONE, List.of(UNIT, UniformDistribution.of(0.5, 1.5)), 1),
            new Row("U[0, 1], U[0, 100]", NONE, List.of(UNIT, UniformDistribution.of(0, 100)), 1),
            new Row("x, x³", NONE, List.of(UNIT, PowerDistribution.of(3, 0, 1)), 1),
            new Row("x, x³, reserve 0.3", RESERVE, List.of(UNIT, PowerDistribution.of(3, 0, 1)), 1),
            new Row(
                    "two normals cut to [0, 1]",
                    NONE,
                    List.of(new TruncatedNormal(0.5, 0.2, 0, 1), new TruncatedNormal(0.3, 0.1, 0, 1)),
                    1),
            new Row(
                    "beta(2, 2), beta(2, 4)",
                    NONE,
                    List.of(new BetaDistribution(2, 2, 0, 1), new BetaDistribution(2, 4, 0, 1)),
                    1),
            new Row(
                    "U[0, 1], U[0, 1.5], U[0, 2]",
                    NONE,
                    List.of(UNIT, UniformDistribution.of(0, 1.5), UniformDistribution.of(0, 2)),
                    1),
            new Row("x to x⁵", NONE, POWERS, 1),
            new Row("x to x⁵, reserve 0.3", RESERVE, POWERS, 1),
            new Row("x, x²", NONE, POWERS.subList(0, 2), 25),
            new Row("x to x⁵", NONE, POWERS, 10),
            new Row("five different supports", NONE, SUPPORTS, 10),
            new Row("five different supports, reserve 0.7", OptionalDouble.of(0.7), SUPPORTS, 10));

    private AsymmetricBenchmark() {}

    /** Solves the games and prints a Markdown table. */
    public static void main(String[] arguments) {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        OUT.println(
                "| distributions | bidders | gain found | bound | first run ms | best ms | search ms | bound alone s"
                        + " |");
        OUT.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (Row row : ROWS) {
            OUT.println(row.measured(runs));
        }
    }

    /** A game with {@code each} bidders of every class. */
    private record Row(String name, OptionalDouble reserve, List<ValueDistribution> classes, int each) {

        String measured(int runs) {
            List<ValueDistribution> types = new ArrayList<>();
            classes.forEach(type -> types.addAll(Collections.nCopies(each, type)));
            long first = System.nanoTime();
            AsymmetricFirstPrice solved = AsymmetricFirstPrice.of(types, reserve);
            double cold = seconds(first);
            double best = cold;
            double search = Double.POSITIVE_INFINITY;
            double gain = 0;
            for (int i = 0; i < runs; i++) {
                long start = System.nanoTime();
                solved = AsymmetricFirstPrice.of(types, reserve);
                best = Math.min(best, seconds(start));
                long searched = System.nanoTime();
                gain = DeviationSearch.largestGain(solved);
                search = Math.min(search, seconds(searched));
            }
            BayesianGame game = new BayesianGame(FirstPriceAuction.of(types.size(), reserve), types);
            Equilibrium equilibrium = (Equilibrium) Equilibria.of(game);
            long asked = System.nanoTime();
            double bound = equilibrium.certificate().gainBound().orElseThrow();
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0e | %.1e | %.0f | %.1f | %.0f | %.2f |",
                    name,
                    types.size(),
                    gain / solved.range(),
                    bound / solved.range(),
                    1e3 * cold,
                    1e3 * best,
                    1e3 * search,
                    seconds(asked));
        }

        private static double seconds(long since) {
            return (System.nanoTime() - since) / 1e9;
        }
    }
}
