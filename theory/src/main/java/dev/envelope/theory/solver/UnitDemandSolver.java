package dev.envelope.theory.solver;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.units.RiskAverseUnitDemand;
import dev.envelope.theory.units.UnitDemand;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import dev.envelope.theory.units.unlike.UnlikeUnitDemand;
import dev.envelope.theory.units.unlike.UnlikeUnits;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Several identical units among bidders that want one each: truth where the highest rejected bid is paid or Vickrey's payments are, whatever
 * the bidders; formulas where they are alike ({@link UnitDemand}, {@link RiskAverseUnitDemand}), numbers where they are not
 * ({@link UnlikeUnits}). One unit is the first-price auction. Checked by {@code UnitDemandTest}, {@code UnitDemandSolverTest} and
 * {@code UnlikeUnitBiddersTest}.
 */
final class UnitDemandSolver implements Solver {

    private static final String TRUTHFUL = "truthful (weakly dominant)";
    private static final String SOURCE = "Weber (1983); Krishna, Auction Theory, ch. 13";
    private static final String DOMINANT = "Vickrey (1961); Krishna, Auction Theory, ch. 13";
    private static final String RISK_AVERSE =
            "Krishna, Auction Theory, ch. 4.1 (Cox, Smith and Walker 1982), for one of several units";
    private static final String AMPLE = "no more bidders can pay the reserve than there are units";

    @Override
    public Optional<Solution> solve(BayesianGame game) {
        return game.mechanism() instanceof UnitDemandAuction auction
                ? Optional.of(solution(auction, game))
                : Optional.empty();
    }

    private static Solution solution(UnitDemandAuction auction, BayesianGame game) {
        List<ValueDistribution> types = game.types();
        UnitPricing pricing = auction.auction().pricing();
        double reserve = auction.auction().reserve();
        boolean areAlike = types.stream().allMatch(types.get(0)::equals);
        UnitDemand common = new UnitDemand(types.get(0), types.size(), auction.objects(), reserve);
        if (areAlike && game.isRiskNeutral()) {
            return alike(common, pricing);
        }
        UnlikeUnitDemand truth = new UnlikeUnitDemand(types, auction.objects(), reserve);
        if (isTruthful(pricing)) {
            return new Equilibrium(
                    TRUTHFUL,
                    Truth.forAllFrom(reserve, types.size()),
                    Certificate.closedForm(DOMINANT),
                    truth.predictions());
        }
        if (types.stream().filter(type -> type.upper() > reserve).count() <= auction.objects()) {
            return ample(types, truth, reserve);
        }
        if (auction.objects() == 1) {
            return Equilibria.of(new BayesianGame(
                    FirstPriceAuction.of(types.size(), OptionalDouble.of(reserve)), types, game.utility()));
        }
        if (areAlike) {
            return riskAverse(new RiskAverseUnitDemand(common, pricing, game.utility()));
        }
        return UnlikeUnits.of(auction, game, truth);
    }

    private static boolean isTruthful(UnitPricing pricing) {
        return pricing == UnitPricing.VICKREY || pricing == UnitPricing.HIGHEST_REJECTED;
    }

    private static Equilibrium alike(UnitDemand demand, UnitPricing pricing) {
        int n = demand.bidders();
        BidFunction bid = x -> x >= demand.cutOff() ? demand.bid(pricing, x) : Mechanism.ABSTAIN;
        return new Equilibrium(
                isTruthful(pricing) ? TRUTHFUL : "symmetric",
                Collections.nCopies(n, bid),
                Certificate.closedForm(SOURCE),
                new Predictions(
                                demand.revenue(),
                                demand.gains(),
                                new UnitDemand(demand.type(), n, demand.units(), 0).gains(),
                                demand.saleProbability(),
                                Collections.nCopies(n, demand.surplus()))
                        .withEqualPayments());
    }

    private static Equilibrium riskAverse(RiskAverseUnitDemand bids) {
        UnitDemand demand = bids.demand();
        int n = demand.bidders();
        BidFunction bid = x -> x >= demand.cutOff() ? bids.bid(x) : Mechanism.ABSTAIN;
        double revenue = bids.revenue();
        return new Equilibrium(
                "symmetric",
                Collections.nCopies(n, bid),
                Certificate.closedForm(RISK_AVERSE),
                new Predictions(
                                revenue,
                                demand.gains(),
                                new UnitDemand(demand.type(), n, demand.units(), 0).gains(),
                                demand.saleProbability(),
                                Collections.nCopies(n, (demand.gains() - revenue) / n))
                        .withEqualPayments());
    }

    /** Everybody who can pay the reserve bids it, and gets a unit, as with the highest rejected bid for a price. */
    private static Equilibrium ample(List<ValueDistribution> types, UnlikeUnitDemand truth, double reserve) {
        BidFunction bid = x -> x >= reserve ? reserve : Mechanism.ABSTAIN;
        return new Equilibrium(
                "the reserve",
                Collections.nCopies(types.size(), bid),
                Certificate.closedForm(AMPLE),
                truth.predictions());
    }
}
