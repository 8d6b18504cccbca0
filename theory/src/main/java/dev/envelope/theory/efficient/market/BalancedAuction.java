package dev.envelope.theory.efficient.market;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.efficient.BalancedMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.ObjectAllocation;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.Side;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One object, direct: efficient, balanced, and every type expects at least 0 (Krishna &amp; Perry 2000, Theorem 2 and
 * Corollary 1): the payments of an {@link AgvAuction} less constants that sum to 0.
 *
 * <p>All but the first bidder are left with what they would have in the second-price auction, which here is VCG; the
 * first keeps the surplus. Checked by {@code BalancedMarketTest}.
 */
public final class BalancedAuction implements BalancedMarket {

    private final ObjectAllocation choice;
    private final BalancedMechanism rules;
    private final ExternalityPayments payments;

    private BalancedAuction(List<ValueDistribution> types) {
        this.choice = ObjectAllocation.auction(types);
        this.rules = BalancedMechanism.of(choice, OutsideOption.nothing());
        List<Double> discounts =
                IntStream.range(0, types.size()).mapToObj(rules::discount).toList();
        this.payments = ExternalityPayments.of(new ExpectedExternality(choice), choice, discounts);
    }

    /**
     * The auction among one bidder per distribution, at least 2.
     *
     * @param types the distribution of each bidder's value; a report outside its support is refused
     */
    public static BalancedAuction of(List<ValueDistribution> types) {
        return new BalancedAuction(types);
    }

    @Override
    public BalancedMechanism rules() {
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

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, choice.types());
        return AgvAuction.sale(messages, payments, ties);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BalancedAuction that && choice.equals(that.choice);
    }

    @Override
    public int hashCode() {
        return choice.hashCode();
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "balanced";
    }
}
