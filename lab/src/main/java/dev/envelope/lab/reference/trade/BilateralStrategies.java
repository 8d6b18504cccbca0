package dev.envelope.lab.reference.trade;

import dev.envelope.lab.reference.words.Fraction;
import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.bilateral.strategy.LinearDoubleAuction;
import dev.envelope.theory.bilateral.strategy.OneSidedOffer;
import dev.envelope.theory.bilateral.strategy.SmoothDoubleAuction;
import dev.envelope.theory.bilateral.strategy.StepDoubleAuction;
import dev.envelope.theory.bilateral.strategy.TradeDeviations;
import dev.envelope.theory.bilateral.strategy.TradingStrategies;
import dev.envelope.theory.distribution.UniformDistribution;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the many equilibria of the double auction a setting means: a smooth one through a point, a step function, or, where
 * nothing is said, the linear one of uniform types and the offer at k = 0 and k = 1.
 */
final class BilateralStrategies {

    private static final Pattern POINT =
            Pattern.compile("\\(\\s*(?<names>[pvc]\\s*,\\s*[pvc]\\s*,\\s*[pvc])\\s*\\)\\s*=\\s*" + "\\(\\s*("
                    + Fraction.FORM + ")\\s*,\\s*(" + Fraction.FORM + ")\\s*,\\s*(" + Fraction.FORM + ")\\s*\\)");
    private static final Pattern ONE_STEP =
            Pattern.compile("bid\\s+(?<bid>" + Fraction.FORM + ").*ask\\s+(?<ask>" + Fraction.FORM + ")");
    private static final Pattern ONE_PRICE = Pattern.compile(
            "(?:the )?(?:one|single)[- ](?:step|price) equilibrium(?: at| with)?(?: the)?(?: price)?(?: of| =)? ?(?<price>"
                    + Fraction.FORM + ")");
    private static final Pattern SEVERAL_STEPS = Pattern.compile(
            "(?:two|three|four|five|[2-9])[- ]step (?:equilibrium )?(?:at|with)(?: the)? (?:prices|steps)(?: at| of)? (?<prices>"
                    + Fraction.FORM + "(?:(?:, | and |, and )" + Fraction.FORM + ")+)");
    private static final double NEGLIGIBLE = 1e-9;
    private static final int TYPES_SEARCHED = 9;

    private BilateralStrategies() {}

    static TradingStrategies of(BilateralSetting trade) {
        String words = trade.words();
        Matcher point = POINT.matcher(words);
        if (point.find()) {
            return through(trade, point);
        }
        for (String field : List.of("step_prices", "prices", "steps")) {
            if (trade.setting().isList(field)) {
                return steps(trade, trade.setting().numbers(field));
            }
        }
        Matcher several = SEVERAL_STEPS.matcher(words);
        if (several.find()) {
            return steps(
                    trade,
                    Pattern.compile(Fraction.FORM)
                            .matcher(several.group("prices"))
                            .results()
                            .map(price -> Fraction.of(price.group()))
                            .toList());
        }
        if (words.contains("one-step")
                || words.contains("one step")
                || words.contains("one-price")
                || words.contains("one price")
                || words.contains("single-price")
                || words.contains("single price")) {
            return onePrice(trade);
        }
        boolean names = trade.setting().has("equilibrium") || words.contains("equilibrium") || words.contains("step");
        if (names && !words.contains("linear") && !words.contains("chatterjee")) {
            throw new IllegalArgumentException("equilibrium: " + words
                    + " (expected: linear, one-step with its bid and ask, step prices, or through (p,V,C)=(…))");
        }
        if (words.contains("nonlinear") || words.contains("non-linear")) {
            throw new IllegalArgumentException(
                    "equilibrium: " + words + " (expected: the point (p,V,C)=(…) that it goes through)");
        }
        return standard(trade);
    }

    private static TradingStrategies through(BilateralSetting trade, Matcher point) {
        List<String> names = List.of(point.group("names").replaceAll("\\s", "").split(",", -1));
        double[] coordinates = new double[3];
        for (int i = 0; i < 3; i++) {
            int at = "pvc".indexOf(names.get(i));
            coordinates[at] = Fraction.of(point.group(i + 2));
        }
        return SmoothDoubleAuction.through(
                        trade.traders(), trade.weight(), coordinates[0], coordinates[1], coordinates[2])
                .orElseThrow(() -> new IllegalArgumentException(
                        "equilibrium: " + trade.words() + " (expected: a point whose path reaches both ends)"));
    }

    private static TradingStrategies onePrice(BilateralSetting trade) {
        double k = trade.k().orElse(0.5);
        for (String field : List.of("x", "step_price", "fixed_price", "price")) {
            if (trade.setting().isNumber(field)) {
                return StepDoubleAuction.onePrice(
                        trade.traders(), k, trade.setting().number(field));
            }
        }
        Matcher prices = ONE_STEP.matcher(trade.words());
        if (prices.find() && Fraction.of(prices.group("bid")) == Fraction.of(prices.group("ask"))) {
            return StepDoubleAuction.onePrice(trade.traders(), k, Fraction.of(prices.group("bid")));
        }
        Matcher only = ONE_PRICE.matcher(trade.words());
        if (only.matches()) {
            return StepDoubleAuction.onePrice(trade.traders(), k, Fraction.of(only.group("price")));
        }
        throw new IllegalArgumentException(
                "equilibrium: " + trade.words() + " (expected: one price, as in: buyers bid 0.3, sellers ask 0.3)");
    }

    private static TradingStrategies steps(BilateralSetting trade, List<Double> prices) {
        double k = prices.size() == 1 ? trade.k().orElse(0.5) : trade.weight();
        return StepDoubleAuction.of(trade.traders(), k, new ArrayList<>(prices))
                .orElseThrow(() -> new IllegalArgumentException(
                        "prices: " + prices + " (expected: prices at which marginal types can be indifferent)"));
    }

    private static TradingStrategies standard(BilateralSetting trade) {
        Traders traders = trade.traders();
        double k = trade.weight();
        if (traders.values() instanceof UniformDistribution values
                && traders.costs() instanceof UniformDistribution costs) {
            LinearDoubleAuction linear = new LinearDoubleAuction(k, values, costs);
            if (linear.isUntruncated()) {
                return linear;
            }
            if (linear.isTruncationPossible()
                    && TradeDeviations.largestGain(linear, TYPES_SEARCHED) <= NEGLIGIBLE * traders.range()) {
                return linear;
            }
            if (k > 0 && k < 1) {
                throw new IllegalArgumentException("equilibrium: linear, truncated (expected: one that a best-response"
                        + " search confirms; for these supports there is none)");
            }
        }
        if (k == 0 || k == 1) {
            return k == 1 ? OneSidedOffer.buyers(traders) : OneSidedOffer.sellers(traders);
        }
        throw new IllegalArgumentException(
                "equilibrium: not stated (expected: a point (p,V,C)=(…) or step prices; of the"
                        + " double auction's many equilibria a linear one exists with uniform values and costs only)");
    }
}
