package dev.envelope.theory.bilateral.strategy;

import dev.envelope.theory.bilateral.TradeBoundary;
import dev.envelope.theory.bilateral.TradeFigures;
import dev.envelope.theory.bilateral.Traders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step-function equilibrium of the bilateral k-double auction: bids and asks take the values p_1 &lt; … &lt; p_m only
 * (Leininger, Linhart &amp; Radner 1989). With one step all trade is at p_1, whatever k and the distributions.
 *
 * <p>Buyers with v in [v_j, v_{j+1}) bid p_j and sellers with c in (c_{j−1}, c_j] ask p_j. With X_j = F(c_j) and Y_j = 1 −
 * G(v_j) the marginal types are indifferent: (X_j − X_{j−1})·(v_j − p_j) = k·X_{j−1}·(p_j − p_{j−1}) and (Y_j −
 * Y_{j+1})·(p_j − c_j) = (1−k)·Y_{j+1}·(p_{j+1} − p_j), X_0 = Y_{m+1} = 0. Payoffs have increasing differences, so that
 * suffices between steps. Buyers below v_1 = p_1 bid the lowest type of all and sellers above c_m = p_m ask the highest: an ask
 * of their own cost could tempt a buyer to bid more. Checked by {@code StepDoubleAuctionTest}.
 */
public final class StepDoubleAuction implements TradingStrategies {

    private final Traders traders;
    private final double k;
    private final List<Double> prices;
    private final List<Double> values;
    private final List<Double> costs;

    StepDoubleAuction(Traders traders, double k, List<Double> prices, List<Double> values, List<Double> costs) {
        this.traders = traders;
        this.k = k;
        this.prices = List.copyOf(prices);
        this.values = List.copyOf(values);
        this.costs = List.copyOf(costs);
    }

    /**
     * Trade at {@code price} and at no other iff v ≥ price ≥ c: an equilibrium for all distributions.
     *
     * @param k the weight of the bid in the price, 0 to 1
     * @param price between the lowest and the highest type of both sides
     */
    public static StepDoubleAuction onePrice(Traders traders, double k, double price) {
        return of(traders, k, List.of(price)).orElseThrow();
    }

    /**
     * The equilibrium with these steps; of several, the one with the largest gains. Empty where a search finds no
     * thresholds that make the marginal types indifferent.
     *
     * @param k the weight of the bid in the price, 0 to 1
     * @param prices p_1 to p_m, increasing
     */
    public static Optional<StepDoubleAuction> of(Traders traders, double k, List<Double> prices) {
        Weight.check(k);
        if (prices.isEmpty()) {
            throw new IllegalArgumentException("prices: [] (expected: at least one)");
        }
        for (int j = 0; j < prices.size(); j++) {
            double price = prices.get(j);
            if (!(price >= traders.lowest() && price <= traders.highest())) {
                throw new IllegalArgumentException("prices[" + j + "]: " + price + " (expected: a number between "
                        + traders.lowest() + " and " + traders.highest() + ")");
            }
            if (j > 0 && !(price > prices.get(j - 1))) {
                throw new IllegalArgumentException(
                        "prices[" + j + "]: " + price + " (expected: above the price before it)");
            }
        }
        return new StepSearch(traders, k, prices).best();
    }

    @Override
    public Traders traders() {
        return traders;
    }

    @Override
    public double k() {
        return k;
    }

    /** p_1 to p_m. */
    public List<Double> prices() {
        return prices;
    }

    /** v_1 to v_m: the least value that bids each price. */
    public List<Double> values() {
        return values;
    }

    /** c_1 to c_m: the highest cost that asks each price. */
    public List<Double> costs() {
        return costs;
    }

    @Override
    public double bid(double value) {
        double bid = traders.lowest();
        for (int j = 0; j < values.size() && value >= values.get(j); j++) {
            bid = prices.get(j);
        }
        return bid;
    }

    @Override
    public double ask(double cost) {
        for (int j = 0; j < costs.size(); j++) {
            if (cost <= costs.get(j)) {
                return prices.get(j);
            }
        }
        return traders.highest();
    }

    @Override
    public List<Double> bidKinks() {
        return values;
    }

    @Override
    public List<Double> askKinks() {
        return costs;
    }

    @Override
    public TradeFigures figures() {
        double lowest = traders.values().lower();
        double highest = traders.costs().upper();
        return new TradeBoundary(traders, this::highestCost, values)
                .figures(buyerPayoff(lowest, stepOfBid(lowest)), sellerPayoff(highest, stepOfAsk(highest)));
    }

    /** The largest gain of any type from any other price, exactly: payoffs are linear in the type between thresholds. */
    public double largestGain() {
        double largest = 0;
        List<Double> buyers = new ArrayList<>(values);
        buyers.addAll(List.of(traders.values().lower(), traders.values().upper()));
        for (double v : buyers) {
            for (int j = 0; j <= prices.size(); j++) {
                largest = Math.max(largest, buyerPayoff(v, j - 1) - buyerPayoff(v, stepOfBid(v)));
            }
        }
        List<Double> sellers = new ArrayList<>(costs);
        sellers.addAll(List.of(traders.costs().lower(), traders.costs().upper()));
        for (double c : sellers) {
            for (int j = 0; j <= prices.size(); j++) {
                largest = Math.max(largest, sellerPayoff(c, j) - sellerPayoff(c, stepOfAsk(c)));
            }
        }
        return largest;
    }

    private double highestCost(double value) {
        int step = stepOfBid(value);
        return step < 0 ? Double.NEGATIVE_INFINITY : costs.get(step);
    }

    /** −1 for a buyer that does not trade. */
    private int stepOfBid(double value) {
        int step = -1;
        while (step + 1 < values.size() && value >= values.get(step + 1)) {
            step++;
        }
        return step;
    }

    /** m for a seller that does not trade. */
    private int stepOfAsk(double cost) {
        int step = 0;
        while (step < costs.size() && cost > costs.get(step)) {
            step++;
        }
        return step;
    }

    private double buyerPayoff(double value, int step) {
        double payoff = 0;
        double before = 0;
        for (int i = 0; i <= step; i++) {
            double sellers = traders.costs().cdf(costs.get(i));
            payoff += (sellers - before) * (value - k * prices.get(step) - (1 - k) * prices.get(i));
            before = sellers;
        }
        return payoff;
    }

    private double sellerPayoff(double cost, int step) {
        double payoff = 0;
        for (int i = step; i < prices.size(); i++) {
            double above = i + 1 < prices.size() ? 1 - traders.values().cdf(values.get(i + 1)) : 0;
            double buyers = 1 - traders.values().cdf(values.get(i)) - above;
            payoff += buyers * (k * prices.get(i) + (1 - k) * prices.get(step) - cost);
        }
        return payoff;
    }
}
