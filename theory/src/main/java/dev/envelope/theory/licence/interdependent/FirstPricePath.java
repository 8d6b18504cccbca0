package dev.envelope.theory.licence.interdependent;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.List;
import java.util.Optional;

/**
 * Where the winner pays its bid, of firms with one lowest value a, of which the bid is (1 + α)a: logarithms of the ranks, and of how far the
 * bid is above the lowest, over minus the latter. From too high a bid down the conditions give out, from too low a one there are values
 * left at the lowest bid; between, the highest bid is found to the last bit.
 */
final class FirstPricePath extends BidPath {

    /** How far above the lowest bid the path ends, in units of the highest, as a logarithm. */
    private static final double DEEPEST = 20;

    /** The least surplus of a winner, in units of how far the bid is above the lowest. */
    private static final double LEAST_SURPLUS = 1e-6;

    private static final int LOOKS = 400;

    /** How near paths from too high and too low have to be to count, in units of a bid's height above the lowest. */
    private static final double AGREED = 1e-5;

    private static final double LONG = 1e6;

    private final double floor;
    private final double last;
    private double end;

    private FirstPricePath(List<ValueDistribution> types, double alpha, double top) {
        super(types, alpha);
        this.floor = (1 + alpha) * types.get(0).lower();
        this.last = StrictMath.log(top - floor) - DEEPEST;
        follow(new double[] {0, 0, last + DEEPEST}, LONG);
        this.end = isFollowed() ? super.end() : 0;
    }

    /** The path of {@code types}, of one lowest value, α from 0 to 1; empty where it cannot be followed. */
    static Optional<FirstPricePath> of(List<ValueDistribution> types, double alpha) {
        double floor = (1 + alpha) * types.get(0).lower();
        double[] tops = {types.get(0).upper(), types.get(1).upper()};
        double low = floor;
        double high = Math.min(tops[0] + alpha * tops[1], tops[1] + alpha * tops[0]);
        Optional<FirstPricePath> below = Optional.empty();
        Optional<FirstPricePath> above = Optional.empty();
        for (double top = (low + high) / 2; top > low && top < high; top = (low + high) / 2) {
            FirstPricePath path = new FirstPricePath(types, alpha, top);
            if (!path.isFollowed()) {
                return Optional.empty();
            }
            if (path.isStopped()) {
                above = Optional.of(path);
                high = top;
            } else {
                below = Optional.of(path);
                low = top;
            }
        }
        if (below.isEmpty() || above.isEmpty()) {
            return Optional.empty();
        }
        below.get().end = 0;
        below.get().cut(above.get());
        return below.filter(path -> path.end > 0);
    }

    /** Ends where the other path is no longer near, at the same bid. */
    private void cut(FirstPricePath other) {
        double deepest = Math.max(at(followed())[2], other.at(other.followed())[2]);
        double highest = last + DEEPEST;
        for (int k = 1; k <= LOOKS; k++) {
            double height = highest + (deepest - highest) * k / LOOKS;
            double[] here = at(timeOf(height));
            double[] there = other.at(other.timeOf(height));
            for (int i = 0; i < 2; i++) {
                double apart = Math.abs(value(i, here[i]) - value(i, there[i]));
                if (!(apart <= AGREED * StrictMath.exp(height))) {
                    return;
                }
            }
            end = timeOf(height);
        }
    }

    private double timeOf(double height) {
        return Bisection.reaching(0, followed(), time -> -at(time)[2], -height);
    }

    private double followed() {
        return super.end();
    }

    @Override
    double end() {
        return end;
    }

    private double value(int firm, double logarithm) {
        return type(firm).quantile(Math.min(1, StrictMath.exp(logarithm)));
    }

    /** φ_i + α·φ_j − b of both firms, in units of b's height above the lowest bid. */
    private double surplus(int firm, double... y) {
        double[] values = {value(0, y[0]), value(1, y[1])};
        double rise = StrictMath.exp(y[2]);
        return (stake(firm, values) - floor - rise) / rise;
    }

    /** In a time in which nothing is singular where a surplus comes to nothing, or is large. */
    @Override
    void slopes(double[] y, double[] slopes) {
        double first = surplus(0, y);
        double second = surplus(1, y);
        double scale = (1 + Math.abs(first)) * (1 + Math.abs(second));
        slopes[0] = -first / scale;
        slopes[1] = -second / scale;
        slopes[2] = -first * second / scale;
    }

    @Override
    double remains(double... y) {
        return y[2] - last;
    }

    @Override
    double margin(double... y) {
        return Math.min(surplus(0, y), surplus(1, y)) - LEAST_SURPLUS;
    }

    @Override
    double level(int firm, double type) {
        return StrictMath.log(type(firm).cdf(type));
    }

    /** As the conditions have it just above: the logarithm of the rank in proportion to that of the bid's height. */
    @Override
    double lowest(int firm, double type) {
        double[] y = at(end);
        double rise = StrictMath.exp(y[2] + (level(firm, type) - y[firm]) * surplus(1 - firm, y));
        return floor + Math.min(rise, StrictMath.exp(y[2]));
    }

    @Override
    double bid(int firm, double... y) {
        return floor + StrictMath.exp(y[2]);
    }
}
