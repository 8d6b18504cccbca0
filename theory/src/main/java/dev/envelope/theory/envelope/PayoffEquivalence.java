package dev.envelope.theory.envelope;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.function.DoubleUnaryOperator;

/**
 * What risk-neutral bidders expect to gain and to pay in every auction with a given allocation in which the least type that
 * takes part gains nothing (Krishna, Proposition 5.2): U_i(x) = ∫_{p_i}^x q_i, m_i(x) = x·q_i(x) − U_i(x).
 *
 * <p>Amounts are in the unit of the types; errors are those of {@link Quadrature}. Checked by {@code PayoffEquivalenceTest}
 * against closed forms.
 *
 * @param allocation q_i and p_i
 */
public record PayoffEquivalence(InterimAllocation allocation) {

    /** The probability that {@code bidder} of type {@code type} wins; 0 below its threshold. */
    public double winProbability(int bidder, double type) {
        return type >= allocation.threshold(bidder) ? allocation.winProbability(bidder, type) : 0;
    }

    /** U_i(x). */
    public double utility(int bidder, double type) {
        double from = allocation.threshold(bidder);
        return type <= from
                ? 0
                : Quadrature.integrate(z -> allocation.winProbability(bidder, z), pieces(bidder, from, type));
    }

    /** m_i(x), also of a type that may lose. */
    public double payment(int bidder, double type) {
        return type * winProbability(bidder, type) - utility(bidder, type);
    }

    /** E[U_i(X_i)]. */
    public double surplus(int bidder) {
        ValueDistribution own = type(bidder);
        double from = allocation.threshold(bidder);
        return from >= own.upper()
                ? 0
                : Quadrature.integrate(
                        z -> allocation.winProbability(bidder, z) * (1 - own.cdf(z)),
                        pieces(bidder, from, own.upper()));
    }

    /** P(i wins). */
    public double winProbability(int bidder) {
        return average(bidder, z -> allocation.winProbability(bidder, z));
    }

    /** E[X_i, where i wins]. */
    public double gains(int bidder) {
        return gains(bidder, 0);
    }

    /** E[X_i − v0, where i wins]: the same beyond what keeping the object is worth to the seller. */
    public double gains(int bidder, double sellerValue) {
        return average(bidder, z -> allocation.winProbability(bidder, z) * (z - sellerValue));
    }

    /** E[m_i(X_i)]. */
    public double payment(int bidder) {
        return gains(bidder) - surplus(bidder);
    }

    /** E[f(X_i)] over the types that take part. */
    private double average(int bidder, DoubleUnaryOperator f) {
        ValueDistribution own = type(bidder);
        return Expectation.of(own, allocation.threshold(bidder), own.upper(), 0, allocation.kinks(bidder), f);
    }

    private ValueDistribution type(int bidder) {
        return allocation.types().get(bidder);
    }

    private double[] pieces(int bidder, double from, double to) {
        return Kinks.between(from, to, allocation.kinks(bidder));
    }
}
