package dev.envelope.theory.callmarket.strategy;

import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.numeric.Binomial;

/**
 * The first-order conditions of buyers and sellers in the k-double auction, solved for the slopes of their inverse offer functions
 * V and C (Satterthwaite &amp; Williams 1989; Rustichini, Satterthwaite &amp; Williams 1994).
 *
 * <p>With φ = F(V(x)) and γ = G(C(x)): (V − x)·[(m−1)·φ'·P(Bin(m−2, φ) + Bin(n, γ) = m−1) + n·γ'·R] = k·P(Bin(m−1, φ) + Bin(n, γ)
 * = m), and (x − C)·[m·φ'·R + (n−1)·γ'·P(Bin(m, φ) + Bin(n−2, γ) = m−1)] = (1−k)·P(Bin(m, φ) + Bin(n−1, γ) = m−1), where R =
 * P(Bin(m−1, φ) + Bin(n−1, γ) = m−1). For one of each these are (V − x)·γ' = k·γ and (x − C)·φ' = (1−k)·(1 − φ).
 */
record SmoothField(Population market, double k) {

    /** V' and C' at the offer {@code x}. */
    double[] slopes(double x, double value, double cost) {
        int m = market.buyers();
        int n = market.sellers();
        double below = market.values().cdf(value);
        double asks = market.costs().cdf(cost);
        double mixed = Binomial.sumEqual(m - 1, below, n - 1, asks, m - 1);
        double ownBids = (m - 1) * Binomial.sumEqual(m - 2, below, n, asks, m - 1);
        double ownAsks = (n - 1) * Binomial.sumEqual(m, below, n - 2, asks, m - 1);
        double buyer = k * Binomial.sumEqual(m - 1, below, n, asks, m) / (value - x);
        double seller = (1 - k) * Binomial.sumEqual(m, below, n - 1, asks, m - 1) / (x - cost);
        double determinant = ownBids * ownAsks - m * n * mixed * mixed;
        double bidsRate = (buyer * ownAsks - n * mixed * seller) / determinant;
        double asksRate = (ownBids * seller - m * mixed * buyer) / determinant;
        return new double[] {
            bidsRate / market.values().density(value), asksRate / market.costs().density(cost)
        };
    }

    /** V − x and x − C where both slopes were {@code slope} and the chances those at {@code point}. */
    double[] distances(double[] point, double slope) {
        int m = market.buyers();
        int n = market.sellers();
        double below = market.values().cdf(point[0]);
        double asks = market.costs().cdf(point[1]);
        double bidsRate = slope * market.values().density(point[0]);
        double asksRate = slope * market.costs().density(point[1]);
        double mixed = Binomial.sumEqual(m - 1, below, n - 1, asks, m - 1);
        double buyer = (m - 1) * bidsRate * Binomial.sumEqual(m - 2, below, n, asks, m - 1) + n * asksRate * mixed;
        double seller = m * bidsRate * mixed + (n - 1) * asksRate * Binomial.sumEqual(m, below, n - 2, asks, m - 1);
        return new double[] {
            k * Binomial.sumEqual(m - 1, below, n, asks, m) / buyer,
            (1 - k) * Binomial.sumEqual(m, below, n - 1, asks, m - 1) / seller
        };
    }

    /** V'' and C'' at a point, by steps of {@code step} along the solution through it. */
    double[] curvature(double x, double[] point, double step) {
        double[] after = slopesAfter(x, point, step);
        double[] before = slopesAfter(x, point, -step);
        return new double[] {(after[0] - before[0]) / (2 * step), (after[1] - before[1]) / (2 * step)};
    }

    private double[] slopesAfter(double x, double[] point, double step) {
        double[] first = slopes(x, point[0], point[1]);
        double[] second = slopesAt(x, point, first, step / 2);
        double[] third = slopesAt(x, point, second, step / 2);
        double[] fourth = slopesAt(x, point, third, step);
        double[] mean = {
            (first[0] + 2 * second[0] + 2 * third[0] + fourth[0]) / 6,
            (first[1] + 2 * second[1] + 2 * third[1] + fourth[1]) / 6
        };
        return slopesAt(x, point, mean, step);
    }

    private double[] slopesAt(double x, double[] point, double[] slopes, double step) {
        return slopes(x + step, point[0] + step * slopes[0], point[1] + step * slopes[1]);
    }
}
