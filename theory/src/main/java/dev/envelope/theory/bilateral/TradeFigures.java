package dev.envelope.theory.bilateral;

import dev.envelope.theory.equilibrium.Predictions;
import java.util.List;

/**
 * What a way to trade implies on average, per pair, in the unit of the types.
 *
 * @param tradeProbability P(trade)
 * @param tradedValue E[v·1{trade}]
 * @param tradedCost E[c·1{trade}]
 * @param buyerProfit the buyer's ex ante expected payoff
 * @param sellerProfit the seller's
 * @param firstBestGains E[(v − c)+]
 */
public record TradeFigures(
        double tradeProbability,
        double tradedValue,
        double tradedCost,
        double buyerProfit,
        double sellerProfit,
        double firstBestGains) {

    /** E[(v − c)·1{trade}]. */
    public double gains() {
        return tradedValue - tradedCost;
    }

    /** E[what the buyer pays]. */
    public double paid() {
        return tradedValue - buyerProfit;
    }

    /** E[what the seller receives]. */
    public double received() {
        return tradedCost + sellerProfit;
    }

    /** E[paid − received]: what the house earns; 0 in a double auction but for rounding. */
    public double houseProfit() {
        return paid() - received();
    }

    /** E[what the buyer pays | trade]; NaN where nobody trades. */
    public double expectedPrice() {
        return paid() / tradeProbability;
    }

    /** E[v − c | trade]; NaN where nobody trades. */
    public double gainsPerTrade() {
        return gains() / tradeProbability;
    }

    /** Realised gains as a share of the first best, 1 when both are 0. */
    public double efficiency() {
        return firstBestGains == 0 ? 1 : gains() / firstBestGains;
    }

    /** The same of a mechanism without a house, in the words of an equilibrium: the buyer first. */
    public Predictions balanced() {
        return new Predictions(0, gains(), firstBestGains, tradeProbability, List.of(buyerProfit, sellerProfit))
                .withPayments(List.of(paid(), -paid()));
    }

    /** The same of any mechanism, with what the house earns as revenue. */
    public Predictions predictions() {
        return new Predictions(
                        houseProfit(), gains(), firstBestGains, tradeProbability, List.of(buyerProfit, sellerProfit))
                .withPayments(List.of(paid(), -received()));
    }
}
