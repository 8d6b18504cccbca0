package dev.envelope.theory.efficient.market;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import java.util.List;

/**
 * One object, direct: efficient, balanced, and every type expects at least 0 (Krishna &amp; Perry 2000, Theorem 2 and
 * Corollary 1): the payments of an {@link AgvAuction} less constants that sum to 0.
 *
 * <p>All but the first bidder are left with what they would have in the second-price auction, which here is VCG; the
 * first keeps the surplus. Checked by {@code BalancedMarketTest}.
 */
public final class BalancedAuction extends BalancedSale {

    private final BalancedMechanism rules;

    private BalancedAuction(ObjectAllocation choice, BalancedMechanism rules) {
        super(choice, ExternalityPayments.of(rules, choice));
        this.rules = rules;
    }

    /**
     * The auction among one bidder per distribution, at least 2.
     *
     * @param types the distribution of each bidder's value; a report outside its support is refused
     */
    public static BalancedAuction of(List<ValueDistribution> types) {
        ObjectAllocation choice = ObjectAllocation.auction(types);
        return new BalancedAuction(choice, BalancedMechanism.of(choice, OutsideOption.nothing()));
    }

    @Override
    public BalancedMechanism rules() {
        return rules;
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "balanced";
    }
}
