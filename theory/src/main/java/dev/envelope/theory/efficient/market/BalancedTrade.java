package dev.envelope.theory.efficient.market;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.BilateralTrade;
import dev.envelope.theory.efficient.DeficitException;
import dev.envelope.theory.efficient.OutsideOption;

/**
 * One buyer (agent 0) and one seller (agent 1), direct: trade iff v ≥ c, balanced, and every type expects at least 0
 * (Krishna &amp; Perry 2000, Theorem 2): the payments of an {@link AgvTrade} less constants that sum to 0.
 *
 * <p>There is such a mechanism only where trade is no question, v_lo ≥ c_hi or v_hi ≤ c_lo (Myerson &amp; Satterthwaite
 * 1983); otherwise it is refused with the expected deficit. Checked by {@code BalancedMarketTest}.
 */
public final class BalancedTrade extends BalancedExchange {

    private final BalancedMechanism rules;

    private BalancedTrade(BilateralTrade choice, BalancedMechanism rules) {
        super(choice, ExternalityPayments.of(rules, choice));
        this.rules = rules;
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
        BilateralTrade choice = new BilateralTrade(buyer, seller);
        return new BalancedTrade(choice, BalancedMechanism.of(choice, OutsideOption.nothing()));
    }

    @Override
    public BalancedMechanism rules() {
        return rules;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "balanced trade";
    }
}
