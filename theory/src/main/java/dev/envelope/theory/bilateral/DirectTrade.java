package dev.envelope.theory.bilateral;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One buyer (agent 0) and one seller (agent 1) report their types, and a {@link TradingMechanism} decides whether they trade.
 * The buyer pays the least value that would have traded and the seller receives the highest cost that would have.
 *
 * <p>So truth is weakly dominant and nobody ever loses by taking part. With the efficient rule this is the
 * Vickrey-Clarke-Groves mechanism: the buyer pays max(c, v_lo), the seller receives min(v, c_hi), and the house loses. With the
 * second best the house breaks even on average, not each time; with the broker's rule it earns the most it can.
 *
 * @param rule who trades
 */
public record DirectTrade(TradingMechanism rule) implements Mechanism {

    private static final int BUYER = 0;
    private static final int SELLER = 1;

    /** The distributions of the buyer's value and of the seller's cost. */
    public List<ValueDistribution> types() {
        return List.of(rule.traders().values(), rule.traders().costs());
    }

    @Override
    public int agents() {
        return 2;
    }

    @Override
    public Side side(int agent) {
        return agent == BUYER ? Side.BUYER : Side.SELLER;
    }

    @Override
    public boolean isDirect() {
        return true;
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, types());
        double value = messages[BUYER];
        double cost = messages[SELLER];
        if (Double.isNaN(value) || Double.isNaN(cost) || !rule.trades(value, cost)) {
            return MarketOutcome.nothing(2);
        }
        double paid = Math.min(value, rule.lowestValue(cost));
        double received = Math.max(cost, rule.highestCost(value));
        OptionalDouble price = paid == received ? OptionalDouble.of(paid) : OptionalDouble.empty();
        return MarketOutcome.of(new int[] {1, -1}, new double[] {paid, -received}, price);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "direct trade between a buyer and a seller";
    }
}
