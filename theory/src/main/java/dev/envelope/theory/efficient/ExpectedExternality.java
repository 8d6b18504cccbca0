package dev.envelope.theory.efficient;

import java.util.List;

/**
 * The expected-externality mechanism: M_i(x) = (1/(n−1))·Σ_{j≠i} e_j(x_j) − e_i(x_i) with e_i(z) = E[SW_-i(z, X_-i)]
 * (Arrow 1979; d'Aspremont &amp; Gérard-Varet 1979). Payments cover the cost in every state; truth is a Bayesian
 * equilibrium; some types may be better off outside.
 *
 * <p>A cost is shared equally: the mechanism is run on t_i − C/n and C/n is added (Krishna &amp; Perry 2000). Checked
 * by {@code EfficientMechanismTest}.
 *
 * @param choice what is chosen, by at least 2 agents
 */
public record ExpectedExternality(EfficientChoice choice) implements EfficientMechanism {

    /** Refuses a single agent. */
    public ExpectedExternality {
        Require.agents(choice.agents(), 2);
    }

    /** e_i(z), what the others expect of agent {@code agent}'s type {@code type}, their share of the cost deducted. */
    public double externality(int agent, double type) {
        return choice.interimWelfare(agent, type)
                - choice.interimValue(agent, type)
                + choice.interimCost(agent, type) / choice.agents();
    }

    /** E[e_i(X_i)]. */
    public double expectedExternality(int agent) {
        return choice.expectedWelfare() - choice.expectedValue(agent) + choice.expectedCost() / choice.agents();
    }

    /** c_i = (1/(n−1))·Σ_{j≠i} E[e_j(X_j)]. */
    @Override
    public double charge(int agent) {
        return charges().get(agent);
    }

    @Override
    public List<Double> charges() {
        List<Double> each = Alike.each(choice, this::expectedExternality);
        double sum = each.stream().mapToDouble(Double::doubleValue).sum();
        return each.stream().map(own -> (sum - own) / (choice.agents() - 1)).toList();
    }

    @Override
    public double payment(int agent, double[] types) {
        double received = 0;
        for (int j = 0; j < types.length; j++) {
            received += j == agent ? 0 : externality(j, types[j]);
        }
        return choice.cost(types) / types.length + received / (types.length - 1) - externality(agent, types[agent]);
    }

    @Override
    public double[] payments(double[] types) {
        double[] externalities = new double[types.length];
        double sum = 0;
        for (int i = 0; i < types.length; i++) {
            externalities[i] = externality(i, types[i]);
            sum += externalities[i];
        }
        double[] payments = new double[types.length];
        for (int i = 0; i < types.length; i++) {
            payments[i] = choice.cost(types) / types.length
                    + (sum - externalities[i]) / (types.length - 1)
                    - externalities[i];
        }
        return payments;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "agv";
    }
}
