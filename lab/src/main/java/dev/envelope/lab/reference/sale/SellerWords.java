package dev.envelope.lab.reference.sale;

import dev.envelope.lab.reference.auction.AuctionSetting;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.theory.design.PostedPrices;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.OptimalAuction;
import dev.envelope.theory.mechanism.SecondPriceAuction;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A seller's mechanisms in words, such as "second price, n+1 bidders, no reserve" or "sequential take-it-or-leave-it offers",
 * for the bidders of a setting. Words that name no known mechanism are refused.
 *
 * @param setting who bids
 * @param offered the prices of sequential offers, where the setting states them instead of the best ones
 * @param price the posted price, where the setting states it
 */
record SellerWords(AuctionSetting setting, List<Double> offered, OptionalDouble price) {

    private static final Pattern NUMBER =
            Pattern.compile("\\bn\\s*(?<sign>[+-])\\s*(?<more>[0-9]{1,4})|\\b(?<number>[0-9]{1,4}) (bidders?|buyers?)");
    private static final Pattern ANONYMOUS =
            Pattern.compile("anonymous|posted price|(same|common|identical|uniform|single) (take.*offer|price)");
    private static final Pattern SEQUENTIAL = Pattern.compile("sequential|take[- ]it[- ]or[- ]leave[- ]it");
    private static final Pattern OPTIMAL = Pattern.compile("optimal (auction|mechanism)|^optimal\\b|myerson");
    private static final Pattern SECOND = Pattern.compile("second[- _]price|english|vickrey");
    private static final Pattern FIRST = Pattern.compile("first[- _]price|dutch");
    private static final Pattern NO_RESERVE = Pattern.compile("\\b(no|without( a)?|zero) reserve");
    private static final Pattern BEST_RESERVE =
            Pattern.compile("(optimal|monopoly|best|myerson) reserve|reserve (of|at) the monopoly price");
    private static final Pattern LISTED = Pattern.compile("(this|given|listed|stated) order|in order");

    /** The bidders and prices that {@code setting} states. */
    static SellerWords of(Setting setting) {
        String prices = setting.has("prices") ? "prices" : "offers";
        String price = setting.has("price") ? "price" : "posted_price";
        return new SellerWords(
                AuctionSetting.of(setting),
                setting.has(prices) ? setting.numbers(prices) : List.of(),
                setting.optional(price));
    }

    /** What the mechanism of {@code words} earns. */
    double revenue(String words) {
        String plain = plain(words);
        List<ValueDistribution> types = types(plain);
        if (isAnonymous(words)) {
            return posted(words).revenue();
        }
        if (SEQUENTIAL.matcher(plain).find()) {
            return offers(words).revenue();
        }
        boolean isPriced = SECOND.matcher(plain).find()
                || (FIRST.matcher(plain).find() && types.stream().allMatch(types.get(0)::equals));
        requireNoPrices(words, offered, "offers");
        if (price.isPresent()) {
            throw wrong(words, "a posted price, which setting.price is for");
        }
        if (isPriced) {
            return Revenues.of(SecondPriceAuction.of(types.size(), reserve(plain, types)), types);
        }
        if (OPTIMAL.matcher(plain).find()) {
            return Revenues.of(OptimalAuction.of(types, setting.sellerValue()), types);
        }
        throw wrong(words, "an optimal auction, a second-price auction, sequential offers or a posted price");
    }

    /** Whether {@code words} are of one price for everybody. */
    boolean isAnonymous(String words) {
        return ANONYMOUS.matcher(plain(words)).find();
    }

    /** The best anonymous price. */
    PostedPrices.Choice posted(String words) {
        if (!isAnonymous(words)) {
            throw wrong(words, "an anonymous posted price");
        }
        requireNoPrices(words, offered, "a posted price");
        List<ValueDistribution> types = types(plain(words));
        if (price.isPresent()) {
            double unsold = 1;
            for (ValueDistribution type : types) {
                unsold *= type.cdf(price.getAsDouble());
            }
            return new PostedPrices.Choice(price.getAsDouble(), price.getAsDouble() * (1 - unsold));
        }
        if (setting.sellerValue() != 0) {
            throw wrong(words, "a seller_value of 0, for a posted price");
        }
        return PostedPrices.anonymous(types);
    }

    /** The best sequence of offers to bidders that are alike, or in the order in which they are listed if the words say so. */
    PostedPrices.Offers offers(String words) {
        String plain = plain(words);
        if (isAnonymous(words) || !SEQUENTIAL.matcher(plain).find()) {
            throw wrong(words, "sequential offers");
        }
        List<ValueDistribution> types = types(plain);
        if (!types.stream().allMatch(types.get(0)::equals)
                && !LISTED.matcher(plain).find()) {
            throw wrong(words, "alike buyers, or \"in this order\"");
        }
        if (price.isPresent()) {
            throw wrong(words, "a posted price, which setting.price is for");
        }
        return offered.isEmpty()
                ? PostedPrices.sequential(types, setting.sellerValue())
                : PostedPrices.given(types, offered);
    }

    private OptionalDouble reserve(String plain, List<ValueDistribution> types) {
        if (NO_RESERVE.matcher(plain).find()) {
            return OptionalDouble.empty();
        }
        if (BEST_RESERVE.matcher(plain).find() && types.stream().allMatch(types.get(0)::equals)) {
            return OptionalDouble.of(
                    OptimalAuction.of(types, setting.sellerValue()).reserve(0));
        }
        if (plain.contains("reserve") && setting.reserve().isEmpty()) {
            throw wrong(plain, "no reserve, the optimal reserve, or setting.reserve");
        }
        return setting.reserve();
    }

    private List<ValueDistribution> types(String plain) {
        int n = setting.types().size();
        Matcher number = NUMBER.matcher(plain);
        int wanted = n;
        if (number.find()) {
            wanted = number.group("number") != null
                    ? Integer.parseInt(number.group("number"))
                    : n + Integer.parseInt(number.group("sign") + number.group("more"));
        }
        if (wanted == n) {
            return setting.types();
        }
        if (!setting.isSymmetric() || wanted < 1) {
            throw wrong(plain, "the setting's bidders, or another number of alike ones");
        }
        return Collections.nCopies(wanted, setting.types().get(0));
    }

    private static void requireNoPrices(String words, List<Double> prices, String expected) {
        if (!prices.isEmpty()) {
            throw wrong(words, expected + ", or no list of prices: " + prices);
        }
    }

    private static String plain(String words) {
        return words.trim().toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException wrong(String words, String expected) {
        return new IllegalArgumentException("mechanism: \"" + words + "\" (expected: " + expected + ")");
    }
}
