package dev.envelope.theory.bilateral;

import dev.envelope.theory.distribution.composite.MirroredDistribution;
import dev.envelope.theory.ironing.WeightedVirtualValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * A direct mechanism for one buyer and one seller that trades iff ψ_α(v) ≥ φ_α(c), where ψ_α(v) = v − α·(1 − G(v))/g(v) and
 * φ_α(c) = c + α·F(c)/f(c), ironed where they decrease (Myerson &amp; Satterthwaite 1983).
 *
 * <p>α = 0 is efficient trade. α = 1 is the broker's profit-maximising mechanism. Between them lies the {@linkplain
 * #secondBest second best}: the largest expected gains among all mechanisms that are incentive compatible, that nobody loses by
 * joining and that need no money from outside. Truth is dominant at the threshold prices of {@link DirectTrade}. Checked by
 * {@code TradingMechanismTest}.
 */
public final class TradingMechanism {

    /** How exactly α is found: gains move with it only as fast as the budget does. */
    private static final double ACCURACY = 1e-14;

    /** The largest expected budget, relative to the range of types, that is taken for balanced. */
    private static final double BALANCED = 1e-11;

    private static final int MAX_EVALUATIONS = 200;

    private final Traders traders;
    private final double weight;
    private final WeightedVirtualValue buyer;
    private final WeightedVirtualValue mirroredSeller;

    private TradingMechanism(Traders traders, double weight) {
        this.traders = traders;
        this.weight = weight;
        this.buyer = WeightedVirtualValue.of(traders.values(), weight);
        this.mirroredSeller = WeightedVirtualValue.of(new MirroredDistribution(traders.costs()), weight);
    }

    /**
     * The mechanism with a given weight.
     *
     * @param weight α, 0 to 1
     */
    public static TradingMechanism of(Traders traders, double weight) {
        return new TradingMechanism(traders, weight);
    }

    /** Trade whenever v ≥ c. */
    public static TradingMechanism efficient(Traders traders) {
        return new TradingMechanism(traders, 0);
    }

    /** The mechanism that earns a broker most. */
    public static TradingMechanism broker(Traders traders) {
        return new TradingMechanism(traders, 1);
    }

    /**
     * The second best: the least α at which E[ψ_1(v) − φ_1(c); trade] ≥ 0. Empty where this expectation jumps over 0, which
     * takes flats of both ironed functions at the same height: the optimum is then a lottery.
     */
    public static Optional<TradingMechanism> secondBest(Traders traders) {
        TradingMechanism efficient = efficient(traders);
        if (!traders.canGain() || traders.canTradeEfficiently()) {
            return Optional.of(efficient);
        }
        double weight = new BrentSolver(ACCURACY, ACCURACY)
                .solve(MAX_EVALUATIONS, alpha -> of(traders, alpha).houseProfit(), 0, 1);
        TradingMechanism found = of(traders, weight);
        return Math.abs(found.houseProfit()) <= BALANCED * traders.range() ? Optional.of(found) : Optional.empty();
    }

    /** The two sides. */
    public Traders traders() {
        return traders;
    }

    /** α. */
    public double weight() {
        return weight;
    }

    /** Whether a buyer of value {@code value} and a seller of cost {@code cost} trade. */
    public boolean trades(double value, double cost) {
        return buyer.at(value) >= -mirroredSeller.at(-cost);
    }

    /** v*(c): the least value that trades with {@code cost}; +∞ where none does. */
    public double lowestValue(double cost) {
        return buyer.inverse(-mirroredSeller.at(-cost));
    }

    /** c*(v): the largest cost that trades with {@code value}; −∞ where none does. */
    public double highestCost(double value) {
        return -mirroredSeller.inverse(-buyer.at(value));
    }

    /** E[ψ_1(v) − φ_1(c); trade]: what a house earns that leaves the worst types nothing; negative where it loses. */
    public double houseProfit() {
        return boundary().budget();
    }

    /** What follows where the worst types are left nothing; its house profit is 0 at the second best. */
    public TradeFigures figures() {
        return boundary().figures();
    }

    private TradeBoundary boundary() {
        List<Double> kinks = new ArrayList<>(buyer.corners());
        for (double corner : mirroredSeller.corners()) {
            kinks.add(buyer.inverse(-mirroredSeller.at(corner)));
        }
        return new TradeBoundary(traders, this::highestCost, kinks);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TradingMechanism that && traders.equals(that.traders) && weight == that.weight;
    }

    @Override
    public int hashCode() {
        return 31 * traders.hashCode() + Double.hashCode(weight);
    }

    @Override
    public String toString() {
        return "TradingMechanism[traders=" + traders + ", weight=" + weight + "]";
    }
}
