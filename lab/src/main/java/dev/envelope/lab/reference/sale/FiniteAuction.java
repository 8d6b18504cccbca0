package dev.envelope.lab.reference.sale;

import dev.envelope.lab.reference.auction.Format;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One object among alike bidders of finitely many values, where truth is dominant: the second price, the best mechanism, and
 * posted prices. Ties are broken at random; who is indifferent to a price buys.
 *
 * @param type the distribution of a bidder's value
 * @param bidders how many
 * @param reserve the least winning value; minus infinity where there is none
 */
record FiniteAuction(DiscreteDistribution type, int bidders, double reserve) {

    private static final List<String> FIELDS = List.of(
            "mechanism",
            "format",
            "model",
            "value_distribution",
            "distribution",
            "n_bidders",
            "n",
            "n_agents",
            "n_buyers",
            "bidders",
            "reserve",
            "reserve_price");

    /** What is the same under every rule. */
    private static final Quantities<FiniteAuction> OF_VALUES = new Quantities<FiniteAuction>()
            .number((a, c) -> a.type.virtualValues().values().get(a.place(c)), "virtual_value", "virtual_valuation")
            .number((a, c) -> a.type.virtualValues().ironed().get(a.place(c)), "ironed_virtual_value")
            .number((a, c) -> a.best(), "optimal_reserve", "optimal_reserve_price", "monopoly_price")
            .with((a, c) -> Value.of(a.type.virtualValues().isRegular()), "is_regular", "regular")
            .number((a, c) -> a.type.mean(), "mean_value", "expected_value", "mean")
            .number((a, c) -> a.ranked(1), "expected_highest_value", "expected_maximum_value")
            .number((a, c) -> a.ranked(2), "expected_second_highest_value");

    private static final Quantities<FiniteAuction> SECOND_PRICE = new Quantities<FiniteAuction>()
            .number((a, c) -> a.type.points().get(a.place(c)), "equilibrium_bid", "bid")
            .number((a, c) -> a.revenue(), "expected_revenue", "revenue", "expected_seller_revenue")
            .number((a, c) -> a.gains(), "expected_welfare", "expected_realised_surplus", "expected_gains", "welfare")
            .number((a, c) -> 1 - a.unsold(), "sale_probability", "probability_of_sale", "trade_probability")
            .number((a, c) -> a.unsold(), "no_sale_probability", "probability_of_no_sale")
            .number(
                    (a, c) -> (a.gains() - a.revenue()) / a.bidders,
                    "ex_ante_utility",
                    "expected_bidder_utility",
                    "bidder_ex_ante_utility",
                    "ex_ante_bidder_utility",
                    "expected_bidder_surplus")
            .number((a, c) -> a.winProbability(a.value(c)), "interim_win_probability", "win_probability")
            .number((a, c) -> a.utility(a.value(c)), "interim_bidder_utility", "interim_utility")
            .number(
                    (a, c) -> a.winProbability(a.value(c)) * a.value(c) - a.utility(a.value(c)),
                    "interim_payment",
                    "interim_expected_payment");

    private static final Quantities<FiniteAuction> OPTIMAL = new Quantities<FiniteAuction>()
            .number(
                    (a, c) -> a.type.virtualValues().optimalRevenue(a.bidders),
                    "expected_revenue",
                    "revenue",
                    "optimal_expected_revenue",
                    "optimal_revenue");

    private static final Quantities<FiniteAuction> POSTED = new Quantities<FiniteAuction>()
            .number((a, c) -> a.posted(a.postedPrice()), "optimal_expected_revenue", "expected_revenue", "revenue")
            .number((a, c) -> a.postedPrice(), "optimal_price", "optimal_posted_price", "price")
            .number((a, c) -> a.someoneFrom(a.postedPrice()), "sale_probability", "probability_of_sale");

    private static final Quantities<FiniteAuction> OFFERS = new Quantities<FiniteAuction>()
            .number((a, c) -> a.offers(a.bidders), "optimal_expected_revenue", "expected_revenue", "revenue")
            .with(
                    (a, c) -> Value.of(IntStream.range(0, a.bidders)
                            .mapToObj(i -> a.offer(a.bidders - i))
                            .toList()),
                    "optimal_prices",
                    "optimal_offers",
                    "prices");

    /** The quantity of {@code reference}, where its bidders have finitely many values. */
    static Optional<Value> of(ReferenceCase reference) {
        Setting setting = reference.setting();
        String field = setting.has("distribution") ? "distribution" : "value_distribution";
        return setting.discrete(field).map(type -> of(reference, type));
    }

    private static Value of(ReferenceCase reference, DiscreteDistribution type) {
        Setting setting = reference.setting();
        Fields.only(setting, FIELDS);
        String number = Stream.of("n_bidders", "n", "n_agents", "n_buyers", "bidders")
                .filter(setting::has)
                .findFirst()
                .orElse("n_bidders");
        String reserve = setting.has("reserve") ? "reserve" : "reserve_price";
        int bidders = setting.count(number, 1);
        if (bidders < 1) {
            throw setting.wrong(number, "at least 1");
        }
        FiniteAuction auction = new FiniteAuction(type, bidders, setting.number(reserve, Double.NEGATIVE_INFINITY));
        return OF_VALUES.know(reference)
                ? OF_VALUES.of(auction, reference)
                : auction.byRules(setting.text("mechanism", setting.text("format", "")), reference);
    }

    private Value byRules(String mechanism, ReferenceCase reference) {
        String words = mechanism.toLowerCase(Locale.ROOT);
        boolean isAnonymous = words.contains("anonymous") && words.contains("posted price");
        boolean isOfOffers = words.startsWith("sequential take-it-or-leave-it offers");
        if (isAnonymous || isOfOffers) {
            requireNoReserve();
            return (isAnonymous ? POSTED : OFFERS).of(this, reference);
        }
        List<Format> formats = Arrays.stream(words.split("\\|", -1))
                .map(String::trim)
                .map(Format::parse)
                .distinct()
                .toList();
        if (formats.equals(List.of(Format.OPTIMAL))) {
            requireNoReserve();
            return OPTIMAL.of(this, reference);
        }
        if (formats.equals(List.of(Format.SECOND_PRICE))) {
            if (bidders == 1 && reserve < type.lower()) {
                throw reference.setting().wrong("reserve", "a reserve for a sole bidder");
            }
            return SECOND_PRICE.of(this, reference);
        }
        throw reference
                .setting()
                .wrong(
                        "mechanism",
                        "second_price, optimal or posted prices, where values are finitely many: of other"
                                + " auctions equilibria are mixed");
    }

    private void requireNoReserve() {
        if (reserve > Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "setting.reserve: " + reserve + " (expected: none, for the mechanism has its own)");
        }
    }

    /** P(X &lt; x). */
    private double below(double x) {
        return type.cdf(x) - type.mass(x);
    }

    private double unsold() {
        return StrictMath.pow(below(reserve), bidders);
    }

    /** E[max(X_(2), r); X_(1) ≥ r]; the second-highest value is at most x with F^n + n·(1 − F)·F^(n−1). */
    private double revenue() {
        double before = secondBelow(reserve);
        double soleBidder = before - unsold();
        double revenue = soleBidder == 0 ? 0 : reserve * soleBidder;
        for (double x : type.points()) {
            if (x >= reserve) {
                double upTo = second(type.cdf(x));
                revenue += x * (upTo - before);
                before = upTo;
            }
        }
        return revenue;
    }

    private double secondBelow(double x) {
        return second(below(x));
    }

    private double second(double f) {
        return StrictMath.pow(f, bidders) + bidders * (1 - f) * StrictMath.pow(f, bidders - 1.0);
    }

    /** E[X_(1); X_(1) ≥ r]. */
    private double gains() {
        DiscreteDistribution highest = type.orderStatistic(bidders, 1);
        return IntStream.range(0, highest.size())
                .filter(k -> highest.points().get(k) >= reserve)
                .mapToDouble(
                        k -> highest.points().get(k) * highest.probabilities().get(k))
                .sum();
    }

    /** Among m others of the same value one wins with 1/(m + 1): (F^n − F_−^n) / (n·P(x)). */
    private double winProbability(double x) {
        return x < reserve
                ? 0
                : (StrictMath.pow(type.cdf(x), bidders) - StrictMath.pow(below(x), bidders)) / (bidders * type.mass(x));
    }

    /** E[(x − max(Y, r))⁺], Y being the highest of the others' values: the area below P(Y ≤ y) from r to x. */
    private double utility(double x) {
        double utility = 0;
        for (int k = 0; k < type.size() && type.points().get(k) < x; k++) {
            double from = Math.max(reserve, type.points().get(k));
            double to = Math.min(x, type.points().get(k + 1));
            utility += Math.max(0, to - from)
                    * StrictMath.pow(type.cdf(type.points().get(k)), bidders - 1.0);
        }
        boolean isAlone = bidders == 1 && reserve < type.lower();
        return utility + (isAlone ? type.lower() - reserve : 0);
    }

    private double ranked(int rank) {
        return type.orderStatistic(bidders, rank).mean();
    }

    private double best() {
        return type.virtualValues().reserve(0);
    }

    /** P(somebody has at least {@code price}). */
    private double someoneFrom(double price) {
        return 1 - StrictMath.pow(below(price), bidders);
    }

    private double posted(double price) {
        return price * someoneFrom(price);
    }

    /** The best price for whoever is willing: one of the values. */
    private double postedPrice() {
        return type.points().stream()
                .reduce((one, other) -> posted(other) > posted(one) ? other : one)
                .orElseThrow();
    }

    /** R_k = max_p p·P(X ≥ p) + P(X &lt; p)·R_{k−1}, the value with k buyers left. */
    private double offers(int buyers) {
        double value = 0;
        for (int left = 1; left <= buyers; left++) {
            value = with(offer(left), value);
        }
        return value;
    }

    private double offer(int buyersLeft) {
        double later = buyersLeft == 1 ? 0 : offers(buyersLeft - 1);
        return type.points().stream()
                .reduce((one, other) -> with(other, later) > with(one, later) ? other : one)
                .orElseThrow();
    }

    private double with(double price, double later) {
        return price * (1 - below(price)) + below(price) * later;
    }

    private double value(ReferenceCase reference) {
        return type.points().get(place(reference));
    }

    private int place(ReferenceCase reference) {
        double value = BidderQuantities.value(reference);
        int place = type.points().indexOf(value);
        if (place < 0) {
            throw reference.at().wrong("value", "one of " + type.points());
        }
        return place;
    }
}
