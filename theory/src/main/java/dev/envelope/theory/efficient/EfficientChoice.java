package dev.envelope.theory.efficient;

/**
 * The welfare-maximising alternative κ*(t) among agents with independent types, and what it is worth on average
 * (Krishna &amp; Perry 2000).
 *
 * <p>SW(t) = max_k [Σ_i t_i(k) − C(k)]. A type is told by one number: itself where types are one-dimensional, otherwise
 * its place in a list. All amounts are in the unit of the values. Every efficient, incentive compatible mechanism gives
 * agent i the interim utility W_i(z) − c_i with W_i(z) = E[SW(z, X_-i)] and a constant c_i (KP, Lemma 1), so that W_i
 * is nearly all there is to know.
 */
public interface EfficientChoice {

    /** n, how many agents there are, at least 1. */
    int agents();

    /** SW(t). The types need not be in the supports. */
    double welfare(double[] types);

    /** t_i(κ*(t)), what the choice is worth to agent {@code agent}. */
    double ownValue(int agent, double[] types);

    /** C(κ*(t)). */
    double cost(double[] types);

    /** W_i(z) = E[SW(z, X_-i)]; z need not be in the support. */
    double interimWelfare(int agent, double type);

    /** E[t_i(κ*(z, X_-i))] of z = {@code type}. */
    double interimValue(int agent, double type);

    /** E[C(κ*(z, X_-i))] of z = {@code type}. */
    double interimCost(int agent, double type);

    /** E[SW(X)]. */
    double expectedWelfare();

    /** E[t_i(κ*(X))]. */
    double expectedValue(int agent);

    /** E[C(κ*(X))]. */
    double expectedCost();

    /** The type of agent {@code agent} that gains least from the choice, argmin_z W_i(z) − IR_i(z). */
    Reluctance reluctance(int agent, OutsideOption option);

    /** What the choice is worth to all but agent {@code agent}, the cost deducted: SW_-i(t). */
    default double welfareOfOthers(int agent, double[] types) {
        return welfare(types) - ownValue(agent, types);
    }

    /**
     * The type that is hardest to win over.
     *
     * @param type z
     * @param margin W_i(z) − IR_i(z)
     */
    record Reluctance(double type, double margin) {}
}
