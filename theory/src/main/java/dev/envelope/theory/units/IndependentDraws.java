package dev.envelope.theory.units;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.OrderStatistic;

/**
 * Bidders whose marginal values are independent draws put into decreasing order, so that all of them together are one sample:
 * what the auctions take in on average under given bids (David &amp; Nagaraja, <i>Order Statistics</i>, ch. 2).
 *
 * <p>Nobody's bids need be best replies here: truth is none under a uniform price, which is what {@link SplitAward} and
 * {@link DemandReduction} show. All amounts are in the unit of the values. Checked by {@code IndependentDrawsTest}.
 *
 * @param draw the distribution of one draw, at least 0
 * @param draws how many units each bidder wants
 * @param bidders n, at least 1
 * @param units L, at least 1
 */
public record IndependentDraws(ValueDistribution draw, int draws, int bidders, int units) {

    /** Checks the numbers. */
    public IndependentDraws {
        require(draws >= 1, "draws", draws, "at least 1");
        require(bidders >= 1, "bidders", bidders, "at least 1");
        require(units >= 1, "units", units, "at least 1");
        require(draw.lower() >= 0, "draw", draw.lower(), "values of at least 0");
    }

    /** The distribution of a bidder's value for its {@code unit}-th unit, from 1. */
    public ValueDistribution marginal(int unit) {
        return new OrderStatistic(draw, draws, unit);
    }

    /** E[the sum of the L highest values]: the first best. */
    public double welfare() {
        return highest(draw, draws * bidders);
    }

    /** What truthful bids bring under {@code pricing}. */
    public double truthfulRevenue(UnitPricing pricing) {
        return switch (pricing) {
            case VICKREY -> bidders * highest(draw, draws * (bidders - 1)) - (bidders - 1) * welfare();
            case HIGHEST_REJECTED -> units * ranked(draw, draws * bidders, units + 1);
            case LOWEST_ACCEPTED -> units * ranked(draw, draws * bidders, units);
            case DISCRIMINATORY -> welfare();
        };
    }

    /** What comes in where everybody bids its value for its first unit and 0 for every other. */
    public double firstUnitRevenue(UnitPricing pricing) {
        ValueDistribution first = marginal(1);
        return switch (pricing) {
            case VICKREY -> bidders * highest(first, bidders - 1) - (bidders - 1) * highest(first, bidders);
            case HIGHEST_REJECTED -> units * ranked(first, bidders, units + 1);
            case LOWEST_ACCEPTED -> units * ranked(first, bidders, units);
            case DISCRIMINATORY -> highest(first, bidders);
        };
    }

    /** The demand-reducing equilibrium of two units wanted each and as many bidders as units. */
    public SplitAward split() {
        require(draws == 2, "draws", draws, "2");
        require(bidders == units, "bidders", bidders, "as many as units, " + units);
        return new SplitAward(marginal(1), marginal(2), bidders);
    }

    /** E[the sum of the L highest of a sample]. */
    private double highest(ValueDistribution one, int sample) {
        double total = 0;
        for (int rank = 1; rank <= Math.min(units, sample); rank++) {
            total += ranked(one, sample, rank);
        }
        return total;
    }

    private static double ranked(ValueDistribution one, int sample, int rank) {
        return rank > sample ? 0 : new OrderStatistic(one, sample, rank).mean();
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
