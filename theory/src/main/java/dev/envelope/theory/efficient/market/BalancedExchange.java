package dev.envelope.theory.efficient.market;

import dev.envelope.theory.efficient.BilateralTrade;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;

/** A buyer (agent 0) and a seller (agent 1) that pay each other: they trade iff v ≥ c. */
abstract class BalancedExchange extends BalancedAllocation<BilateralTrade> {

    BalancedExchange(BilateralTrade choice, ExternalityPayments payments) {
        super(choice, payments);
    }

    @Override
    public final double tradeProbability() {
        return choice().tradeProbability();
    }

    @Override
    public final Side side(int agent) {
        return agent == BilateralTrade.BUYER ? Side.BUYER : Side.SELLER;
    }

    @Override
    final int[] units(double[] messages, TieOrder ties) {
        return choice().trades(messages) ? new int[] {1, -1} : new int[2];
    }
}
