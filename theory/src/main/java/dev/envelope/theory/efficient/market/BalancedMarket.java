package dev.envelope.theory.efficient.market;

import dev.envelope.theory.efficient.EfficientMechanism;

/**
 * A direct market that is efficient and whose payments sum to 0 whatever is reported, up to rounding. Truth is a
 * Bayesian equilibrium of risk-neutral agents; who gets nothing may pay or be paid, and a trader may lose in some
 * states.
 *
 * <p>Payments are sums of one function of each agent's report. With an agent that abstains the shares go to those who
 * take part; where only one takes part nobody pays.
 */
public interface BalancedMarket extends ChoiceMarket {

    /** The same mechanism as mathematics: interim utilities, who would stay away. */
    EfficientMechanism rules();

    /** P(the object changes hands) under truth. */
    double tradeProbability();

    @Override
    default boolean isDirect() {
        return true;
    }

    @Override
    default boolean hasSeparablePayments() {
        return true;
    }
}
