package dev.envelope.theory.bilateral.strategy;

import dev.envelope.theory.bilateral.Traders;
import dev.envelope.theory.distribution.composite.MirroredDistribution;
import dev.envelope.theory.distribution.composite.Support;

/**
 * The search for a profitable deviation from a pair of strategies in the bilateral double auction, by what each bid and ask
 * earns against the other side's strategy. Nothing about equilibria enters. What it finds is a lower bound on what there is.
 */
public final class TradeDeviations {

    private TradeDeviations() {}

    /**
     * The largest interim gain found over {@code types} evenly spaced types of each side, both ends among them, in the unit of
     * the types.
     */
    public static double largestGain(TradingStrategies strategies, int types) {
        Traders traders = strategies.traders();
        double low = traders.lowest();
        double high = traders.highest();
        BuyerDeviations buyer = new BuyerDeviations(
                strategies.k(), traders.costs(), strategies::ask, strategies.askKinks(), new double[] {low, high});
        BuyerDeviations seller = new BuyerDeviations(
                1 - strategies.k(),
                new MirroredDistribution(traders.values()),
                x -> -strategies.bid(-x),
                strategies.bidKinks().stream().map(kink -> -kink).toList(),
                new double[] {-high, -low});
        double largest = 0;
        for (double value : Support.of(traders.values()).even(types)) {
            largest = Math.max(largest, buyer.gain(value, strategies.bid(value)));
        }
        for (double cost : Support.of(traders.costs()).even(types)) {
            largest = Math.max(largest, seller.gain(-cost, -strategies.ask(cost)));
        }
        return largest;
    }
}
