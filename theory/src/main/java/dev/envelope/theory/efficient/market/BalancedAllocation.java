package dev.envelope.theory.efficient.market;

import dev.envelope.theory.efficient.OneDimensionalChoice;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.OptionalDouble;

/**
 * A balanced market of which is said apart who gets the object. Equal to another of its class where the choices are.
 *
 * @param <C> what is chosen efficiently
 */
abstract class BalancedAllocation<C extends OneDimensionalChoice> implements BalancedMarket {

    private final C choice;
    private final ExternalityPayments payments;

    BalancedAllocation(C choice, ExternalityPayments payments) {
        this.choice = choice;
        this.payments = payments;
    }

    /** What each agent gets, where {@code messages} are reports that were checked. */
    abstract int[] units(double[] messages, TieOrder ties);

    /** Whether two agents with the same distribution pay alike. */
    final boolean payAlike(int one, int other) {
        return payments.treatAlike(one, other);
    }

    @Override
    public final C choice() {
        return choice;
    }

    @Override
    public final int agents() {
        return choice.agents();
    }

    @Override
    public final MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, choice.types());
        return MarketOutcome.of(units(messages, ties), payments.payments(messages), OptionalDouble.empty());
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof BalancedAllocation<?> that
                && getClass() == that.getClass()
                && choice.equals(that.choice);
    }

    @Override
    public final int hashCode() {
        return choice.hashCode();
    }
}
