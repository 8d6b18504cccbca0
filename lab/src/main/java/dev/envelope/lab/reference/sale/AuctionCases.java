package dev.envelope.lab.reference.sale;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.auction.PlayedAuction;
import dev.envelope.lab.reference.auction.PlayedAuctions;
import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Auctions of one object among bidders with independent private values. */
public final class AuctionCases implements BlockCases {

    /** How far formats may be apart that a case holds to be the same, relative to the largest value. */
    private static final double SAME = 1e-9;

    private static final String[] AT = {"value", "x", "type", "v", "bid", "b", "bidder", "group", "interval", "flat"};

    private static final List<String> COMPARED =
            List.of("revenue_difference", "expected_revenue_difference", "revenue_gap", "revenue_ranking_difference");
    private static final Pattern FIRST_PRICE = Pattern.compile("first|fpa|fpsb");
    private static final Pattern SECOND_PRICE = Pattern.compile("second|spa|spsb|vickrey");

    private static final Pattern WITHOUT_SELLER =
            Pattern.compile(".*(welfare|efficien|total_surplus|social|misallocation|deadweight|gains|highest_value).*");

    private final PlayedAuctions played = new PlayedAuctions();

    private final Quantities<PlayedAuction> ofOneBidder = new Quantities<PlayedAuction>()
            .number((a, c) -> a.bid(bidder(a, c), value(a, c)), "equilibrium_bid", "bid", "bid_function")
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
                    "interim_bidder_payoff")
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

    @Override
    public Set<String> blocks() {
        return Set.of("symmetric_ipv", "risk_aversion", "optimal_auction", "ironing", "krishna_5_2", "asymmetric_fpa");
    }

    @Override
    public Value evaluate(ReferenceCase asked) {
        Optional<Value> ofFinitelyMany = FiniteAuction.of(asked);
        if (ofFinitelyMany.isPresent()) {
            return ofFinitelyMany.get();
        }
        ReferenceCase reference = ProfileQuantities.areMeant(asked)
                ? asked
                : Quantities.understood(
                        asked,
                        AuctionTotals.QUANTITIES,
                        ofOneBidder,
                        DesignQuantities.KNOWN,
                        RevenueVariance.QUANTITIES);
        // Krishna's exercise names its bidders' distributions by k as well.
        Fields.only(reference.setting(), AuctionSetting.FIELDS, "k");
        AuctionSetting setting = AuctionSetting.of(reference.setting());
        if (ProfileQuantities.areMeant(reference)) {
            Fields.only(reference.at(), "values", "types", "profile", "bidder");
            return agreed(
                    setting,
                    reference,
                    setting.formats().stream()
                            .map(format -> setting.with(format, setting.reserve()))
                            .map(one -> ProfileQuantities.of(one, played.of(one).get(0), reference))
                            .toList());
        }
        Fields.only(reference.at(), AT);
        if (COMPARED.contains(reference.quantity().name())) {
            return compared(setting, reference);
        }
        Optional<Value> designed = DesignQuantities.of(setting, reference);
        if (designed.isPresent()) {
            return designed.get();
        }
        if (setting.sellerValue() != 0
                && WITHOUT_SELLER.matcher(reference.quantity().name()).matches()) {
            throw new IllegalArgumentException("setting.seller_value: " + setting.sellerValue() + " (expected: 0, for "
                    + reference.quantity() + " may count it or not)");
        }
        if (RevenueVariance.QUANTITIES.know(reference)) {
            return agreed(
                    setting,
                    reference,
                    setting.formats().stream()
                            .map(format -> setting.with(format, setting.reserve()))
                            .map(one -> RevenueVariance.of(one, played.of(one).get(0), reference))
                            .toList());
        }
        Quantities<PlayedAuction> known =
                AuctionTotals.QUANTITIES.know(reference) ? AuctionTotals.QUANTITIES : ofOneBidder;
        if (!known.know(reference)) {
            throw reference.unknownQuantity(names());
        }
        return agreed(
                setting,
                reference,
                played.of(setting).stream().map(a -> known.of(a, reference)).toList());
    }

    /** What the first of two formats earns beyond the second, in the order in which brackets name them. */
    private Value compared(AuctionSetting setting, ReferenceCase reference) {
        String text = reference.quantity().text().toLowerCase(Locale.ROOT);
        Matcher first = FIRST_PRICE.matcher(text);
        Matcher second = SECOND_PRICE.matcher(text);
        boolean isNamed = first.find() && second.find();
        if (!isNamed) {
            throw new IllegalArgumentException("quantity: " + reference.quantity()
                    + " (expected: the two formats, as in (first_price - second_price))");
        }
        double difference = revenue(setting, "first_price") - revenue(setting, "second_price");
        return Value.of(first.start() < second.start() ? difference : -difference);
    }

    private double revenue(AuctionSetting setting, String format) {
        return played.of(setting.with(format, setting.reserve())).get(0).revenue();
    }

    /** The quantity in every format that the setting names; refused where they differ. */
    private static Value agreed(AuctionSetting setting, ReferenceCase reference, List<Value> values) {
        double scale = setting.types().stream()
                .mapToDouble(ValueDistribution::upper)
                .map(Math::abs)
                .max()
                .orElseThrow();
        for (Value value : values) {
            if (!(value.distance(values.get(0)) <= SAME * scale)) {
                throw new IllegalArgumentException("setting.mechanism: " + String.join("|", setting.formats())
                        + " (expected: formats with the same " + reference.quantity() + ", not " + values + ")");
            }
        }
        return values.get(0);
    }

    private List<String> names() {
        return Stream.of(
                        AuctionTotals.QUANTITIES.names(),
                        RevenueVariance.QUANTITIES.names(),
                        ofOneBidder.names(),
                        DesignQuantities.names())
                .flatMap(List::stream)
                .toList();
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
