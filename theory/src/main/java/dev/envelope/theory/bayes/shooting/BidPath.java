package dev.envelope.theory.bayes.shooting;

import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.List;

/** Ranks as functions of the bid and bids as functions of the rank: cubics between the points of a {@link Descent}. */
final class BidPath {

    private final List<PathPoint> points;

    BidPath(List<PathPoint> points) {
        this.points = points;
    }

    PathPoint bottom() {
        return points.get(points.size() - 1);
    }

    /** Whether no kind's rank falls as bids rise. */
    boolean isRising() {
        for (int k = 1; k < points.size(); k++) {
            for (int i = 0; i < bottom().ranks().length; i++) {
                if (points.get(k).ranks()[i] > points.get(k - 1).ranks()[i]) {
                    return false;
                }
            }
        }
        return points.size() > 1;
    }

    /** The bids of the points, upwards. */
    double[] bids() {
        double[] bids = new double[points.size()];
        for (int k = 0; k < bids.length; k++) {
            bids[k] = points.get(bids.length - 1 - k).bid();
        }
        return bids;
    }

    /** The ranks at the bids at which a kind joins others, all kinds' ranks there. */
    List<double[]> joins() {
        List<double[]> joins = new ArrayList<>();
        for (int k = 1; k < points.size(); k++) {
            for (int i = 0; i < bottom().ranks().length; i++) {
                if (points.get(k).slopes()[i] > 0 && points.get(k - 1).slopes()[i] == 0) {
                    joins.add(points.get(k).ranks());
                }
            }
        }
        return joins;
    }

    /** R_i at {@code bid}, of all kinds. */
    double[] ranks(double bid) {
        int k = below(point -> point.bid() <= bid);
        double[] ranks = new double[bottom().ranks().length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = k == 0 ? points.get(0).ranks()[i] : cubic(k, i, bid);
        }
        return ranks;
    }

    /** The bid of the type of kind {@code i} at {@code rank}, which is above the bottom's. */
    double bid(int i, double rank) {
        int k = below(point -> point.ranks()[i] < rank);
        if (k == 0) {
            return points.get(0).bid();
        }
        return Bisection.first(points.get(k).bid(), points.get(k - 1).bid(), bid -> cubic(k, i, bid) >= rank);
    }

    /** The first point on the way down that meets a condition that holds from there on. */
    private int below(java.util.function.Predicate<PathPoint> condition) {
        int low = 0;
        int high = points.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(points.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private double cubic(int k, int i, double bid) {
        PathPoint from = points.get(k);
        PathPoint to = points.get(k - 1);
        double h = to.bid() - from.bid();
        double t = (bid - from.bid()) / h;
        double rise = to.ranks()[i] - from.ranks()[i];
        double bow = (1 - t) * (from.slopes()[i] * h - rise) - t * (to.slopes()[i] * h - rise);
        return from.ranks()[i] + t * rise + t * (1 - t) * bow;
    }
}
