package dev.envelope.theory.equilibrium;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows from truth in the optimal auction, by quadrature.
 *
 * <p>An agent of type z wins with probability q_i(z) = Π_{j≠i} F_j(ψ_j^{-1}(ψ_i(z))) from z ≥ ψ_i^{-1}(v0) on; its ex ante
 * payoff is ∫ q_i·(1 − F_i), the gains are Σ E[q_i(X_i)·X_i], and revenue is what is left. Revenue counts payments only:
 * with v0 &gt; 0, revenue + v0·P(no sale) = E[max(ψ_1, …, ψ_n, v0)]. Gains and first best count the winner's value, not
 * what the seller gives up. Checked by {@code DirectSolverTest} and {@code ReferenceCasesTest}.
 */
record OptimalAuctionPredictions(OptimalAuction auction) {

    Predictions predictions() {
        List<Double> surplus = new ArrayList<>();
        double gains = 0;
        double unsold = 1;
        for (int i = 0; i < auction.agents(); i++) {
            double reserve = Math.min(auction.reserve(i), type(i).upper());
            surplus.add(surplus(i, reserve));
            gains += gains(i, reserve);
            unsold *= type(i).cdf(auction.reserve(i));
        }
        double revenue =
                gains - surplus.stream().mapToDouble(Double::doubleValue).sum();
        return new Predictions(
                revenue, gains, EfficientAuctionPredictions.firstBest(auction.types()), 1 - unsold, surplus);
    }

    private ValueDistribution type(int agent) {
        return auction.types().get(agent);
    }

    private double surplus(int agent, double reserve) {
        return Quadrature.integrate(
                z -> winProbability(agent, z) * (1 - type(agent).cdf(z)), breakpoints(agent, reserve));
    }

    private double gains(int agent, double reserve) {
        double[] ranks = breakpoints(agent, reserve);
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = type(agent).cdf(ranks[i]);
        }
        return Quadrature.integrate(
                rank -> {
                    double z = type(agent).quantile(rank);
                    return winProbability(agent, z) * z;
                },
                ranks);
    }

    private double winProbability(int agent, double z) {
        double virtual = type(agent).virtualValue(z);
        double probability = 1;
        for (int j = 0; j < auction.agents(); j++) {
            if (j != agent) {
                double equal = type(j).equals(type(agent)) ? z : type(j).inverseVirtualValue(virtual);
                probability *= type(j).cdf(equal);
            }
        }
        return probability;
    }

    /** The types of {@code agent} at which a rival begins or ceases to matter. */
    private double[] breakpoints(int agent, double reserve) {
        List<Double> kinks = new ArrayList<>();
        for (ValueDistribution rival : auction.types()) {
            kinks.add(type(agent).inverseVirtualValue(rival.virtualValue(rival.lower())));
            kinks.add(type(agent).inverseVirtualValue(rival.upper()));
        }
        return Kinks.between(reserve, type(agent).upper(), kinks);
    }
}
