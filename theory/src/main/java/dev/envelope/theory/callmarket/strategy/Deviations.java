package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.offer.OfferFunction;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.Support;
import dev.envelope.theory.numeric.Binomial;
import dev.envelope.theory.numeric.GaussLegendre;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What every bid earns a buyer in the k-double auction against the others' offer functions, and the best of them; a seller is a
 * buyer of the mirrored market.
 *
 * <p>Of the others only y(m) and y(m+1), the m-th and (m+1)-st lowest of their m + n − 1 offers, matter: a bid b trades where y(m)
 * &lt; b, at (1−k)·y(m) + k·min(b, y(m+1)). With their distribution functions H the payoff is (v − b)·H_m(b) + (1−k)·∫ H_m +
 * k·∫ H_{m+1} up to b. Only the rules and order statistics enter, no condition for an equilibrium. Checked against markets that
 * are played by {@code DeviationsTest}.
 */
final class Deviations {

    private static final int PIECES = 256;
    private static final int REFINEMENTS = 12;
    private static final int TYPES = 33;
    private static final int PEAKS = 2;
    private static final int GOLDEN_STEPS = 40;
    private static final double GOLDEN = 0.6180339887498949;
    private static final double[] POINTS = GaussLegendre.points(10);
    private static final double[] WEIGHTS = GaussLegendre.weights(10);

    private final Population market;
    private final double k;
    private final OfferFunction bids;
    private final OfferFunction asks;
    private final double[] edges;
    private final double[] areas;

    /** The chance to trade with a bid at each edge. */
    private final double[] chances;

    /** The others of a buyer among {@code market}'s traders. */
    Deviations(Population market, double k, OfferFunction bids, OfferFunction asks) {
        this.market = market;
        this.k = k;
        this.bids = bids;
        this.asks = asks;
        this.edges = edges();
        this.areas = new double[edges.length];
        this.chances =
                Arrays.stream(edges).map(x -> atLeast(market.buyers(), x)).toArray();
        for (int i = 1; i < edges.length; i++) {
            areas[i] = areas[i - 1] + area(edges[i - 1], edges[i]);
        }
    }

    /** The largest gain from a deviation of a buyer or a seller that is found, over types of evenly spaced ranks, those at kinks and bends, and between. */
    static double largestGain(Population market, double k, OfferFunction bids, OfferFunction asks) {
        return Math.max(
                new Deviations(market, k, bids, asks).largestGain(),
                new Deviations(market.mirrored(), 1 - k, asks.mirrored(), bids.mirrored()).largestGain());
    }

    /** The expected payoff of a buyer of value {@code value} who bids {@code bid}. */
    double payoff(double value, double bid) {
        return (value - bid) * atLeast(market.buyers(), bid) + areaUpTo(bid);
    }

    /** How much more the best bid found earns than the prescribed one; at least 0. */
    double gain(double value) {
        double prescribed = payoff(value, bids.offer(value));
        double[] payoffs = new double[edges.length];
        double best = Math.max(0, prescribed);
        for (int i = 0; i < edges.length; i++) {
            payoffs[i] = (value - edges[i]) * chances[i] + areas[i];
            best = Math.max(best, payoffs[i]);
        }
        for (int peak = 0; peak < PEAKS; peak++) {
            int highest = 0;
            for (int i = 1; i < payoffs.length; i++) {
                highest = payoffs[i] > payoffs[highest] ? i : highest;
            }
            best = Math.max(
                    best,
                    climb(value, edges[Math.max(0, highest - 1)], edges[Math.min(edges.length - 1, highest + 1)]));
            payoffs[highest] = Double.NEGATIVE_INFINITY;
        }
        return best - prescribed;
    }

    private double largestGain() {
        double largest = 0;
        for (double type : types()) {
            largest = Math.max(largest, gain(type));
        }
        return largest;
    }

    /** Types of evenly spaced ranks, at kinks and where bids bend, and in the middle between two of these. */
    private double[] types() {
        TreeSet<Double> types = new TreeSet<>();
        for (int i = 0; i < TYPES; i++) {
            types.add(market.values().quantile(i / (TYPES - 1.0)));
        }
        // Ranks do not lead to the upper edge of a gap between values, where a bid may be furthest from the best one.
        for (double kink : market.values().kinks()) {
            types.add(kink);
            types.add(Math.nextUp(kink));
        }
        bids.bends().forEach(bend -> types.add(bids.typeOf(bend)));
        for (double type : List.copyOf(types)) {
            Double next = types.higher(type);
            types.add(next == null ? type : type + (next - type) / 2);
        }
        Support support = Support.of(market.values());
        return types.stream()
                .filter(support::contains)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private double climb(double value, double from, double to) {
        double left = from;
        double right = to;
        double low = right - GOLDEN * (right - left);
        double high = left + GOLDEN * (right - left);
        double atLow = payoff(value, low);
        double atHigh = payoff(value, high);
        double best = Math.max(0, Math.max(atLow, atHigh));
        for (int i = 1; i < GOLDEN_STEPS; i++) {
            if (atLow >= atHigh) {
                right = high;
                high = low;
                atHigh = atLow;
                low = right - GOLDEN * (right - left);
                atLow = payoff(value, low);
            } else {
                left = low;
                low = high;
                atLow = atHigh;
                high = left + GOLDEN * (right - left);
                atHigh = payoff(value, high);
            }
            best = Math.max(best, Math.max(atLow, atHigh));
        }
        return best;
    }

    /** H_j({@code x}): at least {@code j} of the others' offers are at most x. */
    private double atLeast(int j, double x) {
        return Binomial.sumAtLeast(
                market.buyers() - 1,
                market.values().cdf(bids.typeOf(x)),
                market.sellers(),
                market.costs().cdf(asks.typeOf(x)),
                j);
    }

    /** (1−k)·∫ H_m + k·∫ H_{m+1} up to {@code x}. */
    private double areaUpTo(double x) {
        // Where offers are not numbers, no edge is.
        if (!(x > edges[0])) {
            return 0;
        }
        int i = Arrays.binarySearch(edges, x);
        int before = i >= 0 ? i : -i - 2;
        return areas[before] + area(edges[before], x);
    }

    private double area(double from, double to) {
        double sum = 0;
        for (int i = 0; i < POINTS.length; i++) {
            double x = from + (to - from) * POINTS[i];
            double density = (1 - k) * atLeast(market.buyers(), x);
            sum += WEIGHTS[i] * (k == 0 ? density : density + k * atLeast(market.buyers() + 1, x));
        }
        return sum * (to - from);
    }

    /** Even steps from the lowest offer to the highest, finer where the distribution of offers is not smooth. */
    private double[] edges() {
        List<Double> offers = new ArrayList<>(bends(market.values(), bids));
        offers.addAll(bends(market.costs(), asks));
        double low = offers.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = offers.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        for (double bend : List.copyOf(offers)) {
            double distance = (high - low) / PIECES;
            for (int i = 0; i < REFINEMENTS; i++) {
                distance /= 4;
                offers.add(bend - distance);
                offers.add(bend + distance);
            }
        }
        for (int i = 1; i < PIECES; i++) {
            offers.add(low + (high - low) * i / PIECES);
        }
        return Kinks.between(low, high, offers);
    }

    static List<Double> bends(ValueDistribution types, OfferFunction offers) {
        List<Double> bends = new ArrayList<>();
        bends.add(offers.offer(types.lower()));
        types.kinks().forEach(kink -> bends.add(offers.offer(kink)));
        bends.add(offers.offer(types.upper()));
        bends.addAll(offers.bends());
        return bends;
    }
}
