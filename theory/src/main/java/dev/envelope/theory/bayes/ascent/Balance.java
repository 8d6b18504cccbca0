package dev.envelope.theory.bayes.ascent;

import dev.envelope.theory.bayes.shooting.BidderKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The first-order conditions of a third-price auction among kinds of bidders, everything less the lowest type.
 *
 * <p>A bidder of kind k that raises its bid b by a little now also beats rivals at b, each of kind l with the chance λ_l = f_l·φ_l'/F_l
 * relative to that of their being below, and pays μ_kl then. So Σ_l (m_l − δ_kl)·λ_l·(φ_k − μ_kl) = 0 for every kind that bids, m_l
 * bidders of each. With the share Λ_kl = Σ_j (m_j − δ_jk − δ_jl)·λ_j by which the chance rises that all rivals but that one are below, μ_kl' = (b − μ_kl)·Λ_kl.
 */
final class Balance {

    /** No density is looked up nearer to an end than this, in units of the range of the kind. */
    private static final double INSIDE = 1e-15;

    private final List<BidderKind> kinds;
    private final double lowest;
    private final int[] active;
    private final int reference;

    /**
     * The conditions of those that bid.
     *
     * @param kinds all
     * @param active the indices of those of whom some types bid more
     * @param reference the index of the kind whose types are counted by
     */
    Balance(List<BidderKind> kinds, int[] active, int reference) {
        this.kinds = kinds;
        this.lowest = kinds.get(0).type().lower();
        this.active = active.clone();
        this.reference = reference;
    }

    /**
     * The point at which the reference kind is of type {@code type} where all F are powers: there types, prices and bid are proportional,
     * μ_kl = b·Λ_kl/(1 + Λ_kl).
     */
    AscentPoint start(double type) {
        int n = kinds.size();
        double[] rises = new double[n];
        for (int l = 0; l < n; l++) {
            rises[l] = rise(l, type, type);
        }
        double[] prices = new double[n * n];
        double[] types = new double[n];
        for (int k = 0; k < n; k++) {
            double weights = 0;
            for (int l = 0; l < n; l++) {
                double share = share(k, l, rises);
                double weight = (kinds.get(l).count() - (l == k ? 1 : 0)) * rises[l];
                prices[k * n + l] = isPair(k, l) ? share / (1 + share) : 0;
                types[k] += weight * prices[k * n + l];
                weights += weight;
            }
            types[k] /= weights;
        }
        double bid = type / types[reference];
        return new AscentPoint(
                bid,
                Arrays.stream(types).map(each -> each * bid).toArray(),
                Arrays.stream(prices).map(each -> each * bid).toArray());
    }

    int kinds() {
        return kinds.size();
    }

    int reference() {
        return reference;
    }

    /** The kinds whose types are searched for. */
    int[] others() {
        return IntStream.of(active).filter(k -> k != reference).toArray();
    }

    int[] active() {
        return active.clone();
    }

    /** Whether μ_kl matters: of a kind with one bidder none meets another. */
    boolean isPair(int k, int l) {
        return k != l || kinds.get(k).count() > 1;
    }

    /** λ of {@code kind}, per unit of the variable in which its type rises by {@code slope}. */
    double rise(int kind, double type, double slope) {
        double width = kinds.get(kind).type().upper() - lowest;
        double inside = lowest + Math.max(INSIDE * width, Math.min((1 - INSIDE) * width, type));
        return kinds.get(kind).type().density(inside)
                * slope
                / kinds.get(kind).type().cdf(inside);
    }

    /** Λ_kl of those λ. */
    double share(int k, int l, double[] rises) {
        double sum = 0;
        for (int j : active) {
            sum += (kinds.get(j).count() - (j == k ? 1 : 0) - (j == l ? 1 : 0)) * rises[j];
        }
        return sum;
    }

    /** What kind {@code k} gains per unit by bidding more; {@code prices} has μ_kl at k·K + l. */
    double gain(int k, double type, double[] rises, double[] prices) {
        double sum = 0;
        for (int l : active) {
            int met = kinds.get(l).count() - (l == k ? 1 : 0);
            sum += met > 0 ? met * rises[l] * (type - prices[k * kinds.size() + l]) : 0;
        }
        return sum;
    }
}
