package dev.envelope.theory.units;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.numeric.Binomial;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import java.util.ArrayList;
import java.util.List;

/**
 * Bids for L units of n alike bidders that want one each, have a common utility u and pay their own bid or the lowest accepted one.
 *
 * <p>Whoever bids a little more wins where the L-th highest rival is just above it, and pays more where it wins, or wins and sets the
 * price: β' = (C'/C)·u/u'(x − β), C the chance H to win, or F^(n−L) (Weber 1983), as with one unit (Krishna, ch. 4.1), and whoever would bid as a higher
 * value loses by it, since u/u' rises. So β(x) = x − ∫_r^x (C(y)/C(x))^(1/α) dy with the utility z^α and x + ln(1 − λ·∫_r^x
 * e^(λ(y−x))·C(y)/C(x) dy)/λ with constant absolute risk aversion. Checked by {@code RiskAverseUnitDemandTest}.
 *
 * @param demand the bidders and the units
 * @param pricing {@link UnitPricing#DISCRIMINATORY} or {@link UnitPricing#LOWEST_ACCEPTED}
 * @param utility the bidders' utility of gains
 */
public record RiskAverseUnitDemand(UnitDemand demand, UnitPricing pricing, Utility utility) {

    /** What a share adds nothing below. */
    private static final double NEGLIGIBLE = 1e-20;

    /** Checks the pricing. */
    public RiskAverseUnitDemand {
        if (pricing != UnitPricing.DISCRIMINATORY && pricing != UnitPricing.LOWEST_ACCEPTED) {
            throw new IllegalArgumentException(
                    "pricing: " + pricing + " (expected: one by which the own bid may be due)");
        }
    }

    /** β(x) of a type of at least the cut-off. */
    public double bid(double x) {
        double from = demand.cutOff();
        if (demand.isAmple()) {
            return demand.reserve();
        }
        double here = x <= from ? 0 : chance(x);
        if (here == 0) {
            return x;
        }
        double alpha = utility instanceof ConstantRelativeRiskAversion crra ? crra.alpha() : 1;
        double lambda = utility instanceof ConstantAbsoluteRiskAversion cara ? cara.lambda() : 0;
        double least = here * StrictMath.pow(NEGLIGIBLE, alpha);
        double felt = Bisection.first(from, x, y -> chance(y) >= least);
        double kept = Quadrature.integrateWithin(
                rounding(),
                y -> StrictMath.pow(chance(y) / here, 1 / alpha) * StrictMath.exp(lambda * (y - x)),
                pieces(felt, x));
        double shading = lambda == 0 ? kept : -StrictMath.log1p(-lambda * kept) / lambda;
        return Math.max(from, x - shading);
    }

    /** What the seller expects to take in. */
    public double revenue() {
        double n = demand.bidders();
        int units = demand.units();
        double from = demand.cutOff();
        if (demand.isAmple() || from >= demand.type().upper()) {
            return demand.reserve() * demand.unitsSold();
        }
        boolean isOwnBidPaid = pricing == UnitPricing.DISCRIMINATORY;
        double paid = Expectation.of(
                demand.type(),
                from,
                demand.type().upper(),
                1e-11 * demand.type().upper(),
                List.of(),
                x -> bid(x) * (isOwnBidPaid ? demand.winProbability(x) : units * others(units - 1, x)));
        return n * paid + (isOwnBidPaid ? 0 : demand.reserve() * soldShort());
    }

    /** P(exactly so many of the others have a value above {@code x}). */
    private double others(int above, double x) {
        return Binomial.equal(demand.bidders() - 1, 1 - demand.type().cdf(x), above);
    }

    /** E[how many units are sold; not all are]. */
    private double soldShort() {
        double active = 1 - demand.type().cdf(demand.cutOff());
        double sold = 0;
        for (int k = 1; k < demand.units(); k++) {
            sold += k * Binomial.equal(demand.bidders(), active, k);
        }
        return sold;
    }

    /** C. */
    private double chance(double x) {
        return pricing == UnitPricing.DISCRIMINATORY
                ? demand.winProbability(x)
                : StrictMath.pow(demand.type().cdf(x), demand.bidders() - demand.units());
    }

    private double rounding() {
        return 1e-15
                * Math.max(
                        Math.abs(demand.type().lower()), Math.abs(demand.type().upper()));
    }

    private double[] pieces(double from, double to) {
        List<Double> inside = new ArrayList<>(demand.type().kinks());
        inside.add(demand.type().lower());
        return Kinks.between(from, to, inside);
    }
}
