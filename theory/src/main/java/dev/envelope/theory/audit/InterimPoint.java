package dev.envelope.theory.audit;

/**
 * What one type of an agent can expect.
 *
 * @param type x
 * @param message what its strategy sends; NaN where it abstains
 * @param allocation q: the expected number of objects received, negative for a seller
 * @param payment m: the expected payment
 * @param payoff U = q·x − m
 * @param error the standard error of {@code payoff}; 0 where it is integrated
 */
public record InterimPoint(
        double type, double message, double allocation, double payment, double payoff, double error) {}
