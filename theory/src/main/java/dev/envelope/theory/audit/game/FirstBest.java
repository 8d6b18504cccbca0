package dev.envelope.theory.audit.game;

import dev.envelope.theory.callmarket.CallMechanism;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.market.ChoiceMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.PoissonBinomial;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.units.UnitDemandAuction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The largest gains there can be. */
public final class FirstBest {

    private FirstBest() {}

    /** Whether {@link #expected} integrates: not over what an agent wants several of. */
    static boolean isIntegrated(Mechanism mechanism) {
        boolean isMarket = isMarket(mechanism);
        return !(mechanism instanceof ChoiceMarket)
                && (isMarket
                        ? mechanism.agents() == 2 || mechanism instanceof CallMechanism
                        : mechanism.objects() == 1 || mechanism instanceof UnitDemandAuction);
    }

    private static boolean isMarket(Mechanism mechanism) {
        return IntStream.range(0, mechanism.agents()).anyMatch(i -> mechanism.side(i) == Side.SELLER);
    }

    /**
     * On average, what the choice costs not deducted; by quadrature where that {@linkplain #isIntegrated is so}, otherwise the mean over
     * {@code profiles}. With D(p) those who would buy at price p and S(p) what is for sale at it, the largest gains are ∫ min(D, S) dp.
     */
    static double expected(BayesianGame game, List<double[]> profiles) {
        Mechanism mechanism = game.mechanism();
        if (mechanism instanceof ChoiceMarket market) {
            return market.expectedFirstBest();
        }
        if (!isIntegrated(mechanism)) {
            return profiles.stream().mapToDouble(mechanism::firstBest).average().orElse(0);
        }
        boolean isMarket = isMarket(mechanism);
        Map<ValueDistribution, Integer> values = counted(game, side -> side != Side.SELLER);
        Map<ValueDistribution, Integer> costs = counted(game, side -> side == Side.SELLER);
        int most = isMarket ? total(costs) : mechanism.objects();
        double from = isMarket ? Double.NEGATIVE_INFINITY : mechanism.sellerValue();
        return integral(game.types(), from, price -> {
            double[] demand = atLeast(most, values, value -> 1 - value.cdf(price));
            double[] supply = atLeast(most, costs, cost -> cost.cdf(price));
            return IntStream.range(0, most)
                    .mapToDouble(units -> demand[units] * (isMarket ? supply[units] : 1))
                    .sum();
        });
    }

    /**
     * The same beside gains that are the mean over {@code draws}: of several units or traders from the same draws, so that chance is no
     * inefficiency.
     */
    static double drawn(BayesianGame game, List<double[]> draws) {
        Mechanism mechanism = game.mechanism();
        boolean isOfSeveral = mechanism instanceof CallMechanism || mechanism instanceof UnitDemandAuction;
        return isOfSeveral
                ? draws.stream().mapToDouble(mechanism::firstBest).average().orElse(0)
                : expected(game, draws);
    }

    private static Map<ValueDistribution, Integer> counted(BayesianGame game, Predicate<Side> isCounted) {
        Map<ValueDistribution, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < game.types().size(); i++) {
            if (isCounted.test(game.mechanism().side(i))) {
                counts.merge(game.types().get(i), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int total(Map<ValueDistribution, Integer> counts) {
        return counts.values().stream().mapToInt(count -> count).sum();
    }

    /** P(at least 1, 2, … {@code most} of them), of whom each is there with its own chance. */
    private static double[] atLeast(
            int most, Map<ValueDistribution, Integer> counts, ToDoubleFunction<ValueDistribution> chance) {
        double[] exactly = PoissonBinomial.pmf(
                most,
                counts.keySet().stream().mapToDouble(chance).toArray(),
                counts.values().stream().mapToInt(count -> count).toArray());
        double[] atLeast = new double[most];
        double fewer = 0;
        for (int units = 0; units < most; units++) {
            fewer += exactly[units];
            atLeast[units] = Math.max(0, 1 - fewer);
        }
        return atLeast;
    }

    private static double integral(List<ValueDistribution> types, double from, DoubleUnaryOperator f) {
        List<Double> ends = types.stream()
                .flatMap(type -> Stream.concat(Stream.of(type.lower(), type.upper()), type.kinks().stream()))
                .toList();
        double start = Double.isInfinite(from) ? Collections.min(ends) : from;
        double high = Collections.max(ends);
        return high <= start ? 0 : Quadrature.integrate(f, Kinks.between(start, high, ends));
    }
}
