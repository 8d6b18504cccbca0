package dev.envelope.theory.units;

import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * L identical units: the L highest bids win (Vickrey 1961; Krishna, <i>Auction Theory</i>, ch. 12).
 *
 * <p>A bid below the reserve is no bid. The reserve stands in for every bid that is missing: where fewer than L bids count,
 * the price of a unit is the reserve, except to those who pay as they bid. Among equal bids those of the bidder that the order
 * of ties prefers go first, all of them.
 *
 * @param units L, at least 1
 * @param pricing what winners pay
 * @param reserve the least price of a unit, at least 0
 */
public record MultiUnitAuction(int units, UnitPricing pricing, double reserve) {

    /** Checks the numbers. */
    public MultiUnitAuction {
        if (units < 1) {
            throw new IllegalArgumentException("units: " + units + " (expected: at least 1)");
        }
        if (!(reserve >= 0) || Double.isInfinite(reserve)) {
            throw new IllegalArgumentException("reserve: " + reserve + " (expected: a finite number of at least 0)");
        }
    }

    /** An auction of {@code units} without a reserve. */
    public static MultiUnitAuction of(int units, UnitPricing pricing) {
        return new MultiUnitAuction(units, pricing, 0);
    }

    /**
     * Who gets how many units and pays how much.
     *
     * @throws IllegalArgumentException when {@code ties} does not rank as many bidders as bid
     */
    public UnitsOutcome outcome(DemandBids bids, TieOrder ties) {
        if (ties.agents() != bids.bidders()) {
            throw new IllegalArgumentException(
                    "ties: " + ties.agents() + " ranks (expected: one per bidder, " + bids.bidders() + ")");
        }
        List<Bid> ranked = ranked(bids, ties);
        int[] won = new int[bids.bidders()];
        double[] owed = new double[bids.bidders()];
        OptionalDouble price = price(ranked);
        for (Bid bid : ranked.subList(0, Math.min(units, ranked.size()))) {
            won[bid.bidder()]++;
            owed[bid.bidder()] += price.orElse(bid.amount());
        }
        List<Integer> quantities = new ArrayList<>();
        List<Double> payments = new ArrayList<>();
        for (int i = 0; i < won.length; i++) {
            quantities.add(won[i]);
            payments.add(pricing == UnitPricing.VICKREY ? displaced(ranked, i, won[i]) : owed[i]);
        }
        return new UnitsOutcome(quantities, payments, price);
    }

    /** The bids that count, the highest first. */
    private List<Bid> ranked(DemandBids bids, TieOrder ties) {
        List<Bid> ranked = new ArrayList<>();
        for (int i = 0; i < bids.bidders(); i++) {
            for (double amount : bids.of(i)) {
                if (amount >= reserve) {
                    ranked.add(new Bid(i, amount));
                }
            }
        }
        ranked.sort(
                Comparator.comparingDouble(Bid::amount).reversed().thenComparingInt(bid -> ties.rank(bid.bidder())));
        return ranked;
    }

    private OptionalDouble price(List<Bid> ranked) {
        return switch (pricing) {
            case HIGHEST_REJECTED -> OptionalDouble.of(amount(ranked, units));
            case LOWEST_ACCEPTED -> OptionalDouble.of(amount(ranked, units - 1));
            case VICKREY, DISCRIMINATORY -> OptionalDouble.empty();
        };
    }

    /** The {@code won} lowest of the L bids that would win without bidder {@code bidder}: those that it keeps out. */
    private double displaced(List<Bid> ranked, int bidder, int won) {
        List<Bid> others = ranked.stream().filter(bid -> bid.bidder() != bidder).toList();
        double total = 0;
        for (int k = units - won; k < units; k++) {
            total += amount(others, k);
        }
        return total;
    }

    private double amount(List<Bid> ranked, int place) {
        return place < ranked.size() ? ranked.get(place).amount() : reserve;
    }

    /** A bid for one more unit. */
    private record Bid(int bidder, double amount) {}

    /** As plan files call it. */
    @Override
    public String toString() {
        return switch (pricing) {
                    case VICKREY -> "multi_unit_vickrey";
                    case DISCRIMINATORY -> "discriminatory";
                    case HIGHEST_REJECTED, LOWEST_ACCEPTED -> "uniform_price at the " + pricing;
                }
                + " of " + units + " units";
    }
}
