package dev.envelope.lab.reference.sale;

import dev.envelope.lab.reference.auction.PlayedAuction;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.PerBidder;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What one bidder does and expects: at its value, before it knows it, and bidder by bidder. */
public final class BidderQuantities {

    static final Quantities<PlayedAuction> QUANTITIES = new Quantities<PlayedAuction>()
            .number(
                    (a, c) -> a.bid(bidder(a, c), value(a, c)),
                    "equilibrium_bid",
                    "bid",
                    "bid_function",
                    "equilibrium_bid_function",
                    "equilibrium_strategy",
                    "bidding_strategy")
            .number((a, c) -> value(a, c) - a.bid(bidder(a, c), value(a, c)), "bid_shading", "shading", "markdown")
            .number((a, c) -> a.bid(bidder(a, c), value(a, c)) / value(a, c), "bid_value_ratio", "bid_to_value_ratio")
            .number((a, c) -> AuctionTotals.meanBid(a, bidder(a, c)), "expected_bid", "expected_bid_of_bidder")
            .with((a, c) -> each(a, c, a::winProbability), "win_probabilities", "ex_ante_win_probabilities")
            .with((a, c) -> each(a, c, a::surplus), "ex_ante_utilities", "expected_utilities", "expected_surpluses")
            .with((a, c) -> each(a, c, a::payment), "ex_ante_payments", "expected_bidder_payments")
            .number((a, c) -> a.payment(bidder(a, c)), "expected_payment_per_bidder", "expected_revenue_per_bidder")
            .number(
                    (a, c) -> inverse(a, bidder(a, c), c.at().number(c.at().has("b") ? "b" : "bid")),
                    "inverse_bid",
                    "inverse_equilibrium_bid",
                    "inverse_bid_function")
            .number((a, c) -> a.surplus(one(a, c)), "expected_surplus")
            .number(
                    (a, c) -> a.cutOff(bidder(a, c)),
                    "entry_cutoff_value",
                    "entry_cutoff",
                    "entry_cutoff_type",
                    "cutoff_value",
                    "cutoff_type",
                    "cutoff",
                    "participation_threshold")
            .number(
                    (a, c) -> a.utility(bidder(a, c), value(a, c)),
                    "interim_bidder_utility",
                    "interim_utility",
                    "interim_expected_utility",
                    "interim_surplus",
                    "interim_expected_surplus",
                    "interim_payoff",
                    "interim_expected_payoff",
                    "interim_bidder_surplus",
                    "interim_bidder_payoff",
                    "interim_rent",
                    "interim_informational_rent",
                    "interim_information_rent")
            .number(
                    (a, c) -> a.payment(bidder(a, c), value(a, c)),
                    "interim_payment",
                    "interim_expected_payment",
                    "interim_bidder_payment")
            .number(
                    (a, c) -> a.winProbability(bidder(a, c), value(a, c)),
                    "interim_win_probability",
                    "interim_probability_of_winning",
                    "interim_winning_probability",
                    "interim_allocation_probability")
            .number(
                    (a, c) -> a.payment(bidder(a, c), value(a, c)) / a.winProbability(bidder(a, c), value(a, c)),
                    "expected_payment_given_win",
                    "expected_payment_conditional_on_winning",
                    "interim_payment_given_win")
            .number(
                    (a, c) -> isInterim(c) ? a.payment(bidder(a, c), value(a, c)) : a.payment(bidder(a, c)),
                    "expected_payment",
                    "expected_bidder_payment",
                    "bidder_expected_payment",
                    "payment")
            .number(
                    (a, c) ->
                            isInterim(c) ? a.winProbability(bidder(a, c), value(a, c)) : a.winProbability(bidder(a, c)),
                    "win_probability",
                    "probability_of_winning",
                    "winning_probability")
            .number(
                    (a, c) -> isInterim(c) ? a.utility(bidder(a, c), value(a, c)) : a.surplus(bidder(a, c)),
                    "expected_utility",
                    "expected_bidder_utility",
                    "bidder_expected_utility",
                    "bidder_utility",
                    "expected_bidder_surplus",
                    "bidder_surplus",
                    "expected_profit",
                    "expected_payoff",
                    "expected_bidder_payoff")
            .number(
                    (a, c) -> 1 - a.types().get(bidder(a, c)).cdf(a.cutOff(bidder(a, c))),
                    "entry_probability",
                    "probability_of_entry",
                    "participation_probability")
            .number((a, c) -> a.payment(bidder(a, c)), "ex_ante_payment", "ex_ante_expected_payment")
            .number((a, c) -> a.winProbability(bidder(a, c)), "ex_ante_win_probability")
            .number(
                    (a, c) -> a.surplus(bidder(a, c)),
                    "ex_ante_utility",
                    "ex_ante_bidder_utility",
                    "ex_ante_expected_utility",
                    "bidder_ex_ante_utility",
                    "bidder_ex_ante_surplus",
                    "ex_ante_surplus",
                    "ex_ante_bidder_surplus",
                    "ex_ante_payoff");

    private BidderQuantities() {}

    private static Value each(PlayedAuction auction, ReferenceCase reference, IntToDoubleFunction of) {
        return PerBidder.of(
                reference,
                IntStream.range(0, auction.types().size())
                        .mapToObj(of::applyAsDouble)
                        .toList());
    }

    private static boolean isInterim(ReferenceCase reference) {
        return Stream.of("value", "x", "type", "v").anyMatch(reference.at()::has);
    }

    /** The value at which the quantity is asked for. */
    public static double value(ReferenceCase reference) {
        Setting at = reference.at();
        return Stream.of("value", "x", "type", "v")
                .filter(at::has)
                .findFirst()
                .map(at::number)
                .orElseGet(() -> at.number("value"));
    }

    /** The value at which the bidder is asked about, which it must be able to have. */
    private static double value(PlayedAuction auction, ReferenceCase reference) {
        double value = value(reference);
        ValueDistribution type = auction.types().get(bidder(auction, reference));
        if (value < type.lower() || value > type.upper()) {
            throw new IllegalArgumentException(
                    "at.value: " + value + " (expected: from " + type.lower() + " to " + type.upper() + ")");
        }
        return value;
    }

    /** The value at which the equilibrium bid is the given one. */
    private static double inverse(PlayedAuction auction, int bidder, double bid) {
        double from = auction.cutOff(bidder);
        double to = auction.types().get(bidder).upper();
        if (!(from < to) || bid < auction.bid(bidder, from) || bid > auction.bid(bidder, to)) {
            throw new IllegalArgumentException("at.bid: " + bid + " (expected: a bid that is made)");
        }
        return Bisection.first(from, to, x -> auction.bid(bidder, x) >= bid);
    }

    /** The bidder meant; without one a surplus might be everybody's. */
    private static int one(PlayedAuction auction, ReferenceCase reference) {
        boolean isNamed = reference.quantity().agent().isPresent()
                || reference.quantity().text().contains("bidder")
                || reference.at().has("bidder");
        if (!isNamed || isInterim(reference)) {
            throw new IllegalArgumentException("quantity: " + reference.quantity()
                    + " (expected: whose, _of_bidder_NUMBER, before values are known)");
        }
        return bidder(auction, reference);
    }

    private static int bidder(PlayedAuction auction, ReferenceCase reference) {
        return bidder(auction.types(), reference);
    }

    /** The bidder meant, from 0: by its number in the quantity or in {@code at}, or the first of its group. */
    public static int bidder(List<ValueDistribution> types, ReferenceCase reference) {
        Setting at = reference.at();
        int bidder = 0;
        if (reference.quantity().agent().isPresent()) {
            bidder = reference.quantity().agent().getAsInt();
        } else if (at.has("bidder")) {
            bidder = at.count("bidder") - 1;
        } else if (at.has("group")) {
            bidder = firstOfGroup(at.count("group"), reference.setting());
        } else if (!types.stream().allMatch(types.get(0)::equals)) {
            throw at.wrong("bidder", "the number of a bidder, for they differ");
        }
        if (bidder < 0 || bidder >= types.size()) {
            throw at.wrong("bidder", "1 to " + types.size());
        }
        return bidder;
    }

    private static int firstOfGroup(int group, Setting setting) {
        List<Setting> groups = setting.objects("bidders");
        if (group < 1 || group > groups.size()) {
            throw setting.wrong("bidders", "a group " + group);
        }
        return groups.subList(0, group - 1).stream()
                .mapToInt(earlier -> earlier.count("count", 1))
                .sum();
    }
}
