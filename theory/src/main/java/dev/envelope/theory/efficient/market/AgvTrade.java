package dev.envelope.theory.efficient.market;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BilateralTrade;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One buyer (agent 0) and one seller (agent 1), direct: trade iff v ≥ c; the buyer pays the seller's expected
 * externality less its own, whether they trade or not (Arrow 1979; d'Aspremont &amp; Gérard-Varet 1979; Krishna, ch.
 * 5.3).
 *
 * <p>Efficient and balanced, so that some types would rather stay away wherever trade is in question (Myerson &amp;
 * Satterthwaite 1983): for U[0,1]² buyers of less than √(2/3) and sellers of more than 1 − √(2/3). Checked by
 * {@code BalancedMarketTest}.
 */
public final class AgvTrade implements BalancedMarket {

    private final BilateralTrade choice;
    private final ExpectedExternality rules;
    private final ExternalityPayments payments;

    private AgvTrade(BilateralTrade choice) {
        this.choice = choice;
        this.rules = new ExpectedExternality(choice);
        this.payments = ExternalityPayments.of(rules, choice, List.of(0.0, 0.0));
    }

    /**
     * The mechanism of a buyer and a seller.
     *
     * @param buyer the distribution of the value; a report outside its support is refused
     * @param seller the distribution of the cost; a report outside its support is refused
     */
    public static AgvTrade of(ValueDistribution buyer, ValueDistribution seller) {
        return new AgvTrade(new BilateralTrade(buyer, seller));
    }

    @Override
    public ExpectedExternality rules() {
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

    /** Taking part is part of the rules: some types may expect to lose by it. */
    @Override
    public boolean mayAbstain() {
        return false;
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, choice.types());
        int[] units = choice.trades(messages) ? new int[] {1, -1} : new int[2];
        return MarketOutcome.of(units, payments.payments(messages), OptionalDouble.empty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AgvTrade that && choice.equals(that.choice);
    }

    @Override
    public int hashCode() {
        return choice.hashCode();
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "agv trade";
    }
}
