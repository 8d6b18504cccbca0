package dev.envelope.theory.distribution.composite;

import dev.envelope.theory.distribution.NumericDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;
import org.apache.commons.math3.special.Beta;

/**
 * The distribution of the k-th highest of n independent draws: P(≤ x) = I_F(x)(n−k+1, k), a regularised incomplete beta
 * function (David &amp; Nagaraja, <i>Order Statistics</i>, ch. 2; Krishna, appendix C).
 *
 * @param draw the distribution of one draw
 * @param draws n, at least 1
 * @param rank k, 1 for the highest to n for the lowest
 */
public record OrderStatistic(ValueDistribution draw, int draws, int rank) implements NumericDistribution {

    private static final double RELATIVE_ERROR = 1e-15;
    private static final int MAX_TERMS = 10_000;

    /** Checks the numbers. */
    public OrderStatistic {
        if (draws < 1) {
            throw new IllegalArgumentException("order_statistic draws: " + draws + " (expected: at least 1)");
        }
        if (rank < 1 || rank > draws) {
            throw new IllegalArgumentException("order_statistic rank: " + rank + " (expected: 1 to " + draws + ")");
        }
    }

    @Override
    public double lower() {
        return draw.lower();
    }

    @Override
    public double upper() {
        return draw.upper();
    }

    @Override
    public double cdfInside(double x) {
        return Beta.regularizedBeta(draw.cdf(x), draws - rank + 1.0, rank, RELATIVE_ERROR, MAX_TERMS);
    }

    /** I_{1−F}(k, n−k+1). */
    @Override
    public double survivalInside(double x) {
        return Beta.regularizedBeta(draw.survival(x), rank, draws - rank + 1.0, RELATIVE_ERROR, MAX_TERMS);
    }

    @Override
    public double densityInside(double x) {
        return ways(draw.cdf(x), draw.survival(x)) * draw.density(x);
    }

    @Override
    public double leastDensity(double from, double to) {
        return ways(draw.cdf(from), draw.survival(to)) * draw.leastDensity(from, to);
    }

    @Override
    public double mostDensity(double from, double to) {
        double ways = ways(draw.cdf(to), draw.survival(from));
        return ways == 0 ? 0 : ways * draw.mostDensity(from, to);
    }

    /** In how many ways n − k draws are below and k − 1 above, times how likely each is. */
    private double ways(double below, double above) {
        return StrictMath.exp(-Beta.logBeta(draws - rank + 1.0, rank))
                * StrictMath.pow(below, draws - rank)
                * StrictMath.pow(above, rank - 1.0);
    }

    @Override
    public List<Double> kinks() {
        return draw.kinks();
    }

    @Override
    public List<Double> singularities() {
        return draw.singularities();
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "order_statistic: rank " + rank + " of " + draws + " draws of " + draw;
    }
}
