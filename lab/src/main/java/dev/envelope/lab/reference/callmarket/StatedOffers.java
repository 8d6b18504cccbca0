package dev.envelope.lab.reference.callmarket;

import dev.envelope.lab.reference.callmarket.CallMarketSetting.Rules;
import dev.envelope.lab.reference.file.ReferenceCase;
import dev.envelope.lab.reference.file.Setting;
import dev.envelope.theory.callmarket.Clearing;
import dev.envelope.theory.callmarket.KDoubleAuction;
import dev.envelope.theory.callmarket.McAfeeAuction;
import dev.envelope.theory.callmarket.TradeReductionAuction;
import dev.envelope.theory.callmarket.VcgCallMarket;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The offers of a case and how its rules clear them. */
final class StatedOffers {

    private static final List<String> BUYERS = List.of("value_support", "support", "buyer_support");
    private static final List<String> SELLERS = List.of("value_support", "support", "seller_support", "cost_support");
    private static final List<String> EITHER =
            List.of("value_support", "support", "buyer_support", "seller_support", "cost_support");

    private final ReferenceCase reference;
    private final Setting setting;
    private final String text;
    private final int buyers;
    private final int sellers;
    private final double[] messages;

    StatedOffers(ReferenceCase reference) {
        this.reference = reference;
        this.setting = reference.setting();
        this.text = setting.text("mechanism", "").toLowerCase(Locale.ROOT);
        List<Double> bids = of(setting, true);
        List<Double> asks = of(setting, false);
        this.buyers = bids.size();
        this.sellers = asks.size();
        this.messages = Stream.concat(bids.stream(), asks.stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Whether the price follows from what is stated. */
    boolean isPriced() {
        return CallMarketSetting.rules(setting, text) != Rules.K_DOUBLE || weight().isPresent();
    }

    private OptionalDouble weight() {
        return reference.at().has("k")
                ? OptionalDouble.of(reference.at().number("k"))
                : CallMarketSetting.weight(setting, text);
    }

    /** As the rules clear them. */
    Clearing cleared() {
        return cleared(weight().orElse(0));
    }

    /** The same with the weight {@code k} where a k-double auction clears them. */
    Clearing cleared(double k) {
        Clearing market = Clearing.of(buyers, sellers);
        market.sort(messages);
        boolean needsBid = market.efficientTrades() > 0 && Double.isInfinite(market.bid(market.efficientTrades() + 1));
        boolean needsAsk = market.efficientTrades() > 0 && Double.isInfinite(market.ask(market.efficientTrades() + 1));
        TieOrder ties = TieOrder.byIndex(messages.length);
        switch (CallMarketSetting.rules(setting, text)) {
            case MCAFEE ->
                McAfeeAuction.of(
                                buyers,
                                sellers,
                                standIn("bid", true, needsBid, EITHER),
                                standIn("ask", false, needsAsk, EITHER))
                        .clear(messages, ties, market);
            case VCG ->
                VcgCallMarket.of(
                                buyers,
                                sellers,
                                standIn("bid", true, needsBid, BUYERS),
                                standIn("ask", false, needsAsk, SELLERS))
                        .clear(messages, ties, market);
            case REDUCED -> TradeReductionAuction.of(buyers, sellers).clear(messages, ties, market);
            case BUYERS_BID -> KDoubleAuction.buyersBid(buyers, sellers).clear(messages, ties, market);
            case SELLERS_OFFER -> KDoubleAuction.sellersOffer(buyers, sellers).clear(messages, ties, market);
            case K_DOUBLE -> KDoubleAuction.of(buyers, sellers, k).clear(messages, ties, market);
            case EFFICIENT -> market.settle(market.efficientTrades(), 0, 0);
        }
        return market;
    }

    /** The offers of one side, in the order in which {@code setting} lists them. */
    static List<Double> of(Setting setting, boolean isBuyers) {
        List<String> names = isBuyers
                ? List.of("bids", "buyer_bids", "buyer_values")
                : List.of("asks", "seller_asks", "offers", "seller_costs");
        return names.stream()
                .filter(setting::has)
                .findFirst()
                .map(setting::numbers)
                .orElseThrow(() -> setting.wrong(names.get(0), "a list of numbers"));
    }

    /**
     * What a missing offer counts as: what the words say, or an end of the supports that the setting states; of no matter
     * where none is missing.
     */
    private double standIn(String offer, boolean isLowest, boolean matters, List<String> supports) {
        OptionalDouble stated = CallMarketSetting.stated(text, "dummy " + offer);
        DoubleStream ends = supports.stream()
                .filter(setting::has)
                .mapToDouble(name -> setting.numbers(name).get(isLowest ? 0 : 1));
        OptionalDouble end = isLowest ? ends.min() : ends.max();
        if (stated.isPresent() || end.isPresent()) {
            return stated.orElseGet(end::orElseThrow);
        }
        if (matters) {
            throw setting.wrong("value_support", "the range of values and costs, which stands in for a missing offer");
        }
        DoubleStream offers = Arrays.stream(messages);
        return isLowest ? offers.min().orElse(0) - 1 : offers.max().orElse(0) + 1;
    }
}
