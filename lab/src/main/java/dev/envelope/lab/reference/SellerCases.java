package dev.envelope.lab.reference;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.file.BlockCases;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.theory.design.PostedPrices;
import dev.envelope.theory.distribution.ValueDistribution;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a seller compares: one more bidder with the optimal reserve, offers with an auction. */
final class SellerCases implements BlockCases {

    private static final List<String> ONE_MORE_BIDDER =
            List.of("second price, n+1 bidders, no reserve", "optimal auction, n bidders");

    private final Quantities<SellerWords> quantities = new Quantities<SellerWords>()
            .with(
                    (words, c) ->
                            Value.of(compared(c).stream().map(words::revenue).toList()),
                    "expected_revenues",
                    "revenues")
            .number(
                    (words, c) -> words.revenue(two(c).get(0)) - words.revenue(two(c).get(1)),
                    "revenue_difference",
                    "expected_revenue_difference",
                    "revenue_gap")
            .number(
                    (words, c) -> words.revenue(two(c).get(0)) / words.revenue(two(c).get(1)),
                    "revenue_ratio",
                    "expected_revenue_ratio")
            .number(
                    (words, c) -> words.revenue(mechanism(c)),
                    "optimal_expected_revenue",
                    "expected_revenue",
                    "optimal_revenue",
                    "revenue")
            .with(
                    (words, c) -> Value.of(words.offers(mechanism(c)).prices()),
                    "optimal_prices",
                    "optimal_offers",
                    "prices",
                    "offers")
            .number(
                    (words, c) -> words.posted(mechanism(c)).price(),
                    "optimal_price",
                    "optimal_posted_price",
                    "optimal_anonymous_price",
                    "price")
            .number((words, c) -> first(words, c), "first_price_offered", "first_offer", "optimal_first_price")
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
        AuctionSetting setting = AuctionSetting.of(reference.setting());
        if (setting.sellerValue() != 0) {
            throw reference.setting().wrong("seller_value", "0 in this block");
        }
        return quantities.of(new SellerWords(setting), reference);
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
        return setting.has("compare")
                ? Arrays.asList(setting.text("compare").split(" minus | over | divided by | vs\\.? | versus ", -1))
                : ONE_MORE_BIDDER;
    }

    private static List<String> two(ReferenceCase reference) {
        List<String> compared = compared(reference);
        if (compared.size() != 2) {
            throw reference.setting().wrong("compare", "two mechanisms");
        }
        return compared;
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
