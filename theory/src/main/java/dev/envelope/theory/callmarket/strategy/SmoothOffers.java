package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.numeric.Bisection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.LutherIntegrator;

/**
 * One of the continuum of smooth symmetric equilibria of the k-double auction, 0 &lt; k &lt; 1: the one whose inverse offer functions
 * have no curvature at the price that would clear a market of very many, m·(1 − F(x)) = n·G(x).
 *
 * <p>With one of each and uniform types it is the linear one of Chatterjee and Samuelson. From there {@link SmoothField} is
 * followed down to where V(x) = x and C is the lowest cost, and up to where C(x) = x and V is the highest value; solutions run into
 * these corners by themselves. Checked by {@code SmoothOffersTest}.
 */
final class SmoothOffers {

    /** How near to a corner the conditions are followed, and what counts as one, in units of the range of types. */
    private static final double NEAR = 1e-7;

    private static final double CORNER = 1e-4;
    private static final double STEP = 1e-4;
    private static final int NEWTON_STEPS = 30;
    private static final int SUBSTITUTIONS = 200;
    private static final double SLOPE = 1.2;
    private static final int MOST_STEPS = 20_000;

    /** The share of the way to a corner that is gone in a step of Luther's rule, of order 6. */
    private static final double SHARE = 0.02;

    private static final LutherIntegrator RULE = new LutherIntegrator(1);

    private final Population market;
    private final double range;
    private final SmoothField field;

    private SmoothOffers(Population market, double k) {
        this.market = market;
        this.range = market.highest() - market.lowest();
        this.field = new SmoothField(market, k);
    }

    /** The path of offers; empty where it does not run from corner to corner, rising. */
    static Optional<OfferPath> of(Population market, double k) {
        boolean isSmooth =
                market.values().kinks().isEmpty() && market.costs().kinks().isEmpty();
        boolean canTrade = market.values().upper() > market.costs().lower();
        return isSmooth && canTrade ? new SmoothOffers(market, k).path() : Optional.empty();
    }

    private Optional<OfferPath> path() {
        double from = market.lowest();
        double centre = Bisection.first(
                from,
                market.highest(),
                x -> market.buyers() * (1 - market.values().cdf(x))
                        <= market.sellers() * market.costs().cdf(x));
        double[] point = start(centre);
        if (!isInside(centre, point)) {
            return Optional.empty();
        }
        List<double[]> down = follow(centre, point, -1);
        List<double[]> up = follow(centre, point, 1);
        if (down.isEmpty() || up.isEmpty()) {
            return Optional.empty();
        }
        List<double[]> nodes = new ArrayList<>(down.subList(1, down.size()));
        Collections.reverse(nodes);
        nodes.addAll(up);
        return OfferPath.of(market, nodes);
    }

    private boolean isInside(double x, double[] point) {
        return point[0] > x
                && point[1] < x
                && point[0] < market.values().upper()
                && point[1] > market.costs().lower();
    }

    /** V and C without curvature at {@code x}: Newton's method from the point where both have a slope of 1.2. */
    private double[] start(double x) {
        double[] point = sloping(x);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            double[] bend = field.curvature(x, point, STEP * range);
            double step = 1e-5 * Math.min(point[0] - x, x - point[1]);
            double[] byValue = field.curvature(x, new double[] {point[0] + step, point[1]}, STEP * range);
            double[] byCost = field.curvature(x, new double[] {point[0], point[1] + step}, STEP * range);
            double a = (byValue[0] - bend[0]) / step;
            double b = (byCost[0] - bend[0]) / step;
            double c = (byValue[1] - bend[1]) / step;
            double d = (byCost[1] - bend[1]) / step;
            double determinant = a * d - b * c;
            double value = (d * bend[0] - b * bend[1]) / determinant;
            double cost = (a * bend[1] - c * bend[0]) / determinant;
            double most = 0.3 * Math.min(point[0] - x, x - point[1]);
            double damping = Math.min(1, most / Math.max(Math.abs(value), Math.abs(cost)));
            point = new double[] {point[0] - damping * value, point[1] - damping * cost};
        }
        return point;
    }

    /** The point at {@code x} at which both slopes are about 1.2, by repeated substitution in the two conditions. */
    private double[] sloping(double x) {
        double share = 0.1 * range / Math.max(market.buyers(), market.sellers());
        double[] point = {x + share, x - share};
        for (int i = 0; i < SUBSTITUTIONS; i++) {
            double[] distances = field.distances(point, SLOPE);
            point[0] += (x + distances[0] - point[0]) / 2;
            point[1] += (x - distances[1] - point[1]) / 2;
        }
        return point;
    }

    /**
     * The solution from {@code point} on, as far as a corner: offer, V, C, V' and C' in steps that shorten towards it; empty where a
     * type falls or it ends elsewhere.
     *
     * @param direction 1 towards higher offers, −1 towards lower ones
     */
    private List<double[]> follow(double from, double[] point, int direction) {
        List<double[]> nodes = new ArrayList<>();
        double x = from;
        double[] state = point;
        while (nodes.size() < MOST_STEPS) {
            double[] slopes = field.slopes(x, state[0], state[1]);
            if (!(slopes[0] > 0 && slopes[1] > 0)) {
                return List.of();
            }
            nodes.add(new double[] {x, state[0], state[1], slopes[0], slopes[1]});
            double left = left(x, state, slopes, direction);
            if (left <= NEAR * range) {
                return isCorner(x, state, direction) ? nodes : List.of();
            }
            double next = x + direction * Math.min(SHARE * left, range / 256);
            state = RULE.singleStep(new Equations(), x, state, next);
            x = next;
        }
        return List.of();
    }

    /** How far the offer can go, at these slopes, until it is somebody's type or a type is the last. */
    private double left(double x, double[] state, double[] slopes, int direction) {
        double offers = direction < 0
                ? (state[0] - x) / Math.max(slopes[0] - 1, 1e-9)
                : (x - state[1]) / Math.max(slopes[1] - 1, 1e-9);
        double types = direction < 0
                ? (state[1] - market.costs().lower()) / slopes[1]
                : (market.values().upper() - state[0]) / slopes[0];
        return Math.min(offers, types);
    }

    private boolean isCorner(double x, double[] state, int direction) {
        double offers = direction < 0 ? state[0] - x : x - state[1];
        double types = direction < 0
                ? state[1] - market.costs().lower()
                : market.values().upper() - state[0];
        return Math.max(offers, types) < CORNER * range;
    }

    private final class Equations implements FirstOrderDifferentialEquations {

        @Override
        public int getDimension() {
            return 2;
        }

        @Override
        public void computeDerivatives(double x, double[] point, double[] slopes) {
            double[] rates = field.slopes(x, point[0], point[1]);
            slopes[0] = rates[0];
            slopes[1] = rates[1];
        }
    }
}
