package dev.envelope.theory.bilateral;

import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Who trades with whom, as a boundary: a buyer of value v trades with the sellers of cost up to c*(v), which does not
 * decrease.
 *
 * <p>The boundary decides everything but two constants: by payoff equivalence (Krishna, ch. 5) the buyer's ex ante payoff is
 * U(v_lo) + ∫ F(c*(v))·(1 − G(v)) dv and the seller's U(c_hi) + E[∫^{c*(v)} F], whatever is paid. Checked by
 * {@code TradingMechanismTest} and {@code OneSidedOfferTest}.
 *
 * @param traders who they are
 * @param highestCost c*(v); any number below c_lo for a buyer that trades with nobody
 * @param kinks the values at which c* is not smooth
 */
public record TradeBoundary(Traders traders, DoubleUnaryOperator highestCost, List<Double> kinks) {

    /** Copies the list. */
    public TradeBoundary {
        kinks = List.copyOf(kinks);
    }

    /** c*(v), within the support of the costs. */
    public double highestCost(double value) {
        return Math.max(traders.costs().lower(), Math.min(traders.costs().upper(), highestCost.applyAsDouble(value)));
    }

    /** Whether a buyer of {@code value} and a seller of {@code cost} trade. */
    public boolean trades(double value, double cost) {
        return highestCost.applyAsDouble(value) >= cost;
    }

    /** v*(c): the least value that trades with {@code cost}; +∞ where none does. */
    public double lowestValue(double cost) {
        double top = traders.values().upper();
        return trades(top, cost)
                ? Bisection.first(traders.values().lower(), top, v -> trades(v, cost))
                : Double.POSITIVE_INFINITY;
    }

    /** The figures where the lowest value and the highest cost expect nothing. */
    public TradeFigures figures() {
        return figures(0, 0);
    }

    /**
     * The figures.
     *
     * @param lowestBuyer U(v_lo), what the lowest value expects
     * @param highestSeller U(c_hi), what the highest cost expects
     */
    public TradeFigures figures(double lowestBuyer, double highestSeller) {
        double probability = mean(v -> sellers(v));
        double value = mean(v -> v * sellers(v));
        double cost = mean(v -> highestCost(v) * sellers(v) - rent(v));
        double seller = highestSeller + mean(this::rent);
        return new TradeFigures(probability, value, cost, lowestBuyer + buyerRent(), seller, traders.firstBestGains());
    }

    /**
     * E[ψ(v) − φ(c); trade]: what the house is left with when nobody's worst type keeps anything (Myerson &amp;
     * Satterthwaite 1983, Theorem 1).
     */
    public double budget() {
        return mean(v -> (v - highestCost(v)) * sellers(v)) - buyerRent();
    }

    /** F(c*(v)). */
    public double sellers(double value) {
        return traders.costs().cdf(highestCost(value));
    }

    private double rent(double value) {
        return traders.costRent(highestCost(value));
    }

    private double mean(DoubleUnaryOperator h) {
        return traders.expectedOverValues(h, kinks);
    }

    private double buyerRent() {
        return Quadrature.integrateWithin(
                Expectation.ACCURACY * traders.range(),
                v -> sellers(v) * (1 - traders.values().cdf(v)),
                Kinks.between(traders.values().lower(), traders.values().upper(), traders.kinks(kinks)));
    }
}
