package dev.envelope.theory.audit.game;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.market.ChoiceMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** The largest gains there can be. */
public final class FirstBest {

    private FirstBest() {}

    /** Whether {@link #expected} integrates over what single objects are worth. */
    static boolean isIntegrated(Mechanism mechanism) {
        long sellers = java.util.stream.IntStream.range(0, mechanism.agents())
                .filter(i -> mechanism.side(i) == Side.SELLER)
                .count();
        return !(mechanism instanceof ChoiceMarket)
                && ((sellers == 0 && mechanism.objects() == 1) || (sellers == 1 && mechanism.agents() == 2));
    }

    /** On average, what the choice costs not deducted; by quadrature for one object or one pair of traders, otherwise the mean over {@code profiles}. */
    static double expected(BayesianGame game, List<double[]> profiles) {
        Mechanism mechanism = game.mechanism();
        if (mechanism instanceof ChoiceMarket market) {
            return market.expectedFirstBest();
        }
        List<Integer> sellers = new ArrayList<>();
        for (int i = 0; i < mechanism.agents(); i++) {
            if (mechanism.side(i) == Side.SELLER) {
                sellers.add(i);
            }
        }
        if (sellers.isEmpty() && mechanism.objects() == 1) {
            return integral(game.types(), mechanism.sellerValue(), x -> 1 - product(game.types(), x));
        }
        if (sellers.size() == 1 && mechanism.agents() == 2) {
            ValueDistribution cost = game.types().get(sellers.get(0));
            ValueDistribution value = game.types().get(1 - sellers.get(0));
            return integral(game.types(), Double.NEGATIVE_INFINITY, x -> cost.cdf(x) * (1 - value.cdf(x)));
        }
        return profiles.stream().mapToDouble(mechanism::firstBest).average().orElse(0);
    }

    private static double product(List<ValueDistribution> types, double x) {
        double product = 1;
        for (ValueDistribution type : types) {
            product *= type.cdf(x);
        }
        return product;
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
