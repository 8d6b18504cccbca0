package dev.envelope.lab.reference.units;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.PerBidder;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.preference.RiskNeutral;
import dev.envelope.theory.solver.Equilibria;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemandAuction;
import dev.envelope.theory.units.UnitPricing;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Units of which bidders want one each, who are not all alike or not risk neutral, in equilibrium.
 *
 * @param game the game
 * @param equilibrium its equilibrium
 */
record PlayedUnits(BayesianGame game, Equilibrium equilibrium) {

    private static final Quantities<PlayedUnits> QUANTITIES = new Quantities<PlayedUnits>()
            .number((p, c) -> p.bid(c), "equilibrium_bid", "bid")
            .number((p, c) -> p.value(c) - p.bid(c), "bid_shading", "shading")
            .number((p, c) -> p.highest(), "maximum_bid", "highest_bid")
            .number((p, c) -> p.predicted().revenue(), "expected_revenue", "revenue", "expected_seller_revenue")
            .number(
                    (p, c) -> p.predicted().gains(),
                    "expected_realised_surplus",
                    "expected_welfare",
                    "expected_gains",
                    "expected_total_surplus")
            .number(
                    (p, c) -> p.predicted().firstBestGains(),
                    "first_best_surplus",
                    "first_best_welfare",
                    "efficient_welfare")
            .number((p, c) -> p.predicted().efficiency(), "efficiency", "gains_over_first_best")
            .number((p, c) -> p.predicted().tradeProbability(), "sale_probability")
            .with(
                    (p, c) -> p.each(c, p.predicted().payments()),
                    "expected_payment",
                    "expected_payments",
                    "ex_ante_payment",
                    "expected_payment_per_bidder")
            .with(
                    (p, c) -> p.each(c, p.surplus(c)),
                    "bidder_ex_ante_utility",
                    "ex_ante_bidder_utility",
                    "ex_ante_utility",
                    "expected_bidder_utility",
                    "expected_bidder_surplus");

    static PlayedUnits of(AuctionSetting bidders, int units, UnitPricing pricing) {
        List<ValueDistribution> types = bidders.types();
        MultiUnitAuction auction =
                new MultiUnitAuction(units, pricing, bidders.reserve().orElse(0));
        BayesianGame game = new BayesianGame(new UnitDemandAuction(types.size(), auction), types, bidders.utility());
        Solution solution = Equilibria.of(game);
        if (solution instanceof NoEquilibrium none) {
            throw new IllegalArgumentException("setting: " + none.reason());
        }
        return new PlayedUnits(game, (Equilibrium) solution);
    }

    Value evaluated(ReferenceCase reference) {
        return QUANTITIES.of(this, reference);
    }

    private Predictions predicted() {
        return equilibrium.predictions();
    }

    private boolean areAlike() {
        return game.types().stream().allMatch(game.types().get(0)::equals);
    }

    /** The bidder meant, from 0; any where all are alike. */
    private int bidder(ReferenceCase reference) {
        int bidder = areAlike()
                ? 0
                : PerBidder.meant(reference)
                        .orElseThrow(() -> reference.at().wrong("bidder", "the bidder meant, from 1"));
        if (bidder < 0 || bidder >= game.types().size()) {
            throw reference.at().wrong("bidder", "1 to " + game.types().size());
        }
        return bidder;
    }

    private double value(ReferenceCase reference) {
        double value = reference.at().number("value");
        ValueDistribution type = game.types().get(bidder(reference));
        if (value < type.lower() || value > type.upper()) {
            throw reference.at().wrong("value", "a type, " + type.lower() + " to " + type.upper());
        }
        return value;
    }

    private double bid(ReferenceCase reference) {
        double bid = equilibrium.message(bidder(reference), value(reference));
        if (Double.isNaN(bid)) {
            throw reference.at().wrong("value", "a type that bids");
        }
        return bid;
    }

    private double highest() {
        return IntStream.range(0, game.types().size())
                .mapToDouble(i -> equilibrium.message(i, game.types().get(i).upper()))
                .filter(bid -> !Double.isNaN(bid))
                .max()
                .orElse(0);
    }

    private List<Double> surplus(ReferenceCase reference) {
        if (!(game.utility() instanceof RiskNeutral)) {
            throw reference.setting().wrong("utility", "risk neutral, for what bidders gain in utility");
        }
        return predicted().surplus();
    }

    private Value each(ReferenceCase reference, List<Double> numbers) {
        return areAlike() ? Value.of(numbers.get(0)) : PerBidder.of(reference, numbers);
    }
}
