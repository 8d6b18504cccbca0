package dev.envelope.theory.solver;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.units.UnitDemand;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Several identical units among alike bidders that want one each; checked by {@code UnitDemandTest}. */
final class UnitDemandSolver implements Solver {

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        return game.mechanism() instanceof UnitDemandAuction auction
                ? Optional.of(solution(auction, game))
                : Optional.empty();
    }

    private static Solution solution(UnitDemandAuction auction, BayesianGame game) {
        List<ValueDistribution> types = game.types();
        if (!types.stream().allMatch(types.get(0)::equals)) {
            return new NoEquilibrium("the equilibrium of several units is known where all bidders' values have the same"
                    + " distribution; these differ: " + types);
        }
        if (!game.isRiskNeutral()) {
            return new NoEquilibrium("the equilibrium of several units is known for risk-neutral bidders; the utility"
                    + " is " + game.utility());
        }
        return equilibrium(
                new UnitDemand(
                        types.get(0),
                        types.size(),
                        auction.auction().units(),
                        auction.auction().reserve()),
                auction.auction().pricing());
    }

    private static Equilibrium equilibrium(UnitDemand demand, UnitPricing pricing) {
        int n = demand.bidders();
        BidFunction bid = x -> x >= demand.cutOff() ? demand.bid(pricing, x) : Mechanism.ABSTAIN;
        boolean isDominant = pricing == UnitPricing.VICKREY || pricing == UnitPricing.HIGHEST_REJECTED;
        return new Equilibrium(
                isDominant ? "truthful (weakly dominant)" : "symmetric",
                Collections.nCopies(n, bid),
                Certificate.closedForm("Weber (1983); Krishna, Auction Theory, ch. 13"),
                new Predictions(
                                demand.revenue(),
                                demand.gains(),
                                new UnitDemand(demand.type(), n, demand.units(), 0).gains(),
                                demand.saleProbability(),
                                Collections.nCopies(n, demand.surplus()))
                        .withEqualPayments());
    }
}
