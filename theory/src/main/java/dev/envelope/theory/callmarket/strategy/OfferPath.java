package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.numeric.Bisection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The inverse offer functions V and C between the lowest and the highest offer that trades, as cubic pieces through values and
 * slopes. Who cannot trade offers the own type.
 */
final class OfferPath {

    private final Population market;
    private final double[] offers;
    private final double[][] types;
    private final double[][] slopes;

    private OfferPath(Population market, double[] offers, double[][] types, double[][] slopes) {
        this.market = market;
        this.offers = offers;
        this.types = types;
        this.slopes = slopes;
    }

    /**
     * The path through {@code nodes}: offers in increasing order, each with V, C, V' and C'; empty where it does not reach the
     * corners with all types that trade in between.
     */
    static Optional<OfferPath> of(Population market, List<double[]> nodes) {
        double[] offers = new double[nodes.size() + 2];
        double[][] types = new double[2][offers.length];
        double[][] slopes = new double[2][offers.length];
        for (int i = 1; i <= nodes.size(); i++) {
            double[] node = nodes.get(i - 1);
            offers[i] = node[0];
            for (int side = 0; side < 2; side++) {
                types[side][i] = node[1 + side];
                slopes[side][i] = node[3 + side];
            }
        }
        OfferPath path = new OfferPath(market, offers, types, slopes);
        return path.reachesCorners() ? Optional.of(path) : Optional.empty();
    }

    /** Adds the last bits to the corners as lines; whether all types are in between. */
    private boolean reachesCorners() {
        int last = offers.length - 1;
        double[] values = types[0];
        double[] costs = types[1];
        double bidSlope = secant(0, 1);
        double askSlope = secant(1, last - 2);
        offers[0] = offers[1] - (values[1] - offers[1]) / (bidSlope - 1);
        offers[last] = offers[last - 1] + (offers[last - 1] - costs[last - 1]) / (askSlope - 1);
        values[0] = offers[0];
        costs[0] = market.costs().lower();
        values[last] = market.values().upper();
        costs[last] = offers[last];
        for (int side = 0; side < 2; side++) {
            slopes[side][0] = (types[side][1] - types[side][0]) / (offers[1] - offers[0]);
            slopes[side][1] = slopes[side][0];
            slopes[side][last] = (types[side][last] - types[side][last - 1]) / (offers[last] - offers[last - 1]);
            slopes[side][last - 1] = slopes[side][last];
        }
        return bidSlope > 1
                && askSlope > 1
                && values[0] >= market.values().lower()
                && costs[last] <= market.costs().upper();
    }

    private double secant(int side, int i) {
        return (types[side][i + 1] - types[side][i]) / (offers[i + 1] - offers[i]);
    }

    OfferFunction bids() {
        return new Offers(0) {
            @Override
            public double offer(double type) {
                return type <= offers[0] ? type : offerOf(type);
            }

            @Override
            public double typeOf(double offer) {
                return offer <= offers[0] ? offer : typeAt(Math.min(offer, offers[offers.length - 1]));
            }
        };
    }

    OfferFunction asks() {
        return new Offers(1) {
            @Override
            public double offer(double type) {
                return type >= offers[offers.length - 1] ? type : offerOf(type);
            }

            @Override
            public double typeOf(double offer) {
                if (offer < offers[0]) {
                    return market.costs().lower() - 1;
                }
                return offer >= offers[offers.length - 1] ? offer : typeAt(offer);
            }
        };
    }

    /** One side's inverse between the corners. */
    private abstract class Offers implements OfferFunction {

        private final int side;

        Offers(int side) {
            this.side = side;
        }

        double typeAt(double offer) {
            int found = Arrays.binarySearch(offers, offer);
            return found >= 0 ? types[side][found] : cubic(-found - 2, offer);
        }

        double offerOf(double type) {
            int found = Arrays.binarySearch(types[side], type);
            if (found >= 0 || -found - 2 < 0 || -found - 1 > offers.length - 1) {
                return offers[Math.max(0, Math.min(offers.length - 1, found >= 0 ? found : -found - 1))];
            }
            int piece = -found - 2;
            return Bisection.first(offers[piece], offers[piece + 1], x -> cubic(piece, x) >= type);
        }

        private double cubic(int i, double offer) {
            double width = offers[i + 1] - offers[i];
            double t = (offer - offers[i]) / width;
            double s = 1 - t;
            return s * s * ((1 + 2 * t) * types[side][i] + t * width * slopes[side][i])
                    + t * t * ((1 + 2 * s) * types[side][i + 1] - s * width * slopes[side][i + 1]);
        }
    }
}
