package dev.envelope.theory.symmetric;

import dev.envelope.theory.distribution.Expectation;
import dev.envelope.theory.distribution.PowerDistribution;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.numeric.Quadrature;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import java.util.List;

/**
 * The symmetric equilibrium of the first-price auction of bidders with a common utility (Krishna, ch. 4.1; Cox, Smith &amp;
 * Walker 1982).
 *
 * <p>CRRA z^α: β(x) = x − ∫_r^x (F(y)/F(x))^c dy, c = (n−1)/α. CARA λ: the condition β' = (g/G)·(e^{λ(x−β)} − 1)/λ is linear
 * in e^{λβ}, so β(x) = x + ln(1 − λ·∫_r^x e^{λ(y−x)}·G(y)/G(x) dy)/λ. Risk neutral: α = 1. Checked by
 * {@code FirstPriceSolverTest} against best-response search and by {@code ReferenceCasesTest}.
 */
public final class RiskAverseFirstPrice {

    private final SymmetricAuction auction;
    private final Utility utility;
    private final Shading shading;

    /**
     * The equilibrium.
     *
     * @param auction who bids; without an entry fee
     * @param utility the bidders' utility of gains
     */
    public RiskAverseFirstPrice(SymmetricAuction auction, Utility utility) {
        if (auction.entryFee() != 0) {
            throw new IllegalArgumentException("entryFee: " + auction.entryFee() + " (expected: 0)");
        }
        this.auction = auction;
        this.utility = utility;
        boolean isCara = utility instanceof ConstantAbsoluteRiskAversion;
        double exponent = isCara ? auction.bidders() - 1 : exponent();
        double lambda = utility instanceof ConstantAbsoluteRiskAversion cara ? cara.lambda() : 0;
        this.shading = new Shading(
                auction.type(),
                exponent,
                lambda,
                auction.rounding(),
                auction.pieces(least(), auction.type().upper()));
    }

    /** The bidders' utility of gains. */
    public Utility utility() {
        return utility;
    }

    /** β(x) of a type of at least the cut-off. */
    public double bid(double x) {
        double from = auction.cutOff();
        if (auction.bidders() == 1) {
            return from;
        }
        return Math.min(x, Math.max(least(), x - shading(x)));
    }

    /** E[the winner's bid]. */
    public double revenue() {
        double from = least();
        double to = auction.type().upper();
        if (from >= to || auction.bidders() == 1) {
            return auction.revenue();
        }
        double n = auction.bidders();
        double sold = to
                - from * StrictMath.pow(auction.type().cdf(from), n)
                - Quadrature.integrate(x -> StrictMath.pow(auction.type().cdf(x), n), auction.pieces(from, to));
        return sold - shadingOfTheWinner(from, to);
    }

    /** The lowest value of those who bid. */
    private double least() {
        return Math.max(auction.cutOff(), auction.type().lower());
    }

    private double shading(double x) {
        if (utility instanceof ConstantAbsoluteRiskAversion cara) {
            return -StrictMath.log1p(-cara.lambda() * shading.applyAsDouble(x)) / cara.lambda();
        }
        double lower = auction.type().lower();
        if (auction.type() instanceof UniformDistribution && x > lower) {
            return powerShading(lower, exponent(), least(), x);
        }
        if (auction.type() instanceof PowerDistribution power && x > lower) {
            return powerShading(lower, power.a() * exponent(), least(), x);
        }
        return shading.applyAsDouble(x);
    }

    /**
     * E[x − β(x)] over the winner's type. For CRRA the order of integration is exchanged: n·∫ (F^c − F^n)/(n − c), c ≠ n.
     */
    private double shadingOfTheWinner(double from, double to) {
        double n = auction.bidders();
        double c = exponent();
        if (utility instanceof ConstantAbsoluteRiskAversion) {
            return Expectation.of(
                    auction.type(),
                    from,
                    to,
                    auction.rounding(),
                    List.of(),
                    x -> shading(x) * n * StrictMath.pow(auction.type().cdf(x), n - 1));
        }
        return Quadrature.integrate(y -> n * excess(auction.type().cdf(y), c, n - c), auction.pieces(from, to));
    }

    /** (F^c − F^(c+d))/d, and its limit −F^c·ln F at d = 0; where the powers are far apart as it stands, for one may be too small to count. */
    private static double excess(double below, double c, double d) {
        double log = StrictMath.log(below);
        if (Math.abs(d * log) > 1) {
            return (StrictMath.pow(below, c) - StrictMath.pow(below, c + d)) / d;
        }
        return StrictMath.pow(below, c) * (d == 0 ? -log : -StrictMath.expm1(d * log) / d);
    }

    /** (n−1)/α. */
    private double exponent() {
        double alpha = utility instanceof ConstantRelativeRiskAversion crra ? crra.alpha() : 1;
        return (auction.bidders() - 1) / alpha;
    }

    /** The shading for G(y) ∝ (y − lower)^exponent. */
    private static double powerShading(double lower, double exponent, double reserve, double x) {
        double width = x - lower;
        double unsold = reserve - lower;
        double below = unsold <= 0 ? 0 : unsold * StrictMath.pow(unsold / width, exponent);
        return (width - below) / (exponent + 1);
    }
}
