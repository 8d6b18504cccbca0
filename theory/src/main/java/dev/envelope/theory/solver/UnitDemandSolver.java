package dev.envelope.theory.solver;

import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.certificate.GainBound.Effort;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.FirstPriceAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.units.UnitDemand;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import dev.envelope.theory.units.unlike.PricedOut;
import dev.envelope.theory.units.unlike.UnlikeUnitBids;
import dev.envelope.theory.units.unlike.UnlikeUnitDemand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Several identical units among bidders that want one each: truth where the highest rejected bid is paid or Vickrey's payments are, whatever
 * the bidders; formulas where they are alike and risk neutral, or have the utility z^α and pay as they bid ({@link UnitDemand}), first-order conditions where they are not
 * ({@link UnlikeUnitBids}), given where no deviation that was found gains more than {@value #SMALL} of the range of values, or the highest value of those who are outbid whatever it is, where no lower bid earns more ({@link PricedOut}). One unit is the first-price auction. Checked by
 * {@code UnitDemandTest} and {@code UnitDemandSolverTest}.
 */
final class UnitDemandSolver implements Solver {

    private static final String TRUTHFUL = "truthful (weakly dominant)";
    private static final String SOURCE = "Weber (1983); Krishna, Auction Theory, ch. 13";
    private static final String DOMINANT = "Vickrey (1961); Krishna, Auction Theory, ch. 13";
    private static final String RISK_AVERSE =
            "Krishna, Auction Theory, ch. 4.1 (Cox, Smith and Walker 1982), with the chance to win one of several units";
    private static final String AMPLE = "no more bidders can pay the reserve than there are units";
    private static final String OUTBID =
            "as many bidders as there are units outbid the others, whatever their values, rather than to risk a unit";
    private static final String CONDITIONS =
            "first-order conditions of bidders who want one unit each, from the highest bid down";

    /** In units of the range of values, or of the highest. */
    private static final double ACCURACY = 1e-11;

    /** The gain, in units of the range of values, up to which bids are given. */
    private static final double SMALL = 1e-6;

    /** How far the search for a gain goes. */
    private static final Effort EFFORT = new Effort(1e-6, 1 << 13);

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
        if (areAlike
                && pricing == UnitPricing.DISCRIMINATORY
                && game.utility() instanceof ConstantRelativeRiskAversion crra) {
            return riskAverse(common, crra.alpha());
        }
        return pricedOut(auction, game)
                .<Solution>map(found -> found)
                .or(() -> obstacle(game, auction).map(NoEquilibrium::new))
                .orElseGet(() -> numeric(auction, game, truth));
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

    private static Equilibrium riskAverse(UnitDemand demand, double alpha) {
        int n = demand.bidders();
        BidFunction bid = x -> x >= demand.cutOff() ? demand.riskAverseBid(alpha, x) : Mechanism.ABSTAIN;
        double revenue = demand.riskAverseRevenue(alpha);
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

    /** Bids of those whose values are so far above the others' that no lower bid earns more. */
    private static Optional<Equilibrium> pricedOut(UnitDemandAuction auction, BayesianGame game) {
        if (GainBound.obstacle(game).isPresent()) {
            return Optional.empty();
        }
        return PricedOut.of(game.types(), auction.objects(), auction.auction().reserve())
                .filter(bids -> bids.isBestReply(alpha(game)))
                .map(bids -> {
                    List<BidFunction> strategies = bids.strategies();
                    return new Equilibrium(
                            "the others' highest value",
                            strategies,
                            Certificate.numeric(
                                    OUTBID,
                                    GainBound.of(game, strategies, EFFORT).found(),
                                    () -> Bounds.of(game, strategies)),
                            bids.predictions());
                });
    }

    private static double alpha(BayesianGame game) {
        return game.utility() instanceof ConstantRelativeRiskAversion crra ? crra.alpha() : 1;
    }

    private static double range(List<ValueDistribution> types) {
        double top = types.stream().mapToDouble(ValueDistribution::upper).max().orElseThrow();
        return top - types.stream().mapToDouble(ValueDistribution::lower).min().orElseThrow();
    }

    /** Why there are no first-order conditions to follow, or nothing would bound what deviating from their solution gains. */
    private static Optional<String> obstacle(BayesianGame game, UnitDemandAuction auction) {
        if (GainBound.obstacle(game).isPresent()) {
            return Optional.of(
                    "bids for units of risk-averse bidders are known where each winner pays its own bid and the"
                            + " utility is crra; the auction is " + auction + ", the utility is " + game.utility());
        }
        return UnlikeUnitBids.obstacle(
                        game.types(),
                        auction.objects(),
                        auction.auction().reserve(),
                        auction.auction().pricing())
                .map(expected -> "bids for units of bidders whose values have different distributions take " + expected
                        + farAbove(game, auction) + "; the values are " + game.types());
    }

    /** How far above the others bidders have to be to outbid them whatever their values, where that is known. */
    private static String farAbove(BayesianGame game, UnitDemandAuction auction) {
        return PricedOut.of(game.types(), auction.objects(), auction.auction().reserve())
                .map(bids -> Map.entry(bids.price(), bids.enough(alpha(game))))
                .filter(bids -> Double.isFinite(bids.getValue()))
                .map(bids -> ", or " + auction.objects() + " whose values are all at least " + bids.getValue()
                        + ", so that they bid the others' highest value of " + bids.getKey())
                .orElse("");
    }

    private static Solution numeric(UnitDemandAuction auction, BayesianGame game, UnlikeUnitDemand truth) {
        List<ValueDistribution> types = game.types();
        UnitPricing pricing = auction.auction().pricing();
        Optional<UnlikeUnitBids> found =
                UnlikeUnitBids.of(types, auction.objects(), auction.auction().reserve(), pricing, game.utility());
        if (found.isEmpty()) {
            return new NoEquilibrium("the first-order conditions of " + auction
                    + " have no solution found, from a highest bid down, in which bids rise with values; the values are "
                    + types);
        }
        List<BidFunction> strategies = new ArrayList<>();
        double range = range(types);
        for (int i = 0; i < types.size(); i++) {
            int first = types.indexOf(types.get(i));
            strategies.add(first < i ? strategies.get(first) : strategy(found.get(), i, types.get(i), range));
        }
        GainBound gain = GainBound.of(game, strategies, EFFORT);
        if (!(gain.found() <= SMALL * range)) {
            return new NoEquilibrium("what the first-order conditions of " + auction + " lead to leaves a gain of "
                    + gain.found() + ", more than " + SMALL + " of the range of values; these are " + types);
        }
        return new Equilibrium(
                "asymmetric",
                strategies,
                Certificate.numeric(CONDITIONS, gain.found(), () -> Bounds.of(game, strategies)),
                predictions(found.get(), types, pricing, truth));
    }

    private static BidFunction strategy(UnlikeUnitBids bids, int bidder, ValueDistribution type, double range) {
        return type.upper() > bids.cutOff()
                ? PiecewiseCubicBid.through(value -> bids.bid(bidder, value), ACCURACY * range, bids.knots(bidder))
                : value -> Mechanism.ABSTAIN;
    }

    /** Who wins pays its bid, or gains what the envelope theorem says, as a winner of the lowest value gains nothing. */
    private static Predictions predictions(
            UnlikeUnitBids bids, List<ValueDistribution> types, UnitPricing pricing, UnlikeUnitDemand truth) {
        List<Double> surplus = new ArrayList<>();
        List<Double> payments = new ArrayList<>();
        double revenue = 0;
        double gains = 0;
        for (int i = 0; i < types.size(); i++) {
            int first = types.indexOf(types.get(i));
            if (first == i) {
                double own = bids.gains(i);
                double paid = pricing == UnitPricing.DISCRIMINATORY ? bids.paidAsBid(i) : own - bids.envelope(i);
                payments.add(paid);
                surplus.add(own - paid);
            } else {
                payments.add(payments.get(first));
                surplus.add(surplus.get(first));
            }
            revenue += payments.get(i);
            gains += payments.get(i) + surplus.get(i);
        }
        return new Predictions(revenue, gains, truth.firstBest(), truth.saleProbability(), surplus, payments);
    }
}
