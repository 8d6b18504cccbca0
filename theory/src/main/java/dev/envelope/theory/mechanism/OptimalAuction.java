package dev.envelope.theory.mechanism;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.ironing.IronedVirtualValue;
import dev.envelope.theory.numeric.PlainNumber;
import java.util.ArrayList;
import java.util.List;

/**
 * One object, direct: Myerson's (1981) revenue-maximal auction for distributions that may differ (Krishna, ch. 5.2), ironed
 * where they are not regular.
 *
 * <p>The highest ironed virtual value ψ̄_i(x_i) wins where it is at least the seller's value v0; equal ones win with equal
 * chances. Only the winner pays. Where nobody ties it pays the least type with which it would still have won, y_i = inf{z :
 * ψ̄_i(z) ≥ v0 and ψ̄_i(z) ≥ ψ̄_j(x_j) for all j}; in general M_i/Q_i of the envelope formula, with Q_i its chance to win
 * at these reports and M_i = Q_i(x_i)·x_i − ∫ Q_i: a winner above a flat on which k others are pays its upper end less the
 * share 1/(k+1) of its width. Reports that are whole numbers give halves exactly where the distributions are uniform on whole
 * numbers.
 */
public final class OptimalAuction implements DirectSale {

    private final List<ValueDistribution> types;
    private final double sellerValue;
    private final List<IronedVirtualValue> ironed;

    private OptimalAuction(List<ValueDistribution> types, double sellerValue) {
        this.types = List.copyOf(types);
        this.sellerValue = sellerValue;
        Profile.checkBidders(types.size());
        Profile.checkFinite("sellerValue", sellerValue);
        List<IronedVirtualValue> each = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            int alike = types.indexOf(types.get(i));
            each.add(alike < i ? each.get(alike) : IronedVirtualValue.of(types.get(i)));
        }
        this.ironed = List.copyOf(each);
    }

    /**
     * The optimal auction among one bidder per distribution.
     *
     * @param types the distribution of each bidder's value; a report outside its support is refused
     * @param sellerValue v0, what keeping the object is worth to the seller
     */
    public static OptimalAuction of(List<ValueDistribution> types, double sellerValue) {
        return new OptimalAuction(types, sellerValue);
    }

    @Override
    public List<ValueDistribution> types() {
        return types;
    }

    @Override
    public double sellerValue() {
        return sellerValue;
    }

    /** ψ̄ of agent {@code agent}. */
    public IronedVirtualValue virtualValue(int agent) {
        return ironed.get(agent);
    }

    @Override
    public double score(int agent, double message) {
        return Double.isNaN(message) ? ABSTAIN : ironed.get(agent).at(message);
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        double[] virtual = virtual(messages, ties);
        int winner = Profile.highest(virtual, sellerValue, ties);
        return winner < 0
                ? MarketOutcome.nothing(agents())
                : MarketOutcome.sale(agents(), winner, payment(winner, messages[winner], virtual));
    }

    @Override
    public MarketOutcome allocation(double[] messages, TieOrder ties) {
        int winner = Profile.highest(virtual(messages, ties), sellerValue, ties);
        return winner < 0 ? MarketOutcome.nothing(agents()) : MarketOutcome.sale(agents(), winner, 0);
    }

    private double[] virtual(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, types);
        double[] virtual = new double[messages.length];
        for (int i = 0; i < virtual.length; i++) {
            virtual[i] = score(i, messages[i]);
        }
        return virtual;
    }

    /** The least type of agent {@code agent} that can win, ψ̄^{-1}(v0); +∞ where none can. */
    public double reserve(int agent) {
        return ironed.get(agent).inverse(sellerValue);
    }

    private double payment(int winner, double report, double[] virtual) {
        double toBeat = Profile.highestOther(virtual, sellerValue, winner);
        double least = ironed.get(winner).inverse(toBeat);
        if (ironed.get(winner).flats().isEmpty() || virtual[winner] == toBeat) {
            return Math.min(report, least);
        }
        int rivals = 0;
        for (int i = 0; i < virtual.length; i++) {
            rivals += i != winner && virtual[i] == toBeat ? 1 : 0;
        }
        double sure = rivals == 0
                ? least
                : ironed.get(winner)
                        .flatOf(toBeat)
                        .map(IronedVirtualValue.Flat::hi)
                        .orElse(least);
        return Math.min(report, sure - (sure - least) / (rivals + 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OptimalAuction that
                && types.equals(that.types)
                && Double.compare(sellerValue, that.sellerValue) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * types.hashCode() + Double.hashCode(sellerValue);
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return "optimal with seller_value " + PlainNumber.of(sellerValue);
    }
}
