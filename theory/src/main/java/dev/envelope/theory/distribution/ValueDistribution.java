package dev.envelope.theory.distribution;

/**
 * The distribution of one agent's private type on a bounded support [{@link #lower()}, {@link #upper()}].
 *
 * <p>Values are in the caller's unit of money. A distribution owns no generator: a draw is {@link #quantile} of a
 * uniform number. All methods are deterministic to the bit on every JDK.
 */
public interface ValueDistribution {

    /** The lowest type a; may be negative. */
    double lower();

    /** The highest type w; above {@link #lower()}. */
    double upper();

    /** F(x) = P(X ≤ x), in [0, 1]; 0 below and 1 above the support. */
    double cdf(double x);

    /** The density f(x), 0 outside the support. */
    double density(double x);

    /**
     * The smallest x in the support with F(x) ≥ p.
     *
     * @throws IllegalArgumentException unless 0 ≤ p ≤ 1
     */
    double quantile(double p);

    /** E[X]. */
    double mean();

    /** Myerson's virtual value ψ(x) = x − (1 − F(x)) / f(x), for x in the support. */
    default double virtualValue(double x) {
        return x - (1 - cdf(x)) / density(x);
    }

    /** The virtual cost x + F(x) / f(x) of a seller, for x in the support. */
    default double virtualCost(double x) {
        return x + cdf(x) / density(x);
    }

    /** Whether the virtual value is increasing on the support. */
    boolean isRegular();
}
