package dev.envelope.theory.commonvalue;

import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Collections;
import java.util.OptionalDouble;

/**
 * One object of an unknown common value among n bidders with a signal each (Wilson 1977; Milgrom &amp; Weber 1982; Krishna,
 * <i>Auction Theory</i>, ch. 6).
 *
 * <p>Second price: β(x) = v(x,x). First price: β' = (v(x,x) − β)·h(x), so β(x) = ∫ v(α,α)·h(α)·L(α|x) dα from the lowest
 * signal on; between lo + ε and hi − ε of {@link AdditiveSignals} that is x − ε + 2ε/(n+1)·exp(−n(x − lo − ε)/(2ε)). The
 * forms here hold at the ends of the support as well. A winner can lose money. Checked by {@code MineralRightsTest}.
 *
 * @param signals the value and what is known of it
 * @param bidders n, at least 2
 */
public record MineralRights(SignalModel signals, int bidders) {

    private static final int SIGNALS_SEARCHED = 5;

    /** Checks the number. */
    public MineralRights {
        if (bidders < 2) {
            throw new IllegalArgumentException("bidders: " + bidders + " (expected: at least 2)");
        }
    }

    /**
     * The equilibrium bid of a signal.
     *
     * @throws IllegalArgumentException when no value sends {@code signal}
     */
    public double bid(CommonPricing pricing, double signal) {
        if (!(signal >= signals.lowestSignal() && signal <= signals.highestSignal())) {
            throw new IllegalArgumentException("signal: " + signal + " (expected: " + signals.lowestSignal() + " to "
                    + signals.highestSignal() + ")");
        }
        return pricing == CommonPricing.SECOND_PRICE ? signals.tiedValue(signal, bidders) : firstPriceBid(signal);
    }

    /** E[V]. */
    public double meanValue() {
        return (signals.lowestValue() + signals.highestValue()) / 2;
    }

    /** What the seller expects to take in. */
    public double revenue(CommonPricing pricing) {
        return new OrderedSignals(signals, bidders).mean(rank(pricing), x -> bid(pricing, x));
    }

    /** What the winner of an equilibrium expects to gain, before anybody has a signal. */
    public double profit(CommonPricing pricing) {
        return meanValue() - revenue(pricing);
    }

    /** What winning says about the value. */
    public WinnersCurse curse() {
        return new WinnersCurse(signals, bidders);
    }

    /** The equilibrium with what a search for better bids found. */
    public Equilibrium equilibrium(CommonPricing pricing) {
        BidFunction bid = x -> bid(pricing, x);
        double revenue = revenue(pricing);
        Certificate certificate = new Certificate(
                Certificate.Kind.CLOSED_FORM,
                "Milgrom and Weber (1982); Krishna, Auction Theory, ch. 6",
                OptionalDouble.of(new SignalDeviation(this, pricing).largestGain(SIGNALS_SEARCHED)),
                OptionalDouble.of(0));
        return new Equilibrium(
                "symmetric",
                Collections.nCopies(bidders, bid),
                certificate,
                new Predictions(
                                revenue,
                                meanValue(),
                                meanValue(),
                                1,
                                Collections.nCopies(bidders, (meanValue() - revenue) / bidders))
                        .withEqualPayments());
    }

    /** Which signal sets the price, 1 being the highest. */
    static int rank(CommonPricing pricing) {
        return pricing == CommonPricing.FIRST_PRICE ? 1 : 2;
    }

    private double firstPriceBid(double signal) {
        double lowest = signals.lowestSignal();
        double least = signals.tiedValue(lowest, bidders);
        if (signal <= lowest) {
            return least;
        }
        return Quadrature.integrateWithin(
                1e-13 * signals.scale(),
                x -> signals.tiedValue(x, bidders) * signals.hazard(x, bidders) * signals.discount(x, signal, bidders),
                Kinks.between(lowest, signal, signals.kinks()));
    }
}
