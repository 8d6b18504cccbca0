package dev.envelope.theory.efficient.market;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BilateralTrade;
import dev.envelope.theory.efficient.ExpectedExternality;
import java.util.List;

/**
 * One buyer (agent 0) and one seller (agent 1), direct: trade iff v ≥ c; the buyer pays the seller's expected
 * externality less its own, whether they trade or not (Arrow 1979; d'Aspremont &amp; Gérard-Varet 1979; Krishna, ch.
 * 5.3).
 *
 * <p>Efficient and balanced, so that some types would rather stay away wherever trade is in question (Myerson &amp;
 * Satterthwaite 1983): for U[0,1]² buyers of less than √(2/3) and sellers of more than 1 − √(2/3). Checked by
 * {@code BalancedMarketTest}.
 */
public final class AgvTrade extends BalancedExchange {

    private final ExpectedExternality rules;

    private AgvTrade(BilateralTrade choice, ExpectedExternality rules) {
        super(choice, ExternalityPayments.of(rules, choice, List.of(0.0, 0.0)));
        this.rules = rules;
    }

    /**
     * The mechanism of a buyer and a seller.
     *
     * @param buyer the distribution of the value; a report outside its support is refused
     * @param seller the distribution of the cost; a report outside its support is refused
     */
    public static AgvTrade of(ValueDistribution buyer, ValueDistribution seller) {
        BilateralTrade choice = new BilateralTrade(buyer, seller);
        return new AgvTrade(choice, new ExpectedExternality(choice));
    }

    @Override
    public ExpectedExternality rules() {
        return rules;
    }

    /** Taking part is part of the rules: some types may expect to lose by it. */
    @Override
    public boolean mayAbstain() {
        return false;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "agv trade";
    }
}
