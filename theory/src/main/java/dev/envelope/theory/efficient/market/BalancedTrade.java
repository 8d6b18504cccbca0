package dev.envelope.theory.efficient.market;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.BilateralTrade;
import dev.envelope.theory.efficient.DeficitException;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One buyer (agent 0) and one seller (agent 1), direct: trade iff v ≥ c, balanced, and every type expects at least 0
 * (Krishna &amp; Perry 2000, Theorem 2): the payments of an {@link AgvTrade} less constants that sum to 0.
 *
 * <p>There is such a mechanism only where trade is no question, v_lo ≥ c_hi or v_hi ≤ c_lo (Myerson &amp; Satterthwaite
 * 1983); otherwise it is refused with the expected deficit. Checked by {@code BalancedMarketTest}.
 */
public final class BalancedTrade implements BalancedMarket {

    private final BilateralTrade choice;
    private final BalancedMechanism rules;
    private final ExternalityPayments payments;

    private BalancedTrade(BilateralTrade choice) {
        this.choice = choice;
        this.rules = BalancedMechanism.of(choice, OutsideOption.nothing());
        List<Double> discounts = List.of(rules.discount(BilateralTrade.BUYER), rules.discount(BilateralTrade.SELLER));
        this.payments = ExternalityPayments.of(new ExpectedExternality(choice), choice, discounts);
    }

    /**
     * The mechanism of a buyer and a seller.
     *
     * @param buyer the distribution of the value; a report outside its support is refused
     * @param seller the distribution of the cost; a report outside its support is refused
     * @throws DeficitException where some values are below some costs and others above: the payments that are possible
     *     fall short
     */
    public static BalancedTrade of(ValueDistribution buyer, ValueDistribution seller) {
        return new BalancedTrade(new BilateralTrade(buyer, seller));
    }

    @Override
    public BalancedMechanism rules() {
        return rules;
    }

    @Override
    public BilateralTrade choice() {
        return choice;
    }

    @Override
    public double tradeProbability() {
        return choice.tradeProbability();
    }

    @Override
    public int agents() {
        return 2;
    }

    @Override
    public Side side(int agent) {
        return agent == BilateralTrade.BUYER ? Side.BUYER : Side.SELLER;
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, choice.types());
        int[] units = choice.trades(messages) ? new int[] {1, -1} : new int[2];
        return MarketOutcome.of(units, payments.payments(messages), OptionalDouble.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BalancedTrade that && choice.equals(that.choice);
    }

    @Override
    public int hashCode() {
        return choice.hashCode();
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "balanced trade";
    }
}
