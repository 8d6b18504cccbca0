package dev.envelope.theory.efficient;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A direct mechanism that makes the efficient choice and in which truth is an equilibrium, so that agent i of type z
 * expects U_i(z) = W_i(z) − c_i: what tells such mechanisms apart is the charge c_i and how payments depend on the
 * others' types (payoff equivalence; Krishna &amp; Perry 2000, Lemma 1).
 *
 * <p>Payments and utilities are in the unit of the values; a negative payment is received. Checked by
 * {@code EfficientMechanismTest}.
 */
public interface EfficientMechanism {

    /** The choice that is made, by whose types. */
    EfficientChoice choice();

    /** c_i, by which agent {@code agent}'s interim utility falls short of the interim welfare. */
    double charge(int agent);

    /** c_i of every agent. */
    default List<Double> charges() {
        return IntStream.range(0, choice().agents()).mapToObj(this::charge).toList();
    }

    /** M_i(x), what agent {@code agent} pays when {@code types} are reported. */
    double payment(int agent, double[] types);

    /** M(x), what each agent pays when {@code types} are reported. */
    default double[] payments(double[] types) {
        double[] payments = new double[choice().agents()];
        Arrays.setAll(payments, i -> payment(i, types));
        return payments;
    }

    /** U_i(z), what an agent of type z expects, its outside option not deducted. */
    default double interimUtility(int agent, double type) {
        return choice().interimWelfare(agent, type) - charge(agent);
    }

    /** m_i(z) = E[M_i(z, X_-i)]. */
    default double interimPayment(int agent, double type) {
        return choice().interimValue(agent, type) - interimUtility(agent, type);
    }

    /** E[U_i(X_i)]. */
    default double exAnteUtility(int agent) {
        return choice().expectedWelfare() - charge(agent);
    }

    /** The type that gains least over {@code option} by taking part, and its gain: below 0 where it would stay away. */
    default EfficientChoice.Reluctance leastGain(int agent, OutsideOption option) {
        EfficientChoice.Reluctance reluctance = choice().reluctance(agent, option);
        return new EfficientChoice.Reluctance(reluctance.type(), reluctance.margin() - charge(agent));
    }

    /** E[M_i(X)]. */
    default double expectedPayment(int agent) {
        return choice().expectedValue(agent) - exAnteUtility(agent);
    }

    /** What the choice is worth to all on average, its cost deducted: the sum of what they expect and of what is left over. */
    default double expectedWelfare() {
        return choice().expectedWelfare();
    }

    /** E[Σ M_i(X)]. */
    default double expectedPayments() {
        return expectedSurplus() + choice().expectedCost();
    }

    /** E[Σ M_i(X) − C(κ*(X))] = Σ c_i − (n−1)·E[SW]: what is left of the payments; a deficit where negative. */
    default double expectedSurplus() {
        double charges = 0;
        for (double charge : charges()) {
            charges += charge;
        }
        return charges - (choice().agents() - 1) * choice().expectedWelfare();
    }
}
