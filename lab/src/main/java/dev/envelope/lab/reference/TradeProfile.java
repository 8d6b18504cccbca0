package dev.envelope.lab.reference;

import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.lab.reference.file.Value;
import dev.envelope.lab.reference.profile.TradeWords;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.deviation.BestResponse;
import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A profile of the bilateral double auction that is no equilibrium: what each side loses by it against its best reply.
 *
 * @param game the buyer's and the seller's
 * @param strategies how they bid and ask
 */
record TradeProfile(BayesianGame game, List<BidFunction> strategies) {

    private static final String[] FIELDS = {"mechanism", "price", "k", "buyer", "seller", "profile"};
    private static final int TYPES = 64;
    private static final int GOLDEN_STEPS = 36;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double ACCURACY = 1e-11;
    private static final double SAME = 1e-9;
    private static final List<String> EX_ANTE =
            List.of("ex_ante_utility_loss", "ex_ante_loss", "expected_utility_loss", "ex_ante_regret");
    private static final List<String> LARGEST = List.of(
            "max_over_types_interim_utility_loss",
            "max_interim_utility_loss",
            "largest_interim_utility_loss",
            "max_interim_regret");

    /** The profile that {@code setting} describes. */
    static TradeProfile of(Setting setting) {
        Fields.only(setting, FIELDS);
        BilateralSetting trade = BilateralSetting.of(setting);
        if (trade.kind() != BilateralSetting.Kind.DOUBLE_AUCTION) {
            throw setting.wrong("mechanism", "a k-double auction, where a buyer and a seller are stated");
        }
        List<ValueDistribution> types =
                List.of(trade.traders().values(), trade.traders().costs());
        return new TradeProfile(
                new BayesianGame(KDoubleAuction.of(1, 1, trade.weight()), types),
                TradeWords.parse(setting.text("profile"), types));
    }

    /** The loss of the side that the quantity of {@code reference} names, of both in brackets, or of either where equal. */
    Value loss(ReferenceCase reference) {
        String text = reference.quantity().text().toLowerCase(Locale.ROOT);
        String name = text.replaceAll("\\[.*]|\\(.*\\)", "")
                .replaceAll("_(of|for)_(the_|each_)?(buyer|seller|trader|side|agent)$|^(buyer|seller)_", "");
        if (!EX_ANTE.contains(name) && !LARGEST.contains(name)) {
            throw reference.unknownQuantity(
                    Stream.concat(EX_ANTE.stream(), LARGEST.stream()).toList());
        }
        boolean isBuyers = text.contains("buyer");
        boolean isSellers = text.contains("seller");
        double buyers = isBuyers || !isSellers ? loss(0, LARGEST.contains(name)) : 0;
        double sellers = isSellers || !isBuyers ? loss(1, LARGEST.contains(name)) : 0;
        if (isBuyers && isSellers) {
            return text.indexOf("buyer") < text.indexOf("seller")
                    ? Value.of(buyers, sellers)
                    : Value.of(sellers, buyers);
        }
        if (!isBuyers && !isSellers && Math.abs(buyers - sellers) > SAME * Math.max(1, buyers)) {
            throw new IllegalArgumentException(
                    "quantity: " + reference.quantity() + " (expected: _of_buyer or _of_seller, for they differ)");
        }
        return Value.of(isSellers ? sellers : buyers);
    }

    private double loss(int agent, boolean isLargest) {
        BestResponse search = BestResponse.of(game, strategies, agent);
        ValueDistribution type = game.types().get(agent);
        double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        return isLargest
                ? largest(search, type)
                : Expectation.of(type, type.lower(), type.upper(), ACCURACY * scale, List.of(), search::gain);
    }

    /** The best of a grid of types, improved by golden section. */
    private static double largest(BestResponse search, ValueDistribution type) {
        double step = (type.upper() - type.lower()) / TYPES;
        double best = type.lower();
        for (int i = 1; i <= TYPES; i++) {
            double here = i == TYPES ? type.upper() : type.lower() + i * step;
            best = search.gain(here) > search.gain(best) ? here : best;
        }
        double left = Math.max(type.lower(), best - step);
        double right = Math.min(type.upper(), best + step);
        double largest = search.gain(best);
        for (int i = 0; i < GOLDEN_STEPS; i++) {
            double low = right - GOLDEN * (right - left);
            double high = left + GOLDEN * (right - left);
            double atLow = search.gain(low);
            double atHigh = search.gain(high);
            largest = Math.max(largest, Math.max(atLow, atHigh));
            if (atLow >= atHigh) {
                right = high;
            } else {
                left = low;
            }
        }
        return largest;
    }
}
