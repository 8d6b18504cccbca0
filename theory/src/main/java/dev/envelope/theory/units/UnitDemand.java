package dev.envelope.theory.units;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Beta;

/**
 * What is known of L units among n alike, risk-neutral bidders that want one each (Weber 1983; Krishna, <i>Auction
 * Theory</i>, ch. 13): every pricing sells to the L highest values from the reserve on, and so earns the same.
 *
 * <p>H(x) = I_F(n−L, L) is the probability that at most L−1 of n−1 rivals are above x (David &amp; Nagaraja, ch. 2). Highest
 * rejected bid and Vickrey: β(x) = x, weakly dominant. Pay as bid: β(x) = x − ∫_r^x H(y)/H(x) dy, the expected L-th highest
 * rival below x. Lowest accepted bid: β(x) = x − ∫_r^x (F(y)/F(x))^(n−L) dy, since a winner sets the price when exactly L−1
 * rivals are above it. Without more bidders than units everybody bids the reserve. All amounts are in the unit of the values.
 * Checked by {@code UnitDemandTest} against order statistics and by a search that plays the auction.
 *
 * @param type F, the distribution of each bidder's value
 * @param bidders n, at least 1
 * @param units L, at least 1
 * @param reserve r, the least price of a unit, at least 0
 */
public record UnitDemand(ValueDistribution type, int bidders, int units, double reserve) {

    private static final double RELATIVE_ERROR = 1e-15;
    private static final int MAX_TERMS = 10_000;

    /** Checks the numbers. */
    public UnitDemand {
        if (bidders < 1) {
            throw new IllegalArgumentException("bidders: " + bidders + " (expected: at least 1)");
        }
        if (units < 1) {
            throw new IllegalArgumentException("units: " + units + " (expected: at least 1)");
        }
        if (!(reserve >= 0) || Double.isInfinite(reserve)) {
            throw new IllegalArgumentException("reserve: " + reserve + " (expected: a finite number of at least 0)");
        }
    }

    /** {@code units} units among {@code bidders} without a reserve. */
    public static UnitDemand of(ValueDistribution type, int bidders, int units) {
        return new UnitDemand(type, bidders, units, 0);
    }

    /** The least type that takes part; types below it abstain. */
    public double cutOff() {
        return Math.max(reserve, type.lower());
    }

    /** Whether there is a unit for everybody. */
    public boolean isAmple() {
        return bidders <= units;
    }

    /** β(x) under {@code pricing}, for a type of at least the cut-off. */
    public double bid(UnitPricing pricing, double x) {
        return switch (pricing) {
            case VICKREY, HIGHEST_REJECTED -> x;
            case LOWEST_ACCEPTED -> shaded(x, y -> StrictMath.pow(type.cdf(y) / type.cdf(x), bidders - units));
            case DISCRIMINATORY -> shaded(x, y -> beaten(y) / beaten(x));
        };
    }

    /** The probability that a type of {@code x} gets a unit. */
    public double winProbability(double x) {
        return x >= cutOff() ? beaten(x) : 0;
    }

    /** What a type of {@code x} expects to gain. */
    public double interimUtility(double x) {
        double from = cutOff();
        return x < from ? 0 : atCutOff() + Quadrature.integrate(this::beaten, pieces(from, x));
    }

    /** What a type of {@code x} expects to pay. */
    public double interimPayment(double x) {
        return x * winProbability(x) - interimUtility(x);
    }

    /** E[Σ values of those who get a unit]. */
    public double gains() {
        double from = cutOff();
        return from >= type.upper()
                ? 0
                : from * sold(from) + Quadrature.integrate(this::sold, pieces(from, type.upper()));
    }

    /** What each bidder expects to gain before it knows its type. */
    public double surplus() {
        double from = cutOff();
        return from >= type.upper()
                ? 0
                : atCutOff() * (1 - type.cdf(from))
                        + Quadrature.integrate(x -> beaten(x) * (1 - type.cdf(x)), pieces(from, type.upper()));
    }

    /** What the seller expects to take in, the same for every pricing. */
    public double revenue() {
        return gains() - bidders * surplus();
    }

    /** E[the number of units sold]. */
    public double unitsSold() {
        return sold(cutOff());
    }

    /** P(at least one unit is sold). */
    public double saleProbability() {
        return 1 - StrictMath.pow(type.cdf(cutOff()), bidders);
    }

    /** E[min(L, how many values are above x)]: the sum of the chances that the k-th highest is, k = 1 … L. */
    double sold(double x) {
        double below = type.cdf(x);
        double total = 0;
        for (int k = 1; k <= Math.min(units, bidders); k++) {
            total += 1 - Beta.regularizedBeta(below, bidders - k + 1.0, k, RELATIVE_ERROR, MAX_TERMS);
        }
        return total;
    }

    /** H(x). */
    private double beaten(double x) {
        return isAmple() ? 1 : Beta.regularizedBeta(type.cdf(x), bidders - units, units, RELATIVE_ERROR, MAX_TERMS);
    }

    /** What the least type that takes part gains: something only where it gets a unit although it is the least. */
    double atCutOff() {
        return isAmple() ? cutOff() - reserve : 0;
    }

    private double shaded(double x, java.util.function.DoubleUnaryOperator share) {
        double from = cutOff();
        if (isAmple()) {
            return reserve;
        }
        if (x <= from || beaten(x) == 0) {
            return x;
        }
        double rounding = 1e-15 * Math.max(Math.abs(type.lower()), Math.abs(type.upper()));
        return Math.max(from, x - Quadrature.integrateWithin(rounding, share, pieces(from, x)));
    }

    private double[] pieces(double from, double to) {
        List<Double> inside = new ArrayList<>(type.kinks());
        inside.add(type.lower());
        return Kinks.between(from, to, inside);
    }
}
