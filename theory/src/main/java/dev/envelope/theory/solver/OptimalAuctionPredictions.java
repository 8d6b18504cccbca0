package dev.envelope.theory.solver;

import dev.envelope.theory.envelope.HighestVirtualValueWins;
import dev.envelope.theory.envelope.PayoffEquivalence;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.OptimalAuction;
import java.util.ArrayList;
import java.util.List;

/**
 * What follows from truth in the optimal auction, by quadrature.
 *
 * <p>An agent's ex ante payoff is ∫ q_i·(1 − F_i) with the q_i of {@link HighestVirtualValueWins}, the gains are
 * Σ E[q_i(X_i)·X_i], and revenue is what is left. Revenue counts payments only: with v0 &gt; 0, revenue + v0·P(no sale) =
 * E[max(ψ_1, …, ψ_n, v0)]. Gains and first best count the winner's value, not what the seller gives up. Checked by
 * {@code DirectSolverTest} and {@code ReferenceCasesTest}.
 */
record OptimalAuctionPredictions(OptimalAuction auction) {

    Predictions predictions() {
        PayoffEquivalence equivalence = new PayoffEquivalence(new HighestVirtualValueWins(auction));
        List<Double> surplus = new ArrayList<>();
        List<Double> gains = new ArrayList<>();
        double unsold = 1;
        for (int i = 0; i < auction.agents(); i++) {
            int alike = auction.types().indexOf(auction.types().get(i));
            surplus.add(alike < i ? surplus.get(alike) : equivalence.surplus(i));
            gains.add(alike < i ? gains.get(alike) : equivalence.gains(i));
            unsold *= auction.types().get(i).cdf(auction.reserve(i));
        }
        List<Double> payments = new ArrayList<>();
        for (int i = 0; i < gains.size(); i++) {
            payments.add(gains.get(i) - surplus.get(i));
        }
        double firstBest = EfficientAuctionPredictions.firstBest(auction.types());
        return new Predictions(sum(gains) - sum(surplus), sum(gains), firstBest, 1 - unsold, surplus, payments);
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }
}
