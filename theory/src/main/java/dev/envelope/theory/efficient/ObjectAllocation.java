package dev.envelope.theory.efficient;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;

/**
 * One object for one of n agents: x_i to the one that gets it, −α·x_j − β to every other agent j.
 *
 * <p>With α = β = 0 an auction, or the dissolving of a partnership where all shares go to one partner; otherwise a
 * licence with externality (Krishna, ch. 5 problems). The highest type gets the object, W_i(z) = (1+α)·E[max(z, Y_i)] −
 * α·(z + Σ_{j≠i} E[X_j]) − (n−1)·β with Y_i the highest other type. Whether "nobody gets it", worth 0 to all, is among
 * the alternatives matters where types may be negative or β is positive. Checked by {@code EfficientMechanismTest}.
 *
 * @param types the distribution of each agent's value
 * @param alpha the share of its own value that an agent without the object loses, above −1
 * @param beta what an agent without the object loses whatever its value
 * @param mayKeep whether nobody may get it; refused where α is not 0, unless types and α are at least 0, α is at most
 *     1/(n−1) and β is 0
 */
public record ObjectAllocation(List<ValueDistribution> types, double alpha, double beta, boolean mayKeep)
        implements OneDimensionalChoice {

    /** Copies the list and checks the numbers. */
    public ObjectAllocation {
        types = List.copyOf(types);
        Require.agents(types.size(), 1);
        Require.finite("beta", beta);
        Require.that(alpha > -1 && Double.isFinite(alpha), "alpha", alpha, "a number above -1");
        double least =
                types.stream().mapToDouble(ValueDistribution::lower).min().orElseThrow();
        boolean isPlain = alpha == 0 || (beta == 0 && least >= 0 && alpha > 0 && alpha * (types.size() - 1) <= 1);
        Require.that(!mayKeep || isPlain, "alpha", alpha, "0 where nobody may get the object, or little and no beta");
    }

    /** An auction: the object goes to whom it is worth most, or to nobody where it is worth less than 0 to all. */
    public static ObjectAllocation auction(List<ValueDistribution> types) {
        return new ObjectAllocation(types, 0, 0, true);
    }

    /** An object that always goes to somebody, such as a firm that partners own. */
    public static ObjectAllocation always(List<ValueDistribution> types) {
        return new ObjectAllocation(types, 0, 0, false);
    }

    /** A licence, always issued, whose losers lose {@code alpha} times their own value. */
    public static ObjectAllocation licenceWithOwnLoss(List<ValueDistribution> types, double alpha) {
        return new ObjectAllocation(types, alpha, 0, false);
    }

    /** A licence, always issued, whose losers lose {@code beta}. */
    public static ObjectAllocation licenceWithConstantLoss(List<ValueDistribution> types, double beta) {
        return new ObjectAllocation(types, 0, beta, false);
    }

    /** Who gets the object, the lowest index among equals; −1 for nobody. */
    public int winner(double[] values) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= floor() && (best < 0 || values[i] > values[best])) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public double welfare(double[] values) {
        int winner = winner(values);
        return winner < 0
                ? 0
                : values[winner] - alpha * OneDimensionalChoice.sumWithout(winner, values) - beta * (agents() - 1);
    }

    @Override
    public double ownValue(int agent, double[] values) {
        int winner = winner(values);
        return winner < 0 ? 0 : winner == agent ? values[agent] : -alpha * values[agent] - beta;
    }

    @Override
    public double weight(int agent, double[] values) {
        int winner = winner(values);
        return winner < 0 ? 0 : winner == agent ? 1 : -alpha;
    }

    @Override
    public double interimWelfare(int agent, double type) {
        double others = OneDimensionalChoice.without(agent, types).stream()
                .mapToDouble(ValueDistribution::mean)
                .sum();
        double all = alpha == 0 ? 0 : alpha * (type + others);
        return (1 + alpha) * others(agent).expectedMaximum(type) - all - beta * (agents() - 1);
    }

    @Override
    public double interimWeight(int agent, double type) {
        double wins = winProbability(agent, type);
        return wins - alpha * (1 - wins);
    }

    @Override
    public double interimValue(int agent, double type) {
        double wins = winProbability(agent, type);
        double loses = 1 - wins - (type < floor() ? others(agent).cdf(floor()) : 0);
        return wins * type - loses * (alpha * type + beta);
    }

    /** P(agent {@code agent} gets the object) of one of its types. */
    public double winProbability(int agent, double type) {
        return type < floor() ? 0 : others(agent).cdf(type);
    }

    /** P(somebody gets the object). */
    public double tradeProbability() {
        return floor() == Double.NEGATIVE_INFINITY ? 1 : 1 - new Highest(types, floor()).cdf(floor());
    }

    @Override
    public double expectedWelfare() {
        double all = types.stream().mapToDouble(ValueDistribution::mean).sum();
        return (1 + alpha) * new Highest(types, floor()).expectedMaximum(Double.NEGATIVE_INFINITY)
                - (alpha == 0 ? 0 : alpha * all)
                - beta * (agents() - 1);
    }

    @Override
    public List<Double> kinks(int agent) {
        List<Double> kinks = OneDimensionalChoice.kinksOf(OneDimensionalChoice.without(agent, types));
        kinks.add(floor());
        return kinks;
    }

    /** The types of others that an agent has to beat, and the floor. */
    private Highest others(int agent) {
        return new Highest(OneDimensionalChoice.without(agent, types), floor());
    }

    /** The least type that is better served than nobody. */
    private double floor() {
        return mayKeep ? beta * (agents() - 1) : Double.NEGATIVE_INFINITY;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "an object among " + types.size() + " agents";
    }
}
