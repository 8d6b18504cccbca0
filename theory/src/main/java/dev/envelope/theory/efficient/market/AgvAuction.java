package dev.envelope.theory.efficient.market;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One object, direct: it goes to the highest report of at least 0, and everybody pays the average of the others'
 * expected externalities less its own (Arrow 1979; d'Aspremont &amp; Gérard-Varet 1979; Krishna, ch. 5.3).
 *
 * <p>Two U[0,1] bidders: M_1 = (x_1² − x_2²)/2. Among unlike bidders a strong one may expect to lose by taking part;
 * see {@link BalancedAuction}. Checked by {@code BalancedMarketTest}.
 */
public final class AgvAuction implements BalancedMarket {

    private final ObjectAllocation choice;
    private final ExpectedExternality rules;
    private final ExternalityPayments payments;

    private AgvAuction(List<ValueDistribution> types) {
        this.choice = ObjectAllocation.auction(types);
        this.rules = new ExpectedExternality(choice);
        this.payments = ExternalityPayments.of(rules, choice, Collections.nCopies(types.size(), 0.0));
    }

    /**
     * The auction among one bidder per distribution, at least 2.
     *
     * @param types the distribution of each bidder's value; a report outside its support is refused
     */
    public static AgvAuction of(List<ValueDistribution> types) {
        return new AgvAuction(types);
    }

    @Override
    public ExpectedExternality rules() {
        return rules;
    }

    @Override
    public ObjectAllocation choice() {
        return choice;
    }

    @Override
    public double tradeProbability() {
        return choice.tradeProbability();
    }

    @Override
    public int agents() {
        return choice.agents();
    }

    @Override
    public Side side(int agent) {
        return Side.BIDDER;
    }

    /** Taking part is part of the rules: some types may expect to lose by it. */
    @Override
    public boolean mayAbstain() {
        return false;
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, choice.types());
        return sale(messages, payments, ties);
    }

    /** The object for the highest report of at least 0, with {@code payments}. */
    static MarketOutcome sale(double[] messages, ExternalityPayments payments, TieOrder ties) {
        int[] units = new int[messages.length];
        int winner = Profile.highest(messages, 0, ties);
        if (winner >= 0) {
            units[winner] = 1;
        }
        return MarketOutcome.of(units, payments.payments(messages), OptionalDouble.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AgvAuction that && choice.equals(that.choice);
    }

    @Override
    public int hashCode() {
        return choice.hashCode();
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "agv";
    }
}
