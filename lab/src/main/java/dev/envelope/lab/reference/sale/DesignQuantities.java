package dev.envelope.lab.reference.sale;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.design.Comparisons;
import dev.envelope.theory.design.PostedPrices;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.composite.OrderStatistic;
import dev.envelope.theory.ironing.IronedVirtualValue;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What can be said of bidders' distributions before a format is chosen: virtual values, reserves, order statistics. */
final class DesignQuantities {

    static final Quantities<AuctionSetting> KNOWN = new Quantities<AuctionSetting>()
            .number(
                    (a, c) -> reserve(a, c),
                    "optimal_reserve",
                    "optimal_reserve_price",
                    "monopoly_reserve",
                    "monopoly_price",
                    "myerson_reserve",
                    "individual_reserve",
                    "reserve_price",
                    "reserve",
                    "optimal_individual_reserve")
            .with(
                    (a, c) -> reserves(a),
                    "optimal_reserves",
                    "reserves",
                    "reserve_prices",
                    "individual_reserves",
                    "optimal_individual_reserves")
            .number(
                    (a, c) -> Comparisons.commonReserve(a.types()).price(),
                    "optimal_common_reserve",
                    "best_common_reserve",
                    "optimal_common_reserve_price")
            .number(
                    (a, c) -> Comparisons.commonReserve(a.types()).revenue(),
                    "optimal_common_reserve_revenue",
                    "expected_revenue_at_optimal_common_reserve",
                    "expected_revenue_with_optimal_common_reserve",
                    "revenue_with_optimal_common_reserve",
                    "revenue_at_optimal_common_reserve")
            .number(
                    (a, c) -> Revenues.of(OptimalAuction.of(a.types(), a.sellerValue()), a.types()),
                    "optimal_expected_revenue",
                    "optimal_revenue",
                    "myerson_revenue",
                    "maximal_expected_revenue")
            .number(
                    (a, c) -> PostedPrices.anonymous(List.of(type(a, c))).revenue(),
                    "monopoly_revenue",
                    "monopoly_profit")
            .number((a, c) -> type(a, c).virtualValue(inside(a, c)), "virtual_value", "virtual_valuation")
            .number(
                    (a, c) -> IronedVirtualValue.of(type(a, c)).at(inside(a, c)),
                    "ironed_virtual_value",
                    "ironed_virtual_valuation")
            .number(
                    (a, c) -> onlyFlat(a, c).value(),
                    "ironed_virtual_value_on_the_flat",
                    "ironed_virtual_value_on_flat",
                    "virtual_value_on_the_flat")
            .with(
                    (a, c) -> Value.of(onlyFlat(a, c).lo(), onlyFlat(a, c).hi()),
                    "ironing_interval_in_values",
                    "ironing_interval",
                    "ironed_interval")
            .number((a, c) -> onlyFlat(a, c).lo(), "ironing_interval_lower_end", "ironing_interval_lo")
            .number((a, c) -> onlyFlat(a, c).hi(), "ironing_interval_upper_end", "ironing_interval_hi")
            .with(
                    (a, c) -> Value.of(
                            type(a, c).cdf(onlyFlat(a, c).lo()),
                            type(a, c).cdf(onlyFlat(a, c).hi())),
                    "ironing_interval_in_quantiles",
                    "ironing_interval_in_probabilities")
            .number(
                    (a, c) -> IronedVirtualValue.of(type(a, c)).flats().size(),
                    "number_of_ironing_intervals",
                    "number_of_ironed_intervals")
            .with((a, c) -> Value.of(type(a, c).isRegular()), "is_regular", "regular", "distribution_is_regular")
            .number((a, c) -> type(a, c).virtualCost(inside(a, c)), "virtual_cost")
            .number((a, c) -> type(a, c).hazardRate(inside(a, c)), "hazard_rate")
            .number((a, c) -> type(a, c).cdf(BidderQuantities.value(c)), "cdf")
            .number((a, c) -> type(a, c).density(BidderQuantities.value(c)), "density", "pdf")
            .number((a, c) -> type(a, c).mean(), "mean_value", "expected_value", "mean")
            .number(
                    (a, c) -> firstBest(a.types()),
                    "first_best",
                    "first_best_surplus",
                    "first_best_welfare",
                    "first_best_expected_gains",
                    "efficient_surplus",
                    "expected_first_best_surplus")
            .number(
                    (a, c) -> ranked(a, 1),
                    "expected_highest_value",
                    "expected_maximum_value",
                    "expected_max_value",
                    "expected_highest_order_statistic")
            .number((a, c) -> ranked(a, 2), "expected_second_highest_value", "expected_second_highest")
            .number((a, c) -> ranked(a, 3), "expected_third_highest_value")
            .number((a, c) -> ranked(a, a.types().size()), "expected_lowest_value", "expected_minimum_value");

    private DesignQuantities() {}

    /** The quantity of {@code reference}, where it is one of these. */
    static Optional<Value> of(AuctionSetting setting, ReferenceCase reference) {
        return KNOWN.know(reference) ? Optional.of(KNOWN.of(setting, reference)) : Optional.empty();
    }

    /** Every name. */
    static List<String> names() {
        return KNOWN.names();
    }

    /** E[max(0, X_1, …, X_n)]: what the second-price auction realises that sells whatever is worth something. */
    static double firstBest(List<ValueDistribution> types) {
        return Revenues.predictions(SecondPriceAuction.of(types.size(), OptionalDouble.of(0)), types)
                .firstBestGains();
    }

    /** Without regularity the best reserve of a standard auction depends on the number of bidders. */
    private static double reserve(AuctionSetting setting, ReferenceCase reference) {
        String format = setting.formats().get(0);
        boolean isStandard = !format.isEmpty() && !format.contains("optimal") && !format.contains("myerson");
        if (isStandard && reference.quantity().name().startsWith("reserve")) {
            throw new IllegalArgumentException("quantity: " + reference.quantity()
                    + " (expected: optimal_reserve, or optimal_common_reserve where bidders differ)");
        }
        boolean isAnswered = reference.quantity().name().startsWith("optimal_reserve")
                && setting.types().size() > 1;
        if (isStandard && isAnswered && !type(setting, reference).isRegular()) {
            if (!setting.isSymmetric() || setting.sellerValue() != 0) {
                throw new IllegalArgumentException(
                        "setting.mechanism: a standard auction of values that are not regular (expected: bidders that are"
                                + " alike and a seller_value of 0, for its best reserve)");
            }
            return Comparisons.commonReserve(setting.types()).price();
        }
        double reserve = OptimalAuction.of(List.of(type(setting, reference)), setting.sellerValue())
                .reserve(0);
        if (Double.isInfinite(reserve)) {
            throw new IllegalArgumentException("setting.seller_value: " + setting.sellerValue()
                    + " (expected: at most the highest value, for above it no reserve sells)");
        }
        return reserve;
    }

    private static Value reserves(AuctionSetting setting) {
        OptimalAuction auction = OptimalAuction.of(setting.types(), setting.sellerValue());
        return Value.of(java.util.stream.IntStream.range(0, auction.agents())
                .mapToObj(auction::reserve)
                .toList());
    }

    private static ValueDistribution type(AuctionSetting setting, ReferenceCase reference) {
        return setting.types().get(BidderQuantities.bidder(setting.types(), reference));
    }

    private static double inside(AuctionSetting setting, ReferenceCase reference) {
        double value = BidderQuantities.value(reference);
        ValueDistribution type = type(setting, reference);
        if (value < type.lower() || value > type.upper()) {
            throw new IllegalArgumentException("at.value: " + value + " (expected: a value of the support ["
                    + type.lower() + ", " + type.upper() + "])");
        }
        return value;
    }

    private static IronedVirtualValue.Flat onlyFlat(AuctionSetting setting, ReferenceCase reference) {
        List<IronedVirtualValue.Flat> flats =
                IronedVirtualValue.of(type(setting, reference)).flats();
        if (flats.size() == 1) {
            return flats.get(0);
        }
        int index = reference.at().count("interval", reference.at().count("flat", 0));
        if (index < 1 || index > flats.size()) {
            throw new IllegalArgumentException(
                    "ironing intervals: " + flats.size() + " (expected: one, or at.interval to say which, from 1 on)");
        }
        return flats.get(index - 1);
    }

    /** E[the k-th highest value] of alike bidders. */
    private static double ranked(AuctionSetting setting, int rank) {
        if (!setting.isSymmetric()) {
            if (rank == 1) {
                return Revenues.expectedHighest(setting.types());
            }
            throw new IllegalArgumentException(
                    "bidders: " + setting.types() + " (expected: the same distribution for all, for this quantity)");
        }
        return new OrderStatistic(setting.types().get(0), setting.types().size(), rank).mean();
    }
}
