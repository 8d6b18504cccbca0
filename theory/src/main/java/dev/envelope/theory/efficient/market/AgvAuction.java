package dev.envelope.theory.efficient.market;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import java.util.Collections;
import java.util.List;

/**
 * One object, direct: it goes to the highest report of at least 0, and everybody pays the average of the others'
 * expected externalities less its own (Arrow 1979; d'Aspremont &amp; Gérard-Varet 1979; Krishna, ch. 5.3).
 *
 * <p>Two U[0,1] bidders: M_1 = (x_1² − x_2²)/2. Among unlike bidders a strong one may expect to lose by taking part;
 * see {@link BalancedAuction}. Checked by {@code BalancedMarketTest}.
 */
public final class AgvAuction extends BalancedSale {

    private final ExpectedExternality rules;

    private AgvAuction(ObjectAllocation choice, ExpectedExternality rules) {
        super(choice, ExternalityPayments.of(rules, choice, Collections.nCopies(choice.agents(), 0.0)));
        this.rules = rules;
    }

    /**
     * The auction among one bidder per distribution, at least 2.
     *
     * @param types the distribution of each bidder's value; a report outside its support is refused
     */
    public static AgvAuction of(List<ValueDistribution> types) {
        ObjectAllocation choice = ObjectAllocation.auction(types);
        return new AgvAuction(choice, new ExpectedExternality(choice));
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
        return "agv";
    }
}
