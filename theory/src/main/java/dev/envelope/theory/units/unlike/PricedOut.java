package dev.envelope.theory.units.unlike;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.PiecewiseLinearBid;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Bids for L units where L bidders' values are all above those of the others, who bid their values in vain: the L bid the highest of
 * these, c, and pay it, whether the own bid is due or the lowest accepted one.
 *
 * <p>A lower bid b wins where nobody of the others has a value above it, so that with G the distribution of their highest value these are best
 * replies where (v − b)·G(b) is at most v − c for the lowest value v of the L, and then for all ({@link #isBestReply}). Whoever of the others has
 * the value c bids just below it. Checked by {@code PricedOutTest}.
 */
public final class PricedOut {

    /** Of values, in units of what the price is above the lowest bid. */
    private static final double ROUNDING = 1e-12;

    private final List<ValueDistribution> types;
    private final double reserve;
    private final boolean[] outbids;
    private final double price;

    private PricedOut(List<ValueDistribution> types, double reserve, boolean[] outbids, double price) {
        this.types = types;
        this.reserve = reserve;
        this.outbids = outbids;
        this.price = price;
    }

    /**
     * The bids; empty where no L bidders, and no more, have values that are all above the others', or these can't reach the reserve.
     *
     * @param types the distribution of each bidder's value
     * @param units L, at least 1
     * @param reserve the least bid
     */
    public static Optional<PricedOut> of(List<ValueDistribution> types, int units, double reserve) {
        if (types.size() <= units) {
            return Optional.empty();
        }
        int[] order = IntStream.range(0, types.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -types.get(i).lower()))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] outbids = new boolean[types.size()];
        for (int k = 0; k < units; k++) {
            outbids[order[k]] = true;
        }
        double price = IntStream.range(0, outbids.length)
                .filter(i -> !outbids[i])
                .mapToDouble(i -> types.get(i).upper())
                .max()
                .orElseThrow();
        return price > reserve && types.get(order[units - 1]).lower() > price
                ? Optional.of(new PricedOut(List.copyOf(types), reserve, outbids, price))
                : Optional.empty();
    }

    /** c, which the L bid and pay. */
    public double price() {
        return price;
    }

    /**
     * The least value of the L at which no lower bid earns more; +∞ where one does at any, as where the others' highest value has no density at c.
     *
     * @param alpha of a utility of z^alpha, 1 for risk-neutral bidders
     */
    public double enough(double alpha) {
        return new Undercutting(others(), floor(), price, 1 / alpha).enough();
    }

    /** Whether no lower bid earns more with any value of the L, to rounding; {@code alpha} as for {@link #enough}. */
    public boolean isBestReply(double alpha) {
        double lowest = IntStream.range(0, outbids.length)
                .filter(i -> outbids[i])
                .mapToDouble(i -> types.get(i).lower())
                .min()
                .orElseThrow();
        return lowest >= enough(alpha) - ROUNDING * (price - floor());
    }

    private List<ValueDistribution> others() {
        return IntStream.range(0, outbids.length)
                .filter(i -> !outbids[i])
                .mapToObj(types::get)
                .toList();
    }

    /** The lowest bid that may win against the others. */
    double floor() {
        return others().stream().mapToDouble(ValueDistribution::lower).reduce(reserve, Math::max);
    }

    /** What each bidder does, in pieces. */
    public List<BidFunction> strategies() {
        List<BidFunction> strategies = new ArrayList<>();
        for (int i = 0; i < outbids.length; i++) {
            strategies.add(strategy(i));
        }
        return strategies;
    }

    private BidFunction strategy(int bidder) {
        ValueDistribution type = types.get(bidder);
        double[] ends = {Math.max(reserve, type.lower()), type.upper()};
        if (!(ends[1] > ends[0])) {
            return value -> Mechanism.ABSTAIN;
        }
        double top = outbids[bidder] ? price : Math.min(ends[1], Math.nextDown(price));
        return PiecewiseLinearBid.of(ends, new double[] {outbids[bidder] ? price : Math.min(ends[0], top), top});
    }

    /** What it comes to. */
    public Predictions predictions() {
        List<Double> surplus = new ArrayList<>();
        List<Double> payments = new ArrayList<>();
        double gains = 0;
        double revenue = 0;
        for (int i = 0; i < outbids.length; i++) {
            double own = outbids[i] ? types.get(i).mean() : 0;
            double paid = outbids[i] ? price : 0;
            surplus.add(own - paid);
            payments.add(paid);
            gains += own;
            revenue += paid;
        }
        return new Predictions(revenue, gains, gains, 1, surplus, payments);
    }
}
