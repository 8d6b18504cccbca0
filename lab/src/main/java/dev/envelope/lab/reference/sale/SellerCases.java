package dev.envelope.lab.reference.sale;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.words.Fields;
import dev.envelope.lab.reference.words.Quantities;
import dev.envelope.theory.design.PostedPrices;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a seller compares: one more bidder with the optimal reserve, offers with an auction. */
public final class SellerCases implements BlockCases {

    private static final List<String> ONE_MORE_BIDDER =
            List.of("second price, n+1 bidders, no reserve", "optimal auction, n bidders");

    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]+)]");

    private final Quantities<SellerWords> quantities = new Quantities<SellerWords>()
            .with(
                    (words, c) ->
                            Value.of(inOrder(c).stream().map(words::revenue).toList()),
                    "expected_revenues",
                    "revenues")
            .number(
                    (words, c) -> words.revenue(two(c).get(0)) - words.revenue(two(c).get(1)),
                    "revenue_difference",
                    "expected_revenue_difference",
                    "revenue_gap",
                    "gain_from_one_more_bidder",
                    "difference")
            .with(
                    (words, c) -> Value.of(words.revenue(two(c).get(0)) > words.revenue(two(c).get(1))),
                    "first_earns_more",
                    "bulow_klemperer_holds")
            .number(
                    (words, c) -> words.revenue(two(c).get(0)) / words.revenue(two(c).get(1)),
                    "revenue_ratio",
                    "expected_revenue_ratio",
                    "ratio")
            .number(
                    (words, c) -> words.revenue(oneOf(c)),
                    "optimal_expected_revenue",
                    "expected_revenue",
                    "optimal_revenue",
                    "revenue")
            .with(
                    (words, c) -> Value.of(words.offers(mechanism(c)).prices()),
                    "optimal_prices",
                    "optimal_offer_prices",
                    "optimal_price_sequence",
                    "optimal_offers",
                    "prices",
                    "offers",
                    "price_path")
            .number(
                    (words, c) -> price(words, c),
                    "optimal_price",
                    "optimal_posted_price",
                    "optimal_anonymous_price",
                    "price")
            .number((words, c) -> sellerPayoff(words, c), "expected_seller_payoff", "expected_seller_profit")
            .number(
                    (words, c) -> first(words, c),
                    "first_price_offered",
                    "first_offer_price",
                    "optimal_first_offer",
                    "first_offer",
                    "optimal_first_price",
                    "first_price",
                    "p1")
            .number((words, c) -> last(words, c), "last_price", "optimal_last_price", "last_offer")
            .number(
                    (words, c) -> words.revenue(mechanism(c)) / saleProbability(words, c),
                    "expected_price_given_sale",
                    "expected_revenue_given_sale")
            .number((words, c) -> gains(words, c), "expected_welfare", "expected_realised_surplus", "expected_gains")
            .number(
                    (words, c) -> gains(words, c)
                            / DesignQuantities.firstBest(words.setting().types()),
                    "efficiency",
                    "expected_efficiency",
                    "gains_over_first_best")
            .number(
                    (words, c) -> gains(words, c) - words.revenue(mechanism(c)),
                    "expected_total_buyer_surplus",
                    "expected_total_bidder_surplus",
                    "total_buyer_surplus",
                    "expected_buyer_surplus",
                    "expected_consumer_surplus")
            .number(
                    (words, c) -> DesignQuantities.firstBest(words.setting().types()) - gains(words, c),
                    "expected_welfare_loss",
                    "welfare_loss",
                    "expected_efficiency_loss")
            .number((words, c) -> 1 - saleProbability(words, c), "no_sale_probability", "probability_of_no_sale")
            .number(
                    (words, c) -> saleProbability(words, c),
                    "sale_probability",
                    "probability_of_sale",
                    "trade_probability");

    @Override
    public Set<String> blocks() {
        return Set.of("bulow_klemperer", "sequential_offers");
    }

    @Override
    public Value evaluate(ReferenceCase reference) {
        Optional<Value> ofFinitelyMany = FiniteAuction.of(reference);
        if (ofFinitelyMany.isPresent()) {
            return ofFinitelyMany.get();
        }
        Fields.only(reference.setting(), AuctionSetting.FIELDS, "compare", "prices", "offers", "price", "posted_price");
        return quantities.of(SellerWords.of(reference.setting()), reference);
    }

    private static String mechanism(ReferenceCase reference) {
        return reference.setting().text("mechanism");
    }

    /** What is compared: a list, or texts with " minus " or " over " between them. */
    private static List<String> compared(ReferenceCase reference) {
        Setting setting = reference.setting();
        if (setting.isList("compare")) {
            return setting.texts("compare");
        }
        return setting.has("compare") || setting.has("mechanism")
                ? Arrays.asList(setting.text("compare").split(" minus | over | divided by | vs\\.? | versus ", -1))
                : ONE_MORE_BIDDER;
    }

    /** What is compared, in the order in which brackets behind the quantity name it. */
    private static List<String> inOrder(ReferenceCase reference) {
        List<String> compared = compared(reference);
        List<String> named = named(reference);
        if (named.isEmpty()) {
            return compared;
        }
        if (named.size() != compared.size()) {
            throw reference.setting().wrong("compare", "as many mechanisms as " + named);
        }
        return named.stream().map(name -> meant(name, compared, reference)).toList();
    }

    /** The mechanism of the setting, or the one of those compared that brackets behind the quantity name. */
    private static String oneOf(ReferenceCase reference) {
        List<String> named = named(reference);
        return named.size() == 1 && !reference.setting().has("mechanism")
                ? meant(named.get(0), compared(reference), reference)
                : mechanism(reference);
    }

    private static List<String> named(ReferenceCase reference) {
        Matcher brackets = BRACKETS.matcher(reference.quantity().text().toLowerCase(Locale.ROOT));
        return brackets.find()
                ? Arrays.stream(brackets.group(1).split(",", -1))
                        .map(String::trim)
                        .toList()
                : List.of();
    }

    /** The one of {@code compared} in which all words of {@code name} are. */
    private static String meant(String name, List<String> compared, ReferenceCase reference) {
        List<String> fitting = compared.stream()
                .filter(text -> Arrays.asList(text.toLowerCase(Locale.ROOT).split("[ ,]+", -1))
                        .containsAll(Arrays.asList(name.split(" +", -1))))
                .toList();
        if (fitting.size() != 1) {
            throw new IllegalArgumentException("quantity: " + reference.quantity() + " (expected: names of " + compared
                    + " in brackets, not: " + name + ")");
        }
        return fitting.get(0);
    }

    /** The posted price, or that of one of several offers. */
    private static double price(SellerWords words, ReferenceCase reference) {
        String mechanism = mechanism(reference);
        if (words.isAnonymous(mechanism)) {
            return words.posted(mechanism).price();
        }
        List<Double> prices = words.offers(mechanism).prices();
        String whose = Stream.of("buyer", "bidder", "offer", "stage")
                .filter(reference.at()::has)
                .findFirst()
                .orElse("buyer");
        int index = reference.at().count(whose);
        if (index < 1 || index > prices.size()) {
            throw reference.at().wrong(whose, "1 to " + prices.size());
        }
        return prices.get(index - 1);
    }

    /** The revenue and what the object is worth where it is kept. */
    private static double sellerPayoff(SellerWords words, ReferenceCase reference) {
        return words.revenue(mechanism(reference))
                + words.setting().sellerValue() * (1 - saleProbability(words, reference));
    }

    private static List<String> two(ReferenceCase reference) {
        List<String> compared = compared(reference);
        if (compared.size() != 2) {
            throw reference.setting().wrong("compare", "two mechanisms");
        }
        return compared;
    }

    /** E[value of the buyer; sale]: every buyer meets its price while nobody before has bought. */
    private static double gains(SellerWords words, ReferenceCase reference) {
        if (words.setting().sellerValue() != 0) {
            throw reference.setting().wrong("seller_value", "0, for welfare may count it or not");
        }
        List<ValueDistribution> types = words.setting().types();
        if (words.isAnonymous(mechanism(reference))) {
            if (!words.setting().isSymmetric()) {
                throw reference
                        .setting()
                        .wrong("bidders", "alike buyers, for which of the willing gets it has to be said");
            }
            ValueDistribution type = types.get(0);
            double price = words.posted(mechanism(reference)).price();
            return saleProbability(words, reference) * above(type, price) / (1 - type.cdf(price));
        }
        List<Double> prices = words.offers(mechanism(reference)).prices();
        double unsold = 1;
        double gains = 0;
        for (int i = 0; i < types.size(); i++) {
            gains += unsold * above(types.get(i), prices.get(i));
            unsold *= types.get(i).cdf(prices.get(i));
        }
        return gains;
    }

    /** E[X; X ≥ price]. */
    private static double above(ValueDistribution type, double price) {
        double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        return Expectation.of(type, price, type.upper(), 1e-13 * scale, List.of(), x -> x);
    }

    private static double last(SellerWords words, ReferenceCase reference) {
        List<Double> prices = words.offers(mechanism(reference)).prices();
        return prices.get(prices.size() - 1);
    }

    private static double first(SellerWords words, ReferenceCase reference) {
        return words.offers(mechanism(reference)).prices().get(0);
    }

    private static double saleProbability(SellerWords words, ReferenceCase reference) {
        List<ValueDistribution> types = words.setting().types();
        double unsold = 1;
        if (words.isAnonymous(mechanism(reference))) {
            PostedPrices.Choice choice = words.posted(mechanism(reference));
            for (ValueDistribution type : types) {
                unsold *= type.cdf(choice.price());
            }
            return 1 - unsold;
        }
        PostedPrices.Offers offers = words.offers(mechanism(reference));
        for (int i = 0; i < types.size(); i++) {
            unsold *= types.get(i).cdf(offers.prices().get(i));
        }
        return 1 - unsold;
    }
}
