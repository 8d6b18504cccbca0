package dev.envelope.lab.reference.units;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.lab.reference.words.PerBidder;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.units.DemandBids;
import dev.envelope.theory.units.IndependentDraws;
import dev.envelope.theory.units.MultiUnitAuction;
import dev.envelope.theory.units.UnitDemand;
import dev.envelope.theory.units.UnitPricing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Several identical units: given bids, unit demand in equilibrium, and marginal values that are ordered draws. */
public final class MultiUnitCases implements BlockCases {

    private static final double SAME = 1e-10;

    private final Quantities<GivenUnits> given = new Quantities<GivenUnits>()
            .with((g, c) -> each(g, c, i -> g.settled().payments().get(i)), "payments", "payment")
            .with(
                    (g, c) -> each(g, c, i -> g.settled().units().get(i)),
                    "allocation",
                    "units",
                    "units_won",
                    "quantities")
            .with(
                    (g, c) -> each(g, c, i -> g.outcome().payoff(i, g.values(c).of(i))),
                    "payoffs",
                    "payoff",
                    "utilities",
                    "utility",
                    "bidder_utilities",
                    "surpluses",
                    "bidder_payoffs",
                    "bidder_surpluses",
                    "bidder_surplus",
                    "profits")
            .number((g, c) -> g.outcome().revenue(), "revenue", "total_revenue", "seller_revenue", "total_payment")
            .number(
                    (g, c) -> g.price(c),
                    "price",
                    "clearing_price",
                    "uniform_price",
                    "market_clearing_price",
                    "price_per_unit")
            .number(
                    (g, c) -> g.welfare(c),
                    "welfare",
                    "efficient_welfare",
                    "total_value",
                    "total_welfare",
                    "total_surplus")
            .number((g, c) -> g.ranked(c, 0), "lowest_winning_bid", "lowest_accepted_bid")
            .number((g, c) -> g.ranked(c, 1), "highest_losing_bid", "highest_rejected_bid")
            .number((g, c) -> g.reduction(c).gain(), "demand_reduction_gain", "gain_from_demand_reduction");

    private final Quantities<Demand> unitDemand = new Quantities<Demand>()
            .number((d, c) -> d.game().bid(d.pricing(), active(d, c)), "equilibrium_bid", "bid")
            .number((d, c) -> d.game().revenue(), "expected_revenue", "revenue", "expected_seller_revenue")
            .number(
                    (d, c) -> d.game().gains(),
                    "expected_realised_surplus",
                    "expected_welfare",
                    "expected_gains",
                    "expected_total_surplus")
            .number((d, c) -> d.firstBest(), "first_best_surplus", "first_best_welfare", "efficient_welfare")
            .number((d, c) -> d.game().gains() / d.firstBest(), "efficiency", "gains_over_first_best")
            .number((d, c) -> d.game().interimUtility(value(d, c)), "interim_bidder_utility", "interim_utility")
            .number((d, c) -> d.game().interimPayment(value(d, c)), "interim_payment", "interim_expected_payment")
            .number((d, c) -> d.game().winProbability(value(d, c)), "win_probability", "interim_win_probability")
            .number(
                    (d, c) -> d.game().surplus(),
                    "bidder_ex_ante_utility",
                    "ex_ante_bidder_utility",
                    "ex_ante_utility",
                    "expected_bidder_utility",
                    "expected_bidder_surplus")
            .number((d, c) -> d.game().revenue() / d.game().bidders(), "expected_payment_per_bidder")
            .number((d, c) -> d.game().bid(d.pricing(), d.game().type().upper()), "maximum_bid", "highest_bid")
            .number((d, c) -> value(d, c) - d.game().bid(d.pricing(), active(d, c)), "bid_shading", "shading")
            .number((d, c) -> d.game().unitsSold(), "expected_units_sold")
            .number((d, c) -> d.game().revenue() / d.game().units(), "expected_revenue_per_unit")
            .number((d, c) -> d.game().saleProbability(), "sale_probability")
            .number((d, c) -> d.price(c), "expected_price", "expected_clearing_price", "expected_uniform_price");

    private final Quantities<Drawn> drawn = new Quantities<Drawn>()
            .number((d, c) -> d.revenue(), "expected_revenue", "revenue", "expected_seller_revenue")
            .number((d, c) -> d.gains(c), "expected_realised_surplus", "expected_welfare", "expected_gains")
            .number((d, c) -> d.draws().welfare(), "efficient_welfare", "first_best_welfare", "first_best_surplus")
            .number((d, c) -> d.gains(c) / d.draws().welfare(), "efficiency", "gains_over_first_best")
            .number(
                    (d, c) -> d.draws().welfare() - d.gains(c),
                    "expected_welfare_loss",
                    "welfare_loss",
                    "expected_efficiency_loss",
                    "expected_deadweight_loss")
            .number(
                    (d, c) -> (d.gains(c) - d.revenue()) / d.draws().bidders(),
                    "bidder_ex_ante_utility",
                    "ex_ante_bidder_utility",
                    "expected_bidder_utility",
                    "expected_bidder_surplus",
                    "expected_utility_per_bidder",
                    "expected_surplus_per_bidder",
                    "expected_payoff_per_bidder",
                    "expected_utility",
                    "ex_ante_utility");

    @Override
    public Set<String> blocks() {
        return Set.of("multi_unit");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        Setting setting = reference.setting();
        if (setting.has("demand_bids")) {
            Fields.only(setting, "mechanism", "units", "k", "supply", "demand_bids", "reports", "reserve");
            DemandBids bids = new DemandBids(setting.rows("demand_bids"));
            return agreed(reference, pricing -> given.of(GivenUnits.of(bids, auction(setting, pricing)), reference));
        }
        Optional<IndependentDraws> draws = UnitsSpelling.draws(setting);
        if (draws.isPresent()) {
            Fields.only(
                    setting,
                    "mechanism",
                    "units",
                    "n_bidders",
                    "n",
                    "bidders",
                    "values",
                    "value_distribution",
                    "strategies");
            return agreed(
                    reference,
                    pricing -> drawn.of(
                            new Drawn(draws.get(), pricing, UnitsSpelling.isFirstUnitOnly(setting, pricing)),
                            reference));
        }
        return ofUnitDemand(reference);
    }

    private Value ofUnitDemand(ReferenceCase reference) {
        Setting setting = reference.setting();
        Fields.only(
                setting,
                "mechanism",
                "model",
                "units",
                "k",
                "supply",
                "n_bidders",
                "n",
                "bidders",
                "value_distribution",
                "value_distributions",
                "reserve",
                "demand",
                "utility");
        if (!UnitsSpelling.isUnitDemand(setting)) {
            throw setting.wrong("mechanism", "bids, unit demand, or marginal values that are order statistics");
        }
        if (Stream.of("n_bidders", "n", "bidders", "value_distributions").noneMatch(setting::has)) {
            throw setting.wrong("n_bidders", "the number of bidders");
        }
        AuctionSetting bidders = AuctionSetting.of(setting);
        int units = Fields.count(setting, "units", "k", "supply");
        return bidders.isSymmetric() && bidders.isRiskNeutral()
                ? agreed(reference, pricing -> unitDemand.of(Demand.of(bidders, units, pricing), reference))
                : agreed(
                        reference,
                        pricing -> PlayedUnits.of(bidders, units, pricing).evaluated(reference));
    }

    /** The quantity under every pricing that is meant; refused where they differ. */
    private static Value agreed(ReferenceCase reference, Function<UnitPricing, Value> quantity) {
        List<Value> values = UnitsSpelling.pricings(reference.setting()).stream()
                .map(quantity)
                .toList();
        Value first = values.get(0);
        for (Value other : values) {
            if (!(first.distance(other) <= SAME * Math.max(1, first.magnitude()))) {
                throw reference.setting().wrong("mechanism", "one pricing, for " + reference.quantity() + " differs");
            }
        }
        return first;
    }

    private static MultiUnitAuction auction(Setting setting, UnitPricing pricing) {
        return new MultiUnitAuction(
                Fields.count(setting, "units", "k", "supply"), pricing, setting.number("reserve", 0));
    }

    private static double value(Demand demand, ReferenceCase reference) {
        double value = reference.at().number("value");
        ValueDistribution type = demand.game().type();
        if (value < type.lower() || value > type.upper()) {
            throw reference.at().wrong("value", "a type, " + type.lower() + " to " + type.upper());
        }
        return value;
    }

    private static double active(Demand demand, ReferenceCase reference) {
        double value = value(demand, reference);
        if (value < demand.game().cutOff()) {
            throw reference
                    .at()
                    .wrong("value", "a type that bids, from " + demand.game().cutOff() + " on");
        }
        return value;
    }

    /** One number per bidder, or that of the bidder meant. */
    private static Value each(GivenUnits game, ReferenceCase reference, IntToDoubleFunction number) {
        return PerBidder.of(
                reference,
                IntStream.range(0, game.bids().bidders())
                        .mapToObj(number::applyAsDouble)
                        .toList());
    }

    /** Unit demand in equilibrium. */
    private record Demand(UnitDemand game, UnitPricing pricing) {

        static Demand of(AuctionSetting bidders, int units, UnitPricing pricing) {
            return new Demand(
                    new UnitDemand(
                            bidders.types().get(0),
                            bidders.types().size(),
                            units,
                            bidders.reserve().orElse(0)),
                    pricing);
        }

        double firstBest() {
            return new UnitDemand(game.type(), game.bidders(), game.units(), 0).gains();
        }

        double price(ReferenceCase reference) {
            if (pricing.isUniform() && game.reserve() <= game.type().lower() && !game.isAmple()) {
                return game.revenue() / game.units();
            }
            throw reference.setting().wrong("mechanism", "a uniform price at which all units are sold");
        }
    }

    /** Marginal values that are ordered draws, and what is bid for them. */
    private record Drawn(IndependentDraws draws, UnitPricing pricing, boolean isFirstUnitOnly) {

        double revenue() {
            return isFirstUnitOnly ? draws.firstUnitRevenue(pricing) : draws.truthfulRevenue(pricing);
        }

        double gains(ReferenceCase reference) {
            if (!isFirstUnitOnly) {
                return draws.welfare();
            }
            if (draws.bidders() < draws.units()) {
                throw reference.setting().wrong("strategies", "bids above 0 for as many units as there are");
            }
            return draws.firstUnitRevenue(UnitPricing.DISCRIMINATORY);
        }
    }
}
