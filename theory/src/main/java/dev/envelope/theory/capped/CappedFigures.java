package dev.envelope.theory.capped;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What bids of min(value, c) from a least value t on come to in a second-price auction, by quadrature of distribution functions.
 *
 * <p>With H_{−i} = Π_{j≠i} F_j, a bidder at c wins with probability s_i = ∫_0^1 Π_{j≠i} (F_j(c) + u·(1 − F_j(c))) du, u its rank among
 * equals. By the envelope formula a value v expects ∫_t^v H_{−i} up to c and s_i·(v − c) more above. Gains are E[max X; t ≤ max X ≤ c] + Σ_i
 * s_i·E[X_i; X_i > c], and revenue is what is left. Checked by {@code CappedSecondPriceTest} against simulation.
 */
final class CappedFigures {

    private final List<ValueDistribution> types;
    private final double least;
    private final double highest;

    CappedFigures(List<ValueDistribution> types, double least, double highest) {
        this.types = types;
        this.least = least;
        this.highest = highest;
    }

    Predictions predictions() {
        double gains = highest * below(-1, highest) - least * below(-1, least) - integral(-1);
        double rents = 0;
        List<Double> surplus = new ArrayList<>();
        List<Double> payments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            ValueDistribution own = types.get(i);
            double above = own.upper() <= highest
                    ? 0
                    : Quadrature.integrate(x -> 1 - own.cdf(x), points(Math.max(highest, own.lower()), own.upper()))
                            + Math.max(0, own.lower() - highest);
            double share = share(i);
            gains += share * (highest * (1 - own.cdf(highest)) + above);
            surplus.add(rent(i) + share * above);
            rents += surplus.get(i);
            payments.add(wonBelow(i) + share * (highest * (1 - own.cdf(highest)) + above) - surplus.get(i));
        }
        double firstBest = ObjectAllocation.auction(types).expectedWelfare();
        return new Predictions(gains - rents, gains, firstBest, 1 - below(-1, least), surplus, payments);
    }

    /** ∫_t^c H_{−i}·(1 − F_i). */
    private double rent(int agent) {
        return Quadrature.integrate(x -> below(agent, x) * (1 - types.get(agent).cdf(x)), points(least, highest));
    }

    /** E[X_i·H_{−i}(X_i); t ≤ X_i ≤ c]. */
    private double wonBelow(int agent) {
        ValueDistribution own = types.get(agent);
        double to = Math.min(highest, own.upper());
        return least >= to ? 0 : Expectation.of(own, least, to, 0, kinks(), x -> x * below(agent, x));
    }

    /** ∫_t^c H. */
    private double integral(int without) {
        return Quadrature.integrate(x -> below(without, x), points(least, highest));
    }

    private double share(int agent) {
        return Quadrature.integrate(
                u -> {
                    double chance = 1;
                    for (int j = 0; j < types.size(); j++) {
                        double under = types.get(j).cdf(highest);
                        chance *= j == agent ? 1 : under + u * (1 - under);
                    }
                    return chance;
                },
                0,
                1);
    }

    private double below(int without, double x) {
        double product = 1;
        for (int j = 0; j < types.size(); j++) {
            product *= j == without ? 1 : types.get(j).cdf(x);
        }
        return product;
    }

    private double[] points(double from, double to) {
        return Kinks.between(from, to, kinks());
    }

    private List<Double> kinks() {
        return types.stream()
                .flatMap(type -> Stream.concat(Stream.of(type.lower(), type.upper()), type.kinks().stream()))
                .toList();
    }
}
