package dev.envelope.theory.efficient.market;

import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.OptionalDouble;

/** One object among bidders that pay each other: it goes to the highest report of at least 0. Equal where the bidders are. */
abstract class BalancedSale implements BalancedMarket {

    private final ObjectAllocation choice;
    private final ExternalityPayments payments;

    BalancedSale(ObjectAllocation choice, ExternalityPayments payments) {
        this.choice = choice;
        this.payments = payments;
    }

    @Override
    public final ObjectAllocation choice() {
        return choice;
    }

    @Override
    public final double tradeProbability() {
        return choice.tradeProbability();
    }

    @Override
    public final int agents() {
        return choice.agents();
    }

    @Override
    public final Side side(int agent) {
        return Side.BIDDER;
    }

    @Override
    public boolean treatsAlike(int one, int other) {
        return choice.types().get(one).equals(choice.types().get(other)) && payments.treatAlike(one, other);
    }

    @Override
    public final MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, choice.types());
        int[] units = new int[messages.length];
        int winner = Profile.highest(messages, 0, ties);
        if (winner >= 0) {
            units[winner] = 1;
        }
        return MarketOutcome.of(units, payments.payments(messages), OptionalDouble.empty());
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof BalancedSale that && getClass() == that.getClass() && choice.equals(that.choice);
    }

    @Override
    public final int hashCode() {
        return choice.hashCode();
    }
}
