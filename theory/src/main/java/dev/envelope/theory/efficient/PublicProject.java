package dev.envelope.theory.efficient;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.Arrays;
import java.util.List;

/**
 * A project that costs c and is worth x_i to each of n agents: built iff Σ x_i ≥ c (Krishna &amp; Perry 2000,
 * Proposition 3; Mailath &amp; Postlewaite 1990).
 *
 * <p>W_i(z) = E[max(z + S_-i − c, 0)] with S_-i the others' sum. Types may be negative: the project may hurt. Checked
 * by {@code PublicProjectTest}.
 */
public final class PublicProject implements OneDimensionalChoice {

    private final List<ValueDistribution> types;
    private final double cost;
    private final IndependentSum all;
    private final List<IndependentSum> others;

    private PublicProject(List<ValueDistribution> types, double cost) {
        this.types = List.copyOf(types);
        this.cost = cost;
        Require.agents(types.size(), 1);
        Require.finite("cost", cost);
        IndependentSum[] each = new IndependentSum[types.size()];
        Arrays.setAll(each, i -> {
            int alike = types.indexOf(types.get(i));
            return alike < i ? each[alike] : IndependentSum.of(OneDimensionalChoice.without(i, types));
        });
        this.others = List.of(each);
        int last = types.size() - 1;
        this.all = each[last].plus(types.get(last));
    }

    /** The project of one agent per distribution. */
    public static PublicProject of(List<ValueDistribution> types, double cost) {
        return new PublicProject(types, cost);
    }

    @Override
    public List<ValueDistribution> types() {
        return types;
    }

    /** c. */
    public double projectCost() {
        return cost;
    }

    /** Whether the project is worth its cost. */
    public boolean builds(double[] values) {
        return Arrays.stream(values).sum() >= cost;
    }

    /** P(Σ X_i ≥ c). */
    public double buildProbability() {
        return 1 - all.cdf(cost);
    }

    @Override
    public double welfare(double[] values) {
        return builds(values) ? Arrays.stream(values).sum() - cost : 0;
    }

    @Override
    public double ownValue(int agent, double[] values) {
        return builds(values) ? values[agent] : 0;
    }

    @Override
    public double weight(int agent, double[] values) {
        return builds(values) ? 1 : 0;
    }

    @Override
    public double cost(double[] values) {
        return builds(values) ? cost : 0;
    }

    @Override
    public double interimWelfare(int agent, double type) {
        return others.get(agent).expectedExcess(cost - type);
    }

    /** P(built) of an agent's type. */
    @Override
    public double interimWeight(int agent, double type) {
        return 1 - others.get(agent).cdf(cost - type);
    }

    @Override
    public double interimValue(int agent, double type) {
        return type * interimWeight(agent, type);
    }

    @Override
    public double interimCost(int agent, double type) {
        return cost * interimWeight(agent, type);
    }

    @Override
    public double expectedWelfare() {
        return all.expectedExcess(cost);
    }

    @Override
    public double expectedCost() {
        return cost * buildProbability();
    }

    @Override
    public List<Double> kinks(int agent) {
        return others.get(agent).kinks().stream().map(kink -> cost - kink).toList();
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "public_project of cost " + PlainNumber.of(cost);
    }
}
