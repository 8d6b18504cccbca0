package dev.envelope.theory.bilateral.strategy;

import dev.envelope.theory.bilateral.TradeBoundary;
import dev.envelope.theory.bilateral.TradeFigures;
import dev.envelope.theory.bilateral.Traders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A smooth equilibrium of the bilateral k-double auction, 0 &lt; k &lt; 1, for any distributions with positive densities: a
 * solution of the first-order conditions (V − p)·C' = k·F(C)/f(C) and (p − C)·V' = (1−k)·(1 − G(V))/g(V) for the inverse bid V
 * and the inverse ask C (Leininger, Linhart &amp; Radner 1989; Satterthwaite &amp; Williams 1989).
 *
 * <p>One passes through every point C &lt; p &lt; V. Where it passes the lowest value, asks are floored at that value's bid; where
 * it passes the highest cost, bids are capped at that cost's ask. A buyer below the range of trade bids v, a seller above
 * it asks c. The sign of a buyer's marginal payoff at p is that of v − V(p), so that the conditions suffice. {@link #selected}
 * chooses one of the continuum. Checked by {@code SmoothDoubleAuctionTest}.
 */
public final class SmoothDoubleAuction implements TradingStrategies {

    private static final int PRICES = 6;
    private static final int TYPES = 4;

    private final Traders traders;
    private final double k;
    private final TradePath path;
    private final double lowestPrice;
    private final double highestPrice;

    private SmoothDoubleAuction(Traders traders, double k, TradePath path) {
        this.traders = traders;
        this.k = k;
        this.path = path;
        this.lowestPrice = path.at(
                PathEquations.PRICE, PathEquations.VALUE, traders.values().lower());
        this.highestPrice =
                path.at(PathEquations.PRICE, PathEquations.COST, traders.costs().upper());
    }

    /**
     * The equilibrium in which {@code value} bids and {@code cost} asks {@code price}; empty where the path through this point
     * cannot be followed to both ends, such as over a gap in a support.
     *
     * @param k the weight of the bid in the price, strictly between 0 and 1
     * @throws IllegalArgumentException unless cost &lt; price &lt; value, both inside their supports
     */
    public static Optional<SmoothDoubleAuction> through(
            Traders traders, double k, double price, double value, double cost) {
        checkInside(k);
        if (!(value > price
                && value < traders.values().upper()
                && value > traders.values().lower())) {
            throw new IllegalArgumentException(
                    "value: " + value + " (expected: inside its support and above the price, " + price + ")");
        }
        if (!(cost < price
                && cost > traders.costs().lower()
                && cost < traders.costs().upper())) {
            throw new IllegalArgumentException(
                    "cost: " + cost + " (expected: inside its support and below the price, " + price + ")");
        }
        return TradePath.through(traders, k, price, value, cost).map(path -> new SmoothDoubleAuction(traders, k, path));
    }

    /**
     * One of the continuum, chosen by a rule that gives the linear equilibrium where both types are uniform and a symmetric one
     * where the game is symmetric. Take the two ends of trade at which V and C can have finite, positive slopes: the
     * equilibrium passes the middle of the straight line between them. Where that line passes the end of a support, F/f or (1 −
     * G)/g is continued along its tangent. Empty where the path cannot be followed, or where its bids all exceed its asks.
     *
     * @param k the weight of the bid in the price, strictly between 0 and 1
     */
    public static Optional<SmoothDoubleAuction> selected(Traders traders, double k) {
        checkInside(k);
        return new PathSelection(traders, k)
                .path()
                .map(path -> new SmoothDoubleAuction(traders, k, path))
                .filter(auction -> auction.lowestPrice < auction.highestPrice);
    }

    /**
     * Those through {@value #PRICES} prices and {@value #TYPES} values and costs at each that can be followed to both ends, by the expected
     * gains from trade, to a few digits, the largest first. For games in which {@link #selected} is empty.
     *
     * @param k the weight of the bid in the price, strictly between 0 and 1
     */
    public static List<SmoothDoubleAuction> byGains(Traders traders, double k) {
        checkInside(k);
        double from = Math.max(traders.costs().lower(), traders.values().lower());
        double to = Math.min(traders.costs().upper(), traders.values().upper());
        List<SmoothDoubleAuction> found = new ArrayList<>();
        for (int i = 0; i < PRICES; i++) {
            double price = from + (i + 0.5) / PRICES * (to - from);
            for (int j = 0; j < TYPES * TYPES; j++) {
                double value = price + share(j / TYPES) * (traders.values().upper() - price);
                double cost =
                        price - share(j % TYPES) * (price - traders.costs().lower());
                TradePath.through(traders, k, price, value, cost)
                        .map(path -> new SmoothDoubleAuction(traders, k, path))
                        .filter(auction -> auction.lowestPrice < auction.highestPrice)
                        .ifPresent(found::add);
            }
        }
        GainsByRank gains = new GainsByRank(traders);
        return found.stream()
                .map(auction -> new Candidate(auction, gains.from(auction.lowestPrice, auction::highestCost)))
                .filter(candidate -> Double.isFinite(candidate.gains()))
                .sorted(Comparator.comparingDouble(Candidate::gains).reversed())
                .map(Candidate::auction)
                .toList();
    }

    private static double share(int type) {
        return (type + 0.5) * (type + 0.5) / TYPES / TYPES;
    }

    @Override
    public Traders traders() {
        return traders;
    }

    @Override
    public double k() {
        return k;
    }

    /** The lowest ask, and the bid of the least value that trades. */
    public double lowestPrice() {
        return lowestPrice;
    }

    /** The highest bid, and the ask of the highest cost that trades. */
    public double highestPrice() {
        return highestPrice;
    }

    @Override
    public double bid(double value) {
        double price = path.at(PathEquations.PRICE, PathEquations.VALUE, value);
        return value < lowestPrice ? value : Math.min(highestPrice, price);
    }

    @Override
    public double ask(double cost) {
        double price = path.at(PathEquations.PRICE, PathEquations.COST, cost);
        return cost > highestPrice ? cost : Math.max(lowestPrice, price);
    }

    @Override
    public List<Double> bidKinks() {
        List<Double> kinks = new ArrayList<>(path.ends(PathEquations.VALUE));
        kinks.addAll(List.of(lowestPrice, valueAt(highestPrice)));
        return kinks;
    }

    @Override
    public List<Double> askKinks() {
        List<Double> kinks = new ArrayList<>(path.ends(PathEquations.COST));
        kinks.addAll(List.of(highestPrice, costAt(lowestPrice)));
        return kinks;
    }

    @Override
    public TradeFigures figures() {
        TradeBoundary boundary = new TradeBoundary(traders, this::highestCost, bidKinks());
        double low = traders.values().lower();
        double high = traders.costs().upper();
        double lowestBuyer = low > lowestPrice ? boundary.sellers(low) * (low - lowestPrice) : 0;
        double buyers = 1 - traders.values().cdf(valueAt(highestPrice));
        double highestSeller = high < highestPrice ? buyers * (highestPrice - high) : 0;
        return boundary.figures(lowestBuyer, highestSeller);
    }

    private double highestCost(double value) {
        return value < lowestPrice ? Double.NEGATIVE_INFINITY : path.at(PathEquations.COST, PathEquations.VALUE, value);
    }

    private double valueAt(double price) {
        return path.at(PathEquations.VALUE, PathEquations.PRICE, price);
    }

    private double costAt(double price) {
        return path.at(PathEquations.COST, PathEquations.PRICE, price);
    }

    private static void checkInside(double k) {
        if (!(k > 0 && k < 1)) {
            throw new IllegalArgumentException("k: " + k + " (expected: between 0 and 1, both excluded)");
        }
    }

    private record Candidate(SmoothDoubleAuction auction, double gains) {}
}
