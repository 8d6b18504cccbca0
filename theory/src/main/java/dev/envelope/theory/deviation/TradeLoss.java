package dev.envelope.theory.deviation;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * What one side of the bilateral double auction at p = k·bid + (1−k)·ask loses by its strategy against its best reply to the
 * other's, a function of the other's type that nowhere falls.
 *
 * <p>With S(b) = P(ask ≤ b) a bid b of value v earns (v − b)·S(b) + (1−k)·∫^b S; with T(a) = P(bid ≥ a) an ask a at cost c
 * earns (a − c)·T(a) + k·∫_a T. Searched as in {@link BidLoss}; checked by {@code TradeLossTest} against
 * {@link BestResponse}, which plays the mechanism, and against closed forms.
 */
public final class TradeLoss {

    private static final int GRID = 160;
    private static final double ACCURACY = 1e-12;

    private final boolean isBuyer;
    private final double share;
    private final ValueDistribution type;
    private final BidFunction own;
    private final PlayedBids other;
    private final double[] messages;
    private final double[] chances;
    private final Cumulative rent;
    private final List<Double> kinks;

    private TradeLoss(boolean isBuyer, double share, ValueDistribution type, BidFunction own, PlayedBids other) {
        this.isBuyer = isBuyer;
        this.share = share;
        this.type = type;
        this.own = own;
        this.other = other;
        this.messages = Summit.grid(other.lowest(), other.highest(), GRID, other.ends());
        this.chances = Arrays.stream(messages).map(this::chance).toArray();
        this.rent = new Cumulative(this::chance, messages);
        this.kinks = kinks();
    }

    /**
     * The losses of the buyer.
     *
     * @param k the weight of the bid in the price, in [0, 1]
     * @throws IllegalArgumentException for another k, and when asks fall somewhere in the cost
     */
    public static TradeLoss ofBuyer(
            double k, ValueDistribution values, BidFunction bid, ValueDistribution costs, BidFunction ask) {
        requireWeight(k);
        return new TradeLoss(true, 1 - k, values, bid, PlayedBids.of(costs, ask));
    }

    /**
     * The losses of the seller.
     *
     * @param k the weight of the bid in the price, in [0, 1]
     * @throws IllegalArgumentException for another k, and when bids fall somewhere in the value
     */
    public static TradeLoss ofSeller(
            double k, ValueDistribution values, BidFunction bid, ValueDistribution costs, BidFunction ask) {
        requireWeight(k);
        return new TradeLoss(false, k, costs, ask, PlayedBids.of(values, bid));
    }

    private static void requireWeight(double k) {
        if (!(k >= 0 && k <= 1)) {
            throw new IllegalArgumentException("k: " + k + " (expected: 0 to 1)");
        }
    }

    /** What {@code message} earns at {@code type}. */
    public double payoff(double type, double message) {
        return payoff(type, message, chance(message));
    }

    private double payoff(double type, double message, double chance) {
        if (isBuyer) {
            double beyond = Math.max(0, message - other.highest());
            return (type - message) * chance + share * (rent.to(Math.min(message, other.highest())) + beyond);
        }
        double beyond = Math.max(0, other.lowest() - message);
        double above = rent.to(other.highest()) - rent.to(message) + beyond;
        return (message - type) * chance + share * (message >= other.highest() ? 0 : above);
    }

    private double chance(double message) {
        return isBuyer ? other.upTo(message) : 1 - other.below(message);
    }

    /** What the prescribed message of {@code type} earns. */
    public double prescribed(double type) {
        return payoff(type, own.message(type));
    }

    /** The best message of {@code type}; empty where none earns anything. */
    public OptionalDouble best(double type) {
        Summit best = bestPoint(type);
        double range = messages[messages.length - 1] - messages[0];
        return best.height() > 0
                ? OptionalDouble.of(best.polished(m -> payoff(type, m), range).at())
                : OptionalDouble.empty();
    }

    /** How much more than the prescribed message the best one earns at {@code type}; at least 0. */
    public double gain(double type) {
        return Math.max(0, Math.max(0, bestPoint(type).height()) - prescribed(type));
    }

    /** E[gain]. */
    public double expectedGain() {
        return average(this::gain);
    }

    /** E[what the prescribed message earns]. */
    public double expectedPayoff() {
        return average(this::prescribed);
    }

    /** P(trade), as prescribed. */
    public double tradeProbability() {
        return average(x -> chance(own.message(x)));
    }

    /** The largest gain of any type. */
    public double largestGain() {
        return worst().height();
    }

    /** The type that gains most. */
    public double worstType() {
        return worst().at();
    }

    private Summit worst() {
        return Summit.overTypes(type, kinks, this::gain);
    }

    private Summit bestPoint(double type) {
        double[] payoffs = new double[messages.length];
        Arrays.setAll(payoffs, i -> payoff(type, messages[i], chances[i]));
        return Summit.highest(m -> payoff(type, m), messages, payoffs);
    }

    private double average(DoubleUnaryOperator f) {
        double scale = Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        return Expectation.of(type, type.lower(), type.upper(), ACCURACY * scale, kinks, f);
    }

    /** Where the own message is flat or meets an end of the other's. */
    private List<Double> kinks() {
        try {
            return PlayedBids.of(type, own).typesAt(other.ends());
        } catch (IllegalArgumentException falling) {
            return List.of();
        }
    }
}
