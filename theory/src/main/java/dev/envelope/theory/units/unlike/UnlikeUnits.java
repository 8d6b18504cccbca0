package dev.envelope.theory.units.unlike;

import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.PiecewiseCubicBid;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What bidders who want one of several units each bid where their values have different distributions and winners pay their own bid or the
 * lowest accepted one: the highest value of those who are outbid whatever it is, where no lower bid earns more ({@link PricedOut}), or what
 * first-order conditions lead to ({@link UnlikeUnitBids}).
 *
 * <p>The latter is given where no deviation that was found gains a bidder more than {@value #SMALL} of its stake: of how far its values, or
 * the bids that decide, are above the lowest bid that can win, whichever is less. So the values of others are no measure of it. Checked by
 * {@code UnlikeUnitBiddersTest}.
 */
public final class UnlikeUnits {

    private static final String OUTBID =
            "as many bidders as there are units outbid the others, whatever their values, rather than to risk a unit";
    private static final String CONDITIONS =
            "first-order conditions of bidders who want one unit each, from the highest bid down";

    /** Of bids in pieces, in units of the smallest stake. */
    private static final double ACCURACY = 1e-11;

    /** The gain, in units of a bidder's stake, up to which bids are given. */
    private static final double SMALL = 1e-6;

    private final UnitDemandAuction auction;
    private final BayesianGame game;
    private final List<ValueDistribution> types;
    private final UnitPricing pricing;
    private final double reserve;

    private UnlikeUnits(UnitDemandAuction auction, BayesianGame game) {
        this.auction = auction;
        this.game = game;
        this.types = game.types();
        this.pricing = auction.auction().pricing();
        this.reserve = auction.auction().reserve();
    }

    /**
     * The answer for {@code game}.
     *
     * @param auction the rules of the game, whose winners pay their own bid or the lowest accepted one
     * @param truth the sale to the highest values
     */
    public static Solution of(UnitDemandAuction auction, BayesianGame game, UnlikeUnitDemand truth) {
        UnlikeUnits units = new UnlikeUnits(auction, game);
        return units.pricedOut()
                .<Solution>map(found -> found)
                .or(() -> units.obstacle().map(NoEquilibrium::new))
                .orElseGet(() -> units.numeric(truth));
    }

    /** Bids of those whose values are so far above the others' that no lower bid earns more. */
    private Optional<Equilibrium> pricedOut() {
        return GainBound.obstacle(game).isPresent()
                ? Optional.empty()
                : PricedOut.of(types, auction.objects(), reserve)
                        .filter(bids -> bids.isBestReply(alpha()))
                        .map(this::pricedOut);
    }

    private Equilibrium pricedOut(PricedOut bids) {
        List<BidFunction> strategies = bids.strategies();
        return new Equilibrium(
                "the others' highest value",
                strategies,
                new UnitGains(game, strategies, bids.floor(), bids.price()).certificate(OUTBID),
                bids.predictions());
    }

    private double alpha() {
        return game.utility() instanceof ConstantRelativeRiskAversion crra ? crra.alpha() : 1;
    }

    /** Why there are no first-order conditions to follow, or nothing would bound what deviating from their solution gains. */
    private Optional<String> obstacle() {
        if (GainBound.obstacle(game).isPresent()) {
            return Optional.of(
                    "bids for units of risk-averse bidders whose values have different distributions are known where"
                            + " each winner pays its own bid; the auction is " + auction + ", the utility is "
                            + game.utility());
        }
        return UnlikeUnitBids.obstacle(types, auction.objects(), reserve, pricing)
                .map(expected -> "bids for units of bidders whose values have different distributions take " + expected
                        + farAbove() + "; the values are " + types);
    }

    /** How far above the others bidders have to be to outbid them whatever their values, where that is known. */
    private String farAbove() {
        return PricedOut.of(types, auction.objects(), reserve)
                .map(bids -> Map.entry(bids.price(), bids.enough(alpha())))
                .filter(bids -> Double.isFinite(bids.getValue()))
                .map(bids -> ", or " + auction.objects() + " whose values are all at least " + bids.getValue()
                        + ", so that they bid the others' highest value of " + bids.getKey())
                .orElse("");
    }

    private Solution numeric(UnlikeUnitDemand truth) {
        double least = Double.POSITIVE_INFINITY;
        for (UnlikeUnitBids bids :
                UnlikeUnitBids.candidates(types, auction.objects(), reserve, pricing, game.utility())) {
            List<BidFunction> strategies = strategies(bids);
            UnitGains gains = new UnitGains(game, strategies, bids.floor(), bids.highestBid());
            if (gains.foundShare() <= SMALL) {
                return new Equilibrium(
                        "asymmetric", strategies, gains.certificate(CONDITIONS), predictions(bids, truth));
            }
            least = Math.min(least, gains.foundShare());
        }
        return new NoEquilibrium(
                least < Double.POSITIVE_INFINITY
                        ? "what the first-order conditions of " + auction + " lead to leaves a bidder a gain of "
                                + least
                                + " of how far its values, or the bids that decide, are above the lowest one (expected: at most "
                                + SMALL + "); the values are " + types
                        : "the first-order conditions of " + auction
                                + " have no solution found, from a highest bid down, in which bids rise with values"
                                + besides() + "; the values are " + types);
    }

    /** Where paths are known to lose the lowest values. */
    private String besides() {
        double floor = UnlikeUnitBids.floor(types, auction.objects(), reserve);
        boolean isBesides = pricing == UnitPricing.LOWEST_ACCEPTED
                && types.stream().anyMatch(type -> type.lower() < floor)
                && types.stream().anyMatch(type -> type.lower() >= floor);
        return isBesides
                ? ", which where the lowest accepted bid is paid is hard to follow to the least bid, " + floor
                        + ", where some have values below it beside bidders without such"
                : "";
    }

    private List<BidFunction> strategies(UnlikeUnitBids bids) {
        List<BidFunction> strategies = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            int first = types.indexOf(types.get(i));
            strategies.add(first < i ? strategies.get(first) : strategy(bids, i));
        }
        return strategies;
    }

    private BidFunction strategy(UnlikeUnitBids bids, int bidder) {
        double accuracy = ACCURACY * (bids.highestBid() - bids.floor());
        return types.get(bidder).upper() > bids.cutOff()
                ? PiecewiseCubicBid.through(value -> bids.bid(bidder, value), accuracy, bids.knots(bidder))
                : value -> Mechanism.ABSTAIN;
    }

    /** Who wins pays its bid, or gains what the envelope theorem says, as a winner of the lowest value gains nothing. */
    private Predictions predictions(UnlikeUnitBids bids, UnlikeUnitDemand truth) {
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
