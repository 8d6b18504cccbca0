package dev.envelope.theory.bayes.shooting;

import dev.envelope.theory.numeric.Interpolant;
import dev.envelope.theory.numeric.Kinks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The first-order conditions as differential equations for the ranks R_i(b) = F_i(φ_i(b)) of the types that bid b.
 *
 * <p>A type of kind i is content with b where H_i'/H_i is what {@link Stakes#growth} says, λ_i; H_i is the product of the other bidders'
 * ranks. With S = Σ n_j·λ_j/(N − 1) over the N bidders that bid around b, (ln R_i)' = S − λ_i (for the first price: Krishna, ch. 4.3). Kinds
 * that bid less are at rank 1, and join where λ_i ≤ S.
 */
final class FirstOrder {

    /** The error of a type, relative to the largest. */
    private static final double ACCURACY = 1e-10;

    private final List<BidderKind> kinds;
    private final Stakes stakes;
    private final List<DoubleUnaryOperator> types = new ArrayList<>();

    FirstOrder(List<BidderKind> kinds, Stakes stakes) {
        this.kinds = kinds;
        this.stakes = stakes;
        for (BidderKind kind : kinds) {
            List<Double> kinks =
                    kind.type().kinks().stream().map(kind.type()::cdf).toList();
            types.add(Interpolant.of(kind.type()::quantile, ACCURACY, Kinks.between(0, 1, kinks)));
        }
    }

    int kinds() {
        return kinds.size();
    }

    Stakes stakes() {
        return stakes;
    }

    BidderKind kind(int i) {
        return kinds.get(i);
    }

    /** φ_i, the type of kind {@code i} at a rank. */
    double type(int i, double rank) {
        return types.get(i).applyAsDouble(Math.max(0, Math.min(1, rank)));
    }

    /** H_i, the chance that a bid of kind {@code i} beats everybody else where types of these ranks bid the same. */
    double chance(int i, double[] ranks) {
        double chance = 1;
        for (int j = 0; j < ranks.length; j++) {
            for (int k = j == i ? 1 : 0; k < kinds.get(j).count(); k++) {
                chance *= ranks[j];
            }
        }
        return chance;
    }

    /** How much more kind {@code i} at its rank gets by winning with {@code bid} than by losing with it, in money. */
    double margin(int i, double bid, double[] ranks) {
        return stakes.margin(type(i, ranks[i]), bid);
    }

    /** What the type of kind {@code i} at its rank expects of {@code bid}. */
    double payoff(int i, double bid, double[] ranks) {
        return stakes.payoff(type(i, ranks[i]), bid, chance(i, ranks));
    }

    /** The derivatives of the ranks by the bid, 0 of those that do not bid; NaN where somebody that does would rather lose. */
    double[] slopes(double bid, double[] ranks, boolean[] isActive) {
        double[] growth = new double[ranks.length];
        double sum = 0;
        int bidders = 0;
        for (int i = 0; i < ranks.length; i++) {
            if (isActive[i]) {
                growth[i] = growth(i, bid, ranks);
                sum += kinds.get(i).count() * growth[i];
                bidders += kinds.get(i).count();
            }
        }
        double[] slopes = new double[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            slopes[i] = isActive[i] ? ranks[i] * (sum / (bidders - 1) - growth[i]) : 0;
        }
        return slopes;
    }

    /** Those that bid around {@code bid}, with those that already did: all whose λ does not exceed S. */
    boolean[] active(double bid, double[] ranks, boolean[] already) {
        double[] growth = new double[ranks.length];
        boolean[] isActive = new boolean[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            growth[i] = growth(i, bid, ranks);
            isActive[i] = already[i] || growth[i] >= 0;
        }
        for (int round = 0; round < ranks.length; round++) {
            int out = reluctant(growth, isActive, already);
            if (out < 0) {
                break;
            }
            isActive[out] = false;
        }
        return isActive;
    }

    /** The kind that most has to leave; −1 where none has. */
    private int reluctant(double[] growth, boolean[] isActive, boolean[] already) {
        double sum = 0;
        int bidders = 0;
        int most = -1;
        for (int i = 0; i < growth.length; i++) {
            if (isActive[i]) {
                sum += kinds.get(i).count() * growth[i];
                bidders += kinds.get(i).count();
                most = !already[i] && (most < 0 || growth[i] > growth[most]) ? i : most;
            }
        }
        return most >= 0 && (bidders < 2 || growth[most] * (bidders - 1) > sum) ? most : -1;
    }

    /** λ_i; NaN where winning is no better than losing, or no type is left. */
    private double growth(int i, double bid, double[] ranks) {
        double type = type(i, ranks[i]);
        return ranks[i] > 0 && stakes.margin(type, bid) > 0 ? stakes.growth(type, bid, chance(i, ranks)) : Double.NaN;
    }
}
