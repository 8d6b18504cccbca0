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
 * <p>An agent's ex ante payoff is ∫ q_i·(1 − F_i) with the q_i of {@link HighestVirtualValueWins}, what the winner has is worth
 * Σ E[q_i(X_i)·X_i], and revenue is what is left. Revenue counts payments only: revenue + v0·P(no sale) = E[max(ψ_1, …, ψ_n, v0)].
 * Gains count what the seller gives up: Σ E[q_i(X_i)·(X_i − v0)] of at most E[max(0, max X − v0)], so that they are the surplus of
 * the bidders and the revenue less v0·P(sale). Checked by {@code SellerValueTest}, {@code DirectSolverTest} and {@code ReferenceCasesTest}.
 */
record OptimalAuctionPredictions(OptimalAuction auction) {

    /** By what share gains may exceed the most there are, for they are other integrals. */
    private static final double ROUNDING = 1e-9;

    Predictions predictions() {
        PayoffEquivalence equivalence = new PayoffEquivalence(new HighestVirtualValueWins(auction));
        List<Double> surplus = new ArrayList<>();
        List<Double> worth = new ArrayList<>();
        List<Double> gains = new ArrayList<>();
        double unsold = 1;
        for (int i = 0; i < auction.agents(); i++) {
            int alike = auction.types().indexOf(auction.types().get(i));
            surplus.add(alike < i ? surplus.get(alike) : equivalence.surplus(i));
            worth.add(alike < i ? worth.get(alike) : equivalence.gains(i));
            gains.add(
                    alike < i
                            ? gains.get(alike)
                            : auction.sellerValue() == 0 ? worth.get(i) : equivalence.gains(i, auction.sellerValue()));
            unsold *= auction.types().get(i).cdf(auction.reserve(i));
        }
        List<Double> payments = new ArrayList<>();
        for (int i = 0; i < worth.size(); i++) {
            payments.add(worth.get(i) - surplus.get(i));
        }
        double firstBest = EfficientAuctionPredictions.firstBest(auction.types(), auction.sellerValue());
        boolean isRounded = Math.abs(sum(gains) - firstBest) <= ROUNDING * Math.abs(firstBest);
        double realised = isRounded ? Math.min(sum(gains), firstBest) : sum(gains);
        return new Predictions(sum(worth) - sum(surplus), realised, firstBest, 1 - unsold, surplus, payments);
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }
}
