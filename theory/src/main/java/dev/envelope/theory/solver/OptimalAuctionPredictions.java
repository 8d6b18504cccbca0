package dev.envelope.theory.solver;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.ironing.IronedVirtualValue;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows from truth in the optimal auction, by quadrature.
 *
 * <p>An agent of type z wins with probability q_i(z) from z ≥ ψ_i^{-1}(v0) on, which is Π_{j≠i} F_j(ψ_j^{-1}(ψ_i(z))) where no flat of an
 * ironed virtual value makes ties; its ex ante
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
        return Quadrature.integrate(
                z -> winProbability(agent, z) * z * type(agent).density(z), breakpoints(agent, reserve));
    }

    /** q_i(z): ∫_0^1 Π_j (P(ψ̄_j below) + u·P(ψ̄_j equal)) du, u being how z's lot compares with the others'. */
    private double winProbability(int agent, double z) {
        double virtual = auction.virtualValue(agent).at(z);
        double[] below = new double[auction.agents()];
        double[] equal = new double[auction.agents()];
        boolean isTied = false;
        for (int j = 0; j < auction.agents(); j++) {
            if (j == agent) {
                below[j] = 1;
                continue;
            }
            IronedVirtualValue rival = auction.virtualValue(j);
            boolean isAlike = rival.equals(auction.virtualValue(agent));
            Optional<IronedVirtualValue.Flat> flat = rival.flatOf(virtual);
            double from = flat.isPresent() ? flat.get().lo() : isAlike ? z : rival.inverse(virtual);
            below[j] = type(j).cdf(from);
            equal[j] = flat.isPresent() ? type(j).cdf(flat.get().hi()) - below[j] : 0;
            isTied |= flat.isPresent();
        }
        return isTied ? Quadrature.integrate(u -> product(below, equal, u), 0, 1) : product(below, equal, 0);
    }

    private static double product(double[] below, double[] equal, double u) {
        double product = 1;
        for (int j = 0; j < below.length; j++) {
            product *= below[j] + u * equal[j];
        }
        return product;
    }

    /** The types of {@code agent} at which a rival begins or ceases to matter. */
    private double[] breakpoints(int agent, double reserve) {
        List<Double> kinks = new ArrayList<>();
        IronedVirtualValue own = auction.virtualValue(agent);
        own.corners().forEach(kinks::add);
        for (int j = 0; j < auction.agents(); j++) {
            IronedVirtualValue rival = auction.virtualValue(j);
            if (!rival.equals(own)) {
                rival.corners().forEach(corner -> kinks.add(own.inverse(rival.at(corner))));
            }
        }
        return Kinks.between(reserve, type(agent).upper(), kinks);
    }
}
