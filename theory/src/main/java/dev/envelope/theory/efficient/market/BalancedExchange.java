package dev.envelope.theory.efficient.market;

import dev.envelope.theory.efficient.BilateralTrade;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.OptionalDouble;

/** A buyer (agent 0) and a seller (agent 1) that pay each other: they trade iff v ≥ c. Equal where buyer and seller are. */
abstract class BalancedExchange implements BalancedMarket {

    private final BilateralTrade choice;
    private final ExternalityPayments payments;

    BalancedExchange(BilateralTrade choice, ExternalityPayments payments) {
        this.choice = choice;
        this.payments = payments;
    }

    @Override
    public final BilateralTrade choice() {
        return choice;
    }

    @Override
    public final double tradeProbability() {
        return choice.tradeProbability();
    }

    @Override
    public final int agents() {
        return 2;
    }

    @Override
    public final Side side(int agent) {
        return agent == BilateralTrade.BUYER ? Side.BUYER : Side.SELLER;
    }

    @Override
    public final MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, choice.types());
        int[] units = choice.trades(messages) ? new int[] {1, -1} : new int[2];
        return MarketOutcome.of(units, payments.payments(messages), OptionalDouble.empty());
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof BalancedExchange that && getClass() == that.getClass() && choice.equals(that.choice);
    }

    @Override
    public final int hashCode() {
        return choice.hashCode();
    }
}
