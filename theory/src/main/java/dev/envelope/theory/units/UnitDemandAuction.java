package dev.envelope.theory.units;

import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * L identical units among bidders that want one each: a {@link MultiUnitAuction} whose schedules have one bid, without the
 * schedules. A bid below the reserve, and a negative one, is no bid. Checked by {@code UnitDemandAuctionTest} against {@link MultiUnitAuction}.
 *
 * @param agents how many bidders, at least 1
 * @param auction the rules
 */
public record UnitDemandAuction(int agents, MultiUnitAuction auction) implements Mechanism {

    /** Checks the number. */
    public UnitDemandAuction {
        if (agents < 1) {
            throw new IllegalArgumentException("bidders: " + agents + " (expected: at least 1)");
        }
    }

    /** {@code units} units among {@code bidders} without a reserve. */
    public static UnitDemandAuction of(int bidders, int units, UnitPricing pricing) {
        return new UnitDemandAuction(bidders, MultiUnitAuction.of(units, pricing));
    }

    @Override
    public int objects() {
        return auction.units();
    }

    @Override
    public boolean isDirect() {
        return false;
    }

    @Override
    public boolean treatsAlike(int one, int other) {
        return true;
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.check(messages, ties, agents);
        double[] counting = counting(messages);
        if (counting.length == 0) {
            return MarketOutcome.nothing(agents);
        }
        double lowest = highest(objects(), counting);
        int lastRank = lastRank(messages, ties, counting);
        double price = auction.pricing() == UnitPricing.LOWEST_ACCEPTED ? lowest : highest(objects() + 1, counting);
        int[] units = new int[agents];
        double[] payments = new double[agents];
        for (int i = 0; i < agents; i++) {
            if (messages[i] > lowest || (messages[i] == lowest && ties.rank(i) <= lastRank)) {
                units[i] = 1;
                payments[i] = auction.pricing() == UnitPricing.DISCRIMINATORY ? messages[i] : price;
            }
        }
        return MarketOutcome.of(
                units, payments, auction.pricing().isUniform() ? OptionalDouble.of(price) : OptionalDouble.empty());
    }

    /** The bids that count, the lowest first. */
    private double[] counting(double... messages) {
        double[] counting = new double[agents];
        int size = 0;
        for (double message : messages) {
            if (message >= auction.reserve()) {
                counting[size++] = message;
            }
        }
        double[] sorted = Arrays.copyOf(counting, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The bid of rank {@code place}, from 1; the reserve stands in for what is missing. */
    private double highest(int place, double... counting) {
        return place <= counting.length ? counting[counting.length - place] : auction.reserve();
    }

    /** The last rank that gets a unit of those who bid as much as the lowest bid that wins. */
    private int lastRank(double[] messages, TieOrder ties, double... counting) {
        int first = Math.max(0, counting.length - objects());
        double lowest = counting[first];
        if (first == 0 || counting[first - 1] < lowest) {
            return agents;
        }
        int[] tied = IntStream.range(0, agents)
                .filter(i -> messages[i] == lowest)
                .map(ties::rank)
                .sorted()
                .toArray();
        int above = (int) Arrays.stream(counting).filter(bid -> bid > lowest).count();
        return tied[objects() - above - 1];
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return auction + " among " + agents + " bidders that want one each";
    }
}
