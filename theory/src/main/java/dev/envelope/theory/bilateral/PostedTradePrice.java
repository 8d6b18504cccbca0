package dev.envelope.theory.bilateral;

import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Trade at a price fixed in advance, iff both sides want to: v ≥ x ≥ c. It is the only kind of mechanism that is ex post
 * individually rational, balanced and dominant-strategy incentive compatible (Hagerty &amp; Rogerson 1987).
 *
 * <p>Gains are F(x)·∫_x (1 − G) + (1 − G(x))·∫^x F. Checked by {@code PostedTradePriceTest}.
 *
 * @param traders the two sides
 * @param price x
 */
public record PostedTradePrice(Traders traders, double price) {

    private static final int PIECES = 256;

    /** Checks the price. */
    public PostedTradePrice {
        if (!Double.isFinite(price)) {
            throw new IllegalArgumentException("price: " + price + " (expected: a finite number)");
        }
    }

    /** The price with the largest expected gains. */
    public static PostedTradePrice ofLargestGains(Traders traders) {
        return best(
                traders,
                x -> new PostedTradePrice(traders, x).gains(),
                x -> traders.costs().density(x) * traders.valueRent(x)
                        - traders.values().density(x) * traders.costRent(x));
    }

    /** The price at which trade is most probable. */
    public static PostedTradePrice ofMostTrade(Traders traders) {
        return best(
                traders,
                x -> new PostedTradePrice(traders, x).tradeProbability(),
                x -> traders.costs().density(x) * (1 - traders.values().cdf(x))
                        - traders.values().density(x) * traders.costs().cdf(x));
    }

    /** P(v ≥ x)·P(c ≤ x). */
    public double tradeProbability() {
        return sellers() * buyers();
    }

    /** E[(v − c)·1{trade}]. */
    public double gains() {
        return buyerProfit() + sellerProfit();
    }

    /** E[(v − x)·1{trade}]. */
    public double buyerProfit() {
        return sellers() * traders.valueRent(price);
    }

    /** E[(x − c)·1{trade}]. */
    public double sellerProfit() {
        return buyers() * traders.costRent(price);
    }

    /** All of these and the first best. */
    public TradeFigures figures() {
        double probability = tradeProbability();
        double value = probability * price + buyerProfit();
        double cost = probability * price - sellerProfit();
        return new TradeFigures(probability, value, cost, buyerProfit(), sellerProfit(), traders.firstBestGains());
    }

    private double sellers() {
        return traders.costs().cdf(price);
    }

    private double buyers() {
        return 1 - traders.values().cdf(price);
    }

    private static PostedTradePrice best(Traders traders, DoubleUnaryOperator objective, DoubleUnaryOperator slope) {
        double[] ends = Kinks.between(traders.lowest(), traders.highest(), traders.kinks(List.of()));
        double best = ends[0];
        for (int i = 1; i < ends.length; i++) {
            best = better(objective, best, ends[i]);
            double width = (ends[i] - ends[i - 1]) / PIECES;
            for (int j = 0; j < PIECES; j++) {
                double from = j == 0 ? Math.nextUp(ends[i - 1]) : ends[i - 1] + j * width;
                double to = j == PIECES - 1 ? Math.nextDown(ends[i]) : ends[i - 1] + (j + 1) * width;
                if (slope.applyAsDouble(from) >= 0 && slope.applyAsDouble(to) <= 0) {
                    double peak = Bisection.first(from, to, x -> slope.applyAsDouble(x) <= 0);
                    best = better(objective, best, peak);
                }
            }
        }
        return new PostedTradePrice(traders, best);
    }

    private static double better(DoubleUnaryOperator objective, double one, double other) {
        return objective.applyAsDouble(other) > objective.applyAsDouble(one) ? other : one;
    }
}
