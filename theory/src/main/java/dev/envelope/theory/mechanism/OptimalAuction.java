package dev.envelope.theory.mechanism;

import dev.envelope.theory.distribution.ValueDistribution;
import java.util.Arrays;
import java.util.List;

/**
 * One object, direct: Myerson's (1981) revenue-maximal auction for regular distributions that may differ (Krishna, ch. 5.2).
 *
 * <p>The highest virtual value ψ_i(x_i) wins where it is at least the seller's value v0. The winner pays the least type
 * with which it would still have won, y_i = inf{z : ψ_i(z) ≥ v0 and ψ_i(z) ≥ ψ_j(x_j) for all j}. Reports that are whole
 * numbers give halves exactly where the distributions are uniform on whole numbers.
 *
 * @param types the distribution of each bidder's value; a report outside its support is refused
 * @param sellerValue v0, what keeping the object is worth to the seller
 */
public record OptimalAuction(List<ValueDistribution> types, double sellerValue) implements Mechanism {

    /** Copies the list and refuses irregular distributions, which would need ironing. */
    public OptimalAuction {
        types = List.copyOf(types);
        Profile.checkBidders(types.size());
        Profile.checkFinite("sellerValue", sellerValue);
        for (int i = 0; i < types.size(); i++) {
            if (!types.get(i).isRegular()) {
                throw new IllegalArgumentException("types[" + i + "]: " + types.get(i)
                        + " (expected: a regular distribution, whose virtual value increases)");
            }
        }
    }

    /** The optimal auction among one bidder per distribution. */
    public static OptimalAuction of(List<ValueDistribution> types, double sellerValue) {
        return new OptimalAuction(types, sellerValue);
    }

    @Override
    public int agents() {
        return types.size();
    }

    @Override
    public Side side(int agent) {
        return Side.BIDDER;
    }

    @Override
    public boolean isDirect() {
        return true;
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.checkReports(messages, ties, types);
        double[] virtual = new double[messages.length];
        Arrays.setAll(
                virtual, i -> Double.isNaN(messages[i]) ? ABSTAIN : types.get(i).virtualValue(messages[i]));
        int winner = Profile.highest(virtual, sellerValue, ties);
        if (winner < 0) {
            return MarketOutcome.nothing(agents());
        }
        double toBeat = Profile.highestOther(virtual, sellerValue, winner);
        double least = types.get(winner).inverseVirtualValue(toBeat);
        return MarketOutcome.sale(agents(), winner, Math.min(messages[winner], least));
    }

    /** The least type of agent {@code agent} that can win, ψ^{-1}(v0); +∞ where none can. */
    public double reserve(int agent) {
        return types.get(agent).inverseVirtualValue(sellerValue);
    }
}
