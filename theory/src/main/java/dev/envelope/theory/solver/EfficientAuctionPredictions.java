package dev.envelope.theory.solver;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.envelope.HighestValueWins;
import dev.envelope.theory.envelope.PayoffEquivalence;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What follows where the highest value of at least a threshold wins, by quadrature of distribution functions alone.
 *
 * <p>By payoff equivalence (Krishna, Proposition 5.2) an agent that wins at z with probability Π_{j≠i} F_j(z), z ≥ p_i,
 * and gains nothing at p_i has the ex ante payoff ∫_{p_i}^{w_i} Π_{j≠i} F_j(z)·(1 − F_i(z)) dz. The gains are
 * E[max X; max X ≥ t] = t·(1 − H(t)) + ∫_t^w (1 − H), H = Π F_j, and the most that can be gained where keeping the object is worth v0
 * is E[max(0, max X − v0)] = ∫_{v0}^w (1 − H). Revenue is what is left. Checked by {@code ReferenceCasesTest}.
 */
final class EfficientAuctionPredictions {

    private final List<ValueDistribution> types;
    private final double top;

    private EfficientAuctionPredictions(List<ValueDistribution> types) {
        this.types = types;
        this.top = types.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow();
    }

    /**
     * The predictions where the highest value wins.
     *
     * @param threshold t, the least value that is served
     * @param lowestPrices p_i, what each agent pays when it wins against nobody
     */
    static Predictions of(List<ValueDistribution> types, double threshold, List<Double> lowestPrices) {
        return new EfficientAuctionPredictions(types).predictions(threshold, lowestPrices);
    }

    /** E[max(0, X_1, …, X_n)]: the gains where the object goes to whom it is worth most, if it is worth anything. */
    static double firstBest(List<ValueDistribution> types) {
        return firstBest(types, 0);
    }

    /** E[max(0, max X − v0)]: the same where keeping the object is worth {@code sellerValue} to the seller. */
    static double firstBest(List<ValueDistribution> types, double sellerValue) {
        return new EfficientAuctionPredictions(types).beyond(sellerValue);
    }

    private Predictions predictions(double threshold, List<Double> lowestPrices) {
        List<Double> surplus = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            surplus.add(surplus(i, lowestPrices.get(i)));
        }
        double gains = gains(threshold);
        double revenue =
                gains - surplus.stream().mapToDouble(Double::doubleValue).sum();
        Predictions predictions = new Predictions(revenue, gains, gains(0), 1 - allBelow(threshold), surplus);
        boolean areAlike = types.stream().allMatch(types.get(0)::equals)
                && lowestPrices.stream().allMatch(lowestPrices.get(0)::equals);
        return areAlike ? predictions.withEqualPayments() : predictions.withPayments(payments(threshold, surplus));
    }

    private List<Double> payments(double threshold, List<Double> surplus) {
        PayoffEquivalence won = new PayoffEquivalence(new HighestValueWins(types, threshold));
        List<Double> gains = new ArrayList<>();
        List<Double> payments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            int alike = types.indexOf(types.get(i));
            gains.add(alike < i ? gains.get(alike) : won.gains(i));
            payments.add(gains.get(i) - surplus.get(i));
        }
        return payments;
    }

    private double gains(double threshold) {
        return threshold >= top ? 0 : threshold * (1 - allBelow(threshold)) + beyond(threshold);
    }

    /** E[max(0, max X − from)]. */
    private double beyond(double from) {
        return from >= top ? 0 : Quadrature.integrate(x -> 1 - allBelow(x), breakpoints(from, top));
    }

    private double surplus(int agent, double lowestPrice) {
        ValueDistribution own = types.get(agent);
        return Quadrature.integrate(
                z -> othersBelow(agent, z) * (1 - own.cdf(z)), breakpoints(lowestPrice, own.upper()));
    }

    private double allBelow(double x) {
        return othersBelow(-1, x);
    }

    private double othersBelow(int without, double x) {
        double product = 1;
        for (int j = 0; j < types.size(); j++) {
            if (j != without) {
                product *= types.get(j).cdf(x);
            }
        }
        return product;
    }

    /** From, the ends of supports between, to: in order, so that every piece is smooth. */
    private double[] breakpoints(double from, double to) {
        return Kinks.between(
                from,
                to,
                types.stream()
                        .flatMap(type -> Stream.concat(Stream.of(type.lower(), type.upper()), type.kinks().stream()))
                        .toList());
    }
}
