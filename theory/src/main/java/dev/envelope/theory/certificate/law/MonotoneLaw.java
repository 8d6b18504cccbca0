package dev.envelope.theory.certificate.law;

import dev.envelope.theory.numeric.Bisection;
import java.util.function.DoublePredicate;

/** The law of the messages of a strategy of which only monotonicity is known; its density can be anything. */
public final class MonotoneLaw implements MessageLaw {

    private final Trader trader;
    private final double firstActive;

    MonotoneLaw(Trader trader) {
        this.trader = trader;
        this.firstActive = trader.firstActive();
    }

    @Override
    public double silent() {
        return isSilent() ? 1 : trader.cdf(firstActive);
    }

    @Override
    public double lowest() {
        return trader.message(firstActive);
    }

    @Override
    public double highest() {
        return trader.message(trader.upper());
    }

    @Override
    public double first(double message) {
        return Bisection.first(firstActive, trader.upper(), z -> trader.message(z) >= message);
    }

    @Override
    public double below(double message) {
        return mass(z -> trader.message(z) >= message);
    }

    @Override
    public double atMost(double message) {
        return mass(z -> trader.message(z) > message);
    }

    @Override
    public Slope slope(double from, double to) {
        return isSilent() ? new Slope(0, 0) : Slope.UNKNOWN;
    }

    @Override
    public boolean hasAtoms() {
        return true;
    }

    @Override
    public double[] breakpoints() {
        return new double[] {lowest(), highest()};
    }

    private double mass(DoublePredicate isBeyond) {
        double upTo =
                isBeyond.test(trader.upper()) ? Bisection.first(firstActive, trader.upper(), isBeyond) : trader.upper();
        return isSilent() ? 0 : Math.max(0, trader.cdf(upTo) - trader.cdf(firstActive));
    }

    private boolean isSilent() {
        return Double.isNaN(trader.message(trader.upper()));
    }
}
