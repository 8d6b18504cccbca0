package dev.envelope.theory.ironing;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The greatest convex function below a curve (F(x), H(x)), such as H(x) = a − (1 − F(x))·x, and where it leaves the curve.
 *
 * <p>A grid of types gives each bridge roughly. Its slope s is then refined: the ends are moved to where the curve lies
 * lowest above a line of slope s, and s to the slope between them, until it stays; this converges quadratically. At last the ends are moved
 * to where the curve has just that slope, unless it has a kink there.
 */
final class ConvexMinorant {

    /** Into how many parts each stretch between kinks is cut. */
    static final int PIECES = 1024;

    private static final int ROUNDS = 60;
    private static final int GOLDEN_STEPS = 80;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    /** How little the slope of a bridge moves in the last round, in units of the range of types. */
    private static final double SETTLED = 1e-15;

    /** How near the lowest point of a curve is to where it is found by its height, in units of the range of types: flat curves hide it. */
    private static final double NEAR = 1e-6;

    /** How far the curve must rise above a bridge to be ironed, in units of the range of types. */
    private static final double ROUNDING = 1e-12;

    private final ValueDistribution type;
    private final DoubleUnaryOperator height;

    /** The slope of the curve at a type, where it has one. */
    private final DoubleUnaryOperator slope;

    private final double[] grid;
    private final double[] ranks;
    private final double[] heights;

    /** The minorant of the curve whose slope is the virtual value. */
    ConvexMinorant(ValueDistribution type) {
        this(type, x -> type.lower() - (1 - type.cdf(x)) * x, type::virtualValue);
    }

    /**
     * The minorant of another curve.
     *
     * @param height H, a function of the type
     * @param slope dH/dF at the type
     */
    ConvexMinorant(ValueDistribution type, DoubleUnaryOperator height, DoubleUnaryOperator slope) {
        this.type = type;
        this.height = height;
        this.slope = slope;
        List<Double> ends = new ArrayList<>(List.of(type.lower()));
        ends.addAll(type.kinks());
        ends.add(type.upper());
        this.grid = new double[(ends.size() - 1) * PIECES + 1];
        for (int i = 0; i < ends.size() - 1; i++) {
            for (int j = 0; j <= PIECES; j++) {
                double share = j / (double) PIECES;
                grid[i * PIECES + j] = (1 - share) * ends.get(i) + share * ends.get(i + 1);
            }
        }
        this.ranks = Arrays.stream(grid).map(type::cdf).toArray();
        this.heights = Arrays.stream(grid).map(height).toArray();
    }

    /** The bridges, in increasing order. */
    List<IronedVirtualValue.Flat> flats() {
        List<Integer> hull = hull();
        List<IronedVirtualValue.Flat> flats = new ArrayList<>();
        for (int i = 1; i < hull.size(); i++) {
            if (isAbove(hull.get(i - 1), hull.get(i))) {
                flats.add(refined(hull.get(i - 1), hull.get(i)));
            }
        }
        return flats;
    }

    /** The indices of the grid's points on the minorant (Andrew's monotone chain). */
    private List<Integer> hull() {
        List<Integer> hull = new ArrayList<>();
        for (int i = 0; i < grid.length; i++) {
            while (hull.size() >= 2 && !isBelow(hull.get(hull.size() - 2), hull.get(hull.size() - 1), i)) {
                hull.remove(hull.size() - 1);
            }
            boolean sameRank = hull.size() == 1 && ranks[i] == ranks[hull.get(0)];
            if (!sameRank) {
                hull.add(i);
            }
        }
        return hull;
    }

    /** Whether the middle one of three points lies below the line through the others. */
    private boolean isBelow(int left, int middle, int right) {
        double before = (ranks[middle] - ranks[left]) * (heights[right] - heights[middle]);
        double after = (ranks[right] - ranks[middle]) * (heights[middle] - heights[left]);
        return after < before;
    }

    private boolean isAbove(int left, int right) {
        double slope = slope(grid[left], grid[right]);
        double tolerance = ROUNDING * (type.upper() - type.lower());
        for (int i = left + 1; i < right; i++) {
            if (heights[i] - heights[left] - slope * (ranks[i] - ranks[left]) > tolerance) {
                return true;
            }
        }
        return false;
    }

    private IronedVirtualValue.Flat refined(int left, int right) {
        double lo = grid[left];
        double hi = grid[right];
        double slope = slope(lo, hi);
        for (int round = 0; round < ROUNDS; round++) {
            lo = lowest(slope, left);
            hi = lowest(slope, right);
            double next = slope(lo, hi);
            boolean stays = Math.abs(next - slope) <= SETTLED * (type.upper() - type.lower());
            slope = next;
            if (stays) {
                break;
            }
        }
        return new IronedVirtualValue.Flat(tangent(lo, slope), tangent(hi, slope), slope);
    }

    /** Where next to {@code end} the curve has this slope; {@code end} itself where it has a kink there, or does not turn upwards. */
    private double tangent(double end, double bridge) {
        double near = NEAR * (type.upper() - type.lower());
        double from = end - near;
        double to = end + near;
        boolean isSmooth = from > type.lower()
                && to < type.upper()
                && type.kinks().stream().noneMatch(kink -> kink >= from && kink <= to);
        return isSmooth && slope.applyAsDouble(from) < bridge && slope.applyAsDouble(to) > bridge
                ? Bisection.first(from, to, x -> slope.applyAsDouble(x) >= bridge)
                : end;
    }

    /** Where, near a point of the grid, the curve lies lowest above a line of this slope. */
    private double lowest(double slope, int near) {
        double best = grid[near];
        double below = golden(slope, grid[Math.max(0, near - 1)], best);
        double beyond = golden(slope, best, grid[Math.min(grid.length - 1, near + 1)]);
        double better = above(slope, below) < above(slope, beyond) ? below : beyond;
        return above(slope, better) < above(slope, best) ? better : best;
    }

    private double golden(double slope, double from, double to) {
        double left = from;
        double right = to;
        for (int i = 0; i < GOLDEN_STEPS; i++) {
            double low = right - GOLDEN * (right - left);
            double high = left + GOLDEN * (right - left);
            if (above(slope, low) <= above(slope, high)) {
                right = high;
            } else {
                left = low;
            }
        }
        return (left + right) / 2;
    }

    private double above(double slope, double x) {
        return height(x) - slope * type.cdf(x);
    }

    private double slope(double lo, double hi) {
        return (height(hi) - height(lo)) / (type.cdf(hi) - type.cdf(lo));
    }

    private double height(double x) {
        return height.applyAsDouble(x);
    }
}
