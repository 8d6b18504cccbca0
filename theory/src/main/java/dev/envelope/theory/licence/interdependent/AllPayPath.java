package dev.envelope.theory.licence.interdependent;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;

/** Where both pay their bids: the ranks and how far the bid is below the highest, over a time in which none of them is singular. */
final class AllPayPath extends BidPath {

    /** The lowest bid of the firm that has no values left to rest at 0, in units of the highest. */
    private static final double LEAST = 1e-13;

    private static final double LONG = 2000;

    private final double highest;
    private final int firstToEnd;

    /** The path of firms whose values are at least 0, α at least 0. */
    AllPayPath(List<ValueDistribution> types, double alpha) {
        super(types, alpha);
        double range = Math.max(types.get(0).upper(), types.get(1).upper());
        follow(new double[] {1, 1, 0}, LONG / range);
        double[] last = isFollowed() ? at(end()) : new double[3];
        this.highest = last[2];
        this.firstToEnd = last[0] <= last[1] ? 0 : 1;
    }

    @Override
    void slopes(double[] y, double[] slopes) {
        double[] values = {value(0, y[0]), value(1, y[1])};
        double first = stake(0, values);
        double second = stake(1, values);
        slopes[0] = -first;
        slopes[1] = -second;
        slopes[2] = first * second;
    }

    private double value(int firm, double rank) {
        return type(firm).quantile(Math.max(0, Math.min(1, rank)));
    }

    @Override
    double margin(double... y) {
        return 1;
    }

    @Override
    double remains(double... y) {
        return Math.min(y[0], y[1]);
    }

    @Override
    double level(int firm, double type) {
        return type(firm).cdf(type);
    }

    /** The other has no lower values left to beat. */
    @Override
    double lowest(int firm, double type) {
        return least(firm);
    }

    private double least(int firm) {
        return firm == firstToEnd ? LEAST * highest : 0;
    }

    @Override
    double bid(int firm, double... y) {
        double bid = highest - y[2];
        return bid > LEAST * highest ? bid : least(firm);
    }
}
