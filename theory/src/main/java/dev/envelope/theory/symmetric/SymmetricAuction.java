package dev.envelope.theory.symmetric;

import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;

/**
 * What payoff equivalence says of every auction in which n alike, risk-neutral bidders from a cut-off x0 on take part and the
 * highest of them wins (Krishna, ch. 2.5 and 3.1): (x0 − r)·G(x0) = e and U(x) = ∫_{x0}^x G, G = F^(n−1).
 *
 * <p>A minimum bid of an all-pay auction is an entry fee here: who bids at the cut-off pays it whether it wins or not. All
 * amounts are in the unit of the values; errors are those of {@link Quadrature}. Checked by {@code SymmetricSolverTest}.
 */
public final class SymmetricAuction {

    private final ValueDistribution type;
    private final int bidders;
    private final double reserve;
    private final double entryFee;
    private final double cutOff;
    private final Shading shading;

    /**
     * The auction, whose cut-off is found here, once.
     *
     * @param type F, the distribution of each bidder's value
     * @param bidders n, at least 1
     * @param reserve r, the least price of a winner
     * @param entryFee e, what taking part costs whoever wins, at least 0
     */
    public SymmetricAuction(ValueDistribution type, int bidders, double reserve, double entryFee) {
        require(bidders >= 1, "bidders", bidders, "at least 1");
        require(Double.isFinite(reserve), "reserve", reserve, "a finite number");
        require(entryFee >= 0 && Double.isFinite(entryFee), "entryFee", entryFee, "a number of at least 0");
        this.type = type;
        this.bidders = bidders;
        this.reserve = reserve;
        this.entryFee = entryFee;
        this.cutOff = least(type, bidders, reserve, entryFee);
        this.shading = new Shading(type, bidders - 1.0, 0, 0, pieces(cutOff, type.upper()));
    }

    /** An auction without an entry fee. */
    public static SymmetricAuction of(ValueDistribution type, int bidders, double reserve) {
        return new SymmetricAuction(type, bidders, reserve, 0);
    }

    private static double least(ValueDistribution type, int bidders, double reserve, double entryFee) {
        double least = bidders == 1 ? reserve : Math.max(reserve, type.lower());
        double most = type.upper();
        if (entryFee == 0) {
            return least <= most ? least : Double.POSITIVE_INFINITY;
        }
        return least > most || most - reserve < entryFee
                ? Double.POSITIVE_INFINITY
                : Bisection.first(
                        least, most, x -> (x - reserve) * StrictMath.pow(type.cdf(x), bidders - 1.0) >= entryFee);
    }

    /** F, the distribution of each bidder's value. */
    public ValueDistribution type() {
        return type;
    }

    /** n. */
    public int bidders() {
        return bidders;
    }

    /** r, the least price of a winner. */
    public double reserve() {
        return reserve;
    }

    /** e, what taking part costs. */
    public double entryFee() {
        return entryFee;
    }

    /** x0, the least type that takes part; +∞ where none does. A sole bidder takes part from r + e on. */
    public double cutOff() {
        return cutOff;
    }

    /** The probability that type {@code x} wins. */
    public double winProbability(double x) {
        return x >= cutOff() ? highest(x) : 0;
    }

    /** U(x), what type {@code x} expects to gain. */
    public double interimUtility(double x) {
        double from = cutOff();
        return x <= from ? 0 : Quadrature.integrate(this::highest, pieces(from, x));
    }

    /** What type {@code x} expects to pay, the fee included. */
    public double interimPayment(double x) {
        return x * winProbability(x) - interimUtility(x);
    }

    /** P(somebody takes part). */
    public double saleProbability() {
        return 1 - StrictMath.pow(type.cdf(cutOff()), bidders);
    }

    /** What the seller takes in on average, fees included. */
    public double revenue() {
        double from = cutOff();
        double to = type.upper();
        if (from >= to) {
            return 0;
        }
        double sold = to
                - from * StrictMath.pow(type.cdf(from), bidders)
                - Quadrature.integrate(x -> StrictMath.pow(type.cdf(x), bidders), pieces(from, to));
        return sold - bidders * surplus();
    }

    /** What each bidder expects to gain before it knows its type. */
    public double surplus() {
        double from = cutOff();
        return from >= type.upper()
                ? 0
                : Quadrature.integrate(x -> highest(x) * (1 - type.cdf(x)), pieces(from, type.upper()));
    }

    /** The first-price bid x − (U(x) + e)/G(x) of a type of at least the cut-off. */
    public double firstPriceBid(double x) {
        double from = cutOff();
        double atType = type.cdf(x);
        if (bidders == 1 || atType == 0) {
            return from;
        }
        return Math.max(reserve, x - shading(x) - (entryFee == 0 ? 0 : entryFee / highest(x)));
    }

    /**
     * The all-pay bid x·G(x) − U(x) − e of a type of at least the cut-off, e being the fee beyond {@code minimumBid}.
     *
     * @param minimumBid the part of the entry fee that is a minimum bid
     */
    public double allPayBid(double x, double minimumBid) {
        double beyond = entryFee - minimumBid;
        double kept = x <= cutOff || highest(x) == 0 ? 0 : highest(x) * shading(x);
        return Math.max(minimumBid, x * highest(x) - kept - beyond);
    }

    /** U(x)/G(x) = ∫ (F(y)/F(x))^(n−1) dy from the cut-off to {@code x}: of powers a power, otherwise by quadrature. */
    private double shading(double x) {
        if (bidders == 1) {
            return Math.max(0, x - cutOff);
        }
        double exponent = type instanceof UniformDistribution
                ? bidders - 1.0
                : type instanceof PowerDistribution power ? power.a() * (bidders - 1.0) : Double.NaN;
        if (exponent > 0 && cutOff >= type.lower() && x > cutOff) {
            double share = (cutOff - type.lower()) / (x - type.lower());
            return (x - type.lower()) * (1 - StrictMath.pow(share, exponent + 1)) / (exponent + 1);
        }
        return shading.applyAsDouble(x);
    }

    /** The ends of an interval with what is not smooth between them. */
    double[] pieces(double from, double to) {
        List<Double> pieces = new ArrayList<>(List.of(from));
        List<Double> inside = new ArrayList<>(List.of(type.lower()));
        inside.addAll(type.kinks());
        inside.stream().filter(x -> x > from && x < to).forEach(pieces::add);
        pieces.add(to);
        return pieces.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** An error of a bid that does no harm. */
    double rounding() {
        return 1e-15 * Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
    }

    /** G(x). */
    private double highest(double x) {
        return StrictMath.pow(type.cdf(x), bidders - 1.0);
    }

    private static void require(boolean holds, String field, double value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(field + ": " + value + " (expected: " + expected + ")");
        }
    }
}
