package dev.envelope.lab.reference.sale;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.auction.Format;
import dev.envelope.lab.reference.auction.PlayedAuction;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.List;
import java.util.stream.IntStream;

/** What an auction comes to over all bidders: revenue, welfare, sale, and the ends of the bids. */
final class AuctionTotals {

    static final Quantities<PlayedAuction> QUANTITIES = new Quantities<PlayedAuction>()
            .number(
                    (a, c) -> a.revenue(),
                    "expected_revenue",
                    "revenue",
                    "expected_seller_revenue",
                    "seller_revenue",
                    "expected_total_payment",
                    "expected_sum_of_payments")
            .number(
                    (a, c) -> a.gains(),
                    "expected_realised_surplus",
                    "expected_realized_surplus",
                    "realised_surplus",
                    "realized_surplus",
                    "expected_total_surplus",
                    "total_surplus",
                    "expected_social_surplus",
                    "expected_welfare",
                    "expected_social_welfare",
                    "welfare",
                    "expected_gains",
                    "expected_gains_from_trade",
                    "expected_value_of_winner",
                    "expected_winner_value",
                    "expected_winning_value")
            .number(
                    (a, c) -> a.saleProbability(),
                    "sale_probability",
                    "probability_of_sale",
                    "probability_sold",
                    "trade_probability")
            .number(
                    (a, c) -> 1 - a.saleProbability(),
                    "no_sale_probability",
                    "probability_of_no_sale",
                    "unsold_probability")
            .number(
                    (a, c) -> a.revenue() + sellerValue(c) * (1 - a.saleProbability()),
                    "expected_seller_payoff",
                    "expected_seller_utility",
                    "expected_seller_profit",
                    "expected_seller_surplus",
                    "seller_payoff")
            .number(
                    (a, c) -> efficiency(a),
                    "efficiency",
                    "expected_efficiency",
                    "relative_efficiency",
                    "gains_over_first_best",
                    "efficiency_ratio",
                    "welfare_ratio")
            .number(
                    (a, c) -> firstBest(a) - a.gains(),
                    "expected_welfare_loss",
                    "welfare_loss",
                    "deadweight_loss",
                    "expected_deadweight_loss",
                    "expected_efficiency_loss",
                    "expected_surplus_loss",
                    "lost_surplus")
            .number((a, c) -> 1 - efficiency(a), "inefficiency", "relative_inefficiency", "relative_efficiency_loss")
            .number(
                    (a, c) -> a.saleProbability() - a.misallocation(),
                    "probability_of_efficient_sale",
                    "probability_winner_highest_value")
            .number((a, c) -> efficientProbability(a), "probability_of_efficient_allocation")
            .number(
                    (a, c) -> bidders(a)
                            .mapToDouble(i -> 1 - a.types().get(i).cdf(a.cutOff(i)))
                            .sum(),
                    "expected_number_of_entrants",
                    "expected_number_of_active_bidders",
                    "expected_number_of_participants")
            .number(
                    (a, c) -> bidders(a).mapToDouble(i -> meanBid(a, i)).sum(),
                    "expected_sum_of_bids",
                    "expected_total_bids",
                    "expected_total_effort")
            .number(
                    (a, c) -> a.misallocation(),
                    "probability_winner_not_highest_value",
                    "misallocation_probability",
                    "probability_of_misallocation",
                    "inefficiency_probability",
                    "probability_of_inefficient_allocation",
                    "inefficient_allocation_probability")
            .number(
                    (a, c) -> bidders(a).mapToDouble(a::surplus).sum(),
                    "total_bidder_surplus",
                    "expected_total_bidder_surplus",
                    "total_expected_bidder_surplus",
                    "sum_of_bidder_surplus",
                    "bidders_total_surplus",
                    "expected_bidders_surplus",
                    "expected_total_bidder_utility",
                    "sum_of_bidder_utilities",
                    "expected_information_rent",
                    "total_information_rent",
                    "expected_informational_rent",
                    "total_informational_rent")
            .number(
                    (a, c) -> a.revenue() / a.saleProbability(),
                    "expected_price_given_sale",
                    "expected_price_conditional_on_sale",
                    "conditional_expected_price",
                    "expected_revenue_given_sale")
            .number(
                    (a, c) -> alwaysSold(a, c).revenue(),
                    "expected_price",
                    "expected_sale_price",
                    "expected_transaction_price")
            .number(
                    (a, c) -> highestBid(a),
                    "maximum_bid",
                    "highest_bid",
                    "top_bid",
                    "upper_bid",
                    "b_bar",
                    "bid_at_upper_end",
                    "max_bid",
                    "common_maximum_bid",
                    "bid_at_top")
            .number((a, c) -> lowestBid(a), "lowest_winning_bid", "minimum_winning_bid")
            .number((a, c) -> commonLowestBid(a), "lowest_bid", "minimum_bid", "bottom_bid", "common_minimum_bid");

    private AuctionTotals() {}

    /** What {@code bidder} bids on average, where it always does. */
    static double meanBid(PlayedAuction auction, int bidder) {
        ValueDistribution type = auction.types().get(bidder);
        if (auction.cutOff(bidder) > type.lower()) {
            throw new IllegalArgumentException("bids: none below " + auction.cutOff(bidder)
                    + " (expected: a bid of every type, for an average of bids)");
        }
        double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        return Expectation.of(type, type.lower(), type.upper(), 1e-12 * scale, List.of(), x -> auction.bid(bidder, x));
    }

    /** Prices where something may stay unsold are refused unless the case says whether they are given a sale. */
    private static PlayedAuction alwaysSold(PlayedAuction auction, ReferenceCase reference) {
        boolean isOfWinner = AuctionSetting.of(reference.setting()).formats().stream()
                .noneMatch(format -> Format.parse(format) == Format.ALL_PAY);
        if (auction.saleProbability() < 1 || !isOfWinner) {
            throw new IllegalArgumentException("quantity: " + reference.quantity()
                    + " (expected: expected_price_given_sale, or a sale for certain that only the winner pays for)");
        }
        return auction;
    }

    /** P(the object goes to whom it is worth most), where it always goes to somebody. */
    private static double efficientProbability(PlayedAuction auction) {
        if (auction.saleProbability() < 1) {
            throw new IllegalArgumentException(
                    "sale: not for certain (expected: probability_winner_highest_value, where it"
                            + " may stay unsold)");
        }
        return 1 - auction.misallocation();
    }

    private static IntStream bidders(PlayedAuction auction) {
        return IntStream.range(0, auction.types().size());
    }

    private static double highestBid(PlayedAuction auction) {
        return bidders(auction)
                .filter(i -> auction.cutOff(i) <= auction.types().get(i).upper())
                .mapToDouble(i -> auction.bid(i, auction.types().get(i).upper()))
                .max()
                .orElseThrow(() -> new IllegalArgumentException("maximum bid: nobody bids (expected: a bid)"));
    }

    /** The highest of the bidders' lowest bids: below it nobody can win. */
    private static double lowestBid(PlayedAuction auction) {
        return bidders(auction)
                .filter(i -> auction.cutOff(i) <= auction.types().get(i).upper())
                .mapToDouble(i -> auction.bid(i, auction.cutOff(i)))
                .max()
                .orElseThrow(() -> new IllegalArgumentException("lowest bid: nobody bids (expected: a bid)"));
    }

    /** The lowest bid, where it is the same for all who bid. */
    private static double commonLowestBid(PlayedAuction auction) {
        double highest = lowestBid(auction);
        double lowest = bidders(auction)
                .filter(i -> auction.cutOff(i) <= auction.types().get(i).upper())
                .mapToDouble(i -> auction.bid(i, auction.cutOff(i)))
                .min()
                .orElseThrow();
        if (highest - lowest > 1e-12 * Math.max(1, Math.abs(highest))) {
            throw new IllegalArgumentException("lowest bids: " + lowest + " to " + highest
                    + " (expected: one for all bidders, or the lowest winning bid)");
        }
        return highest;
    }

    private static double sellerValue(ReferenceCase reference) {
        return AuctionSetting.of(reference.setting()).sellerValue();
    }

    private static double efficiency(PlayedAuction auction) {
        double firstBest = firstBest(auction);
        return firstBest == 0 ? 1 : auction.gains() / firstBest;
    }

    /** E[max(0, X_1, …, X_n)]. */
    private static double firstBest(PlayedAuction auction) {
        return DesignQuantities.firstBest(auction.types());
    }
}
