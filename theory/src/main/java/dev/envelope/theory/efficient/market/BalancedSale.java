package dev.envelope.theory.efficient.market;

import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.TieOrder;

/** One object among bidders that pay each other: it goes to the highest report of at least 0. */
abstract class BalancedSale extends BalancedAllocation<ObjectAllocation> {

    BalancedSale(ObjectAllocation choice, ExternalityPayments payments) {
        super(choice, payments);
    }

    @Override
    public final double tradeProbability() {
        return choice().tradeProbability();
    }

    @Override
    public boolean treatsAlike(int one, int other) {
        return choice().types().get(one).equals(choice().types().get(other)) && payAlike(one, other);
    }

    @Override
    final int[] units(double[] messages, TieOrder ties) {
        int[] units = new int[messages.length];
        int winner = Profile.highest(messages, 0, ties);
        if (winner >= 0) {
            units[winner] = 1;
        }
        return units;
    }
}
