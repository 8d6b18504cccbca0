package dev.envelope.theory.commonvalue;

import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.List;

/**
 * What a bidder earns that bids like one of another signal, by integrating the value given its own signal and the others'
 * signals given the value: no formula for an equilibrium enters but the bids themselves.
 *
 * @param game who bids
 * @param pricing what the winner pays
 */
public record SignalDeviation(MineralRights game, CommonPricing pricing) {

    private static final int GRID = 16;
    private static final double ACCURACY = 1e-10;

    /** The expected payoff of signal {@code signal} with the bid of signal {@code like}. */
    public double payoff(double signal, double like) {
        SignalModel signals = game.signals();
        double from = signals.from(signal);
        double to = signals.to(signal);
        double bid = game.bid(pricing, like);
        double accuracy = ACCURACY * signals.scale();
        double total = Quadrature.integrate(value -> signals.density(signal, value), from, to);
        double[] pieces = Kinks.between(from, to, List.of(signals.from(like), signals.to(like)));
        return Quadrature.integrateWithin(
                        accuracy * total, value -> signals.density(signal, value) * against(value, like, bid), pieces)
                / total;
    }

    /** The largest gain found from bidding like another signal, over {@code count} signals and a grid of others. */
    public double largestGain(int count) {
        double lowest = game.signals().lowestSignal();
        double width = game.signals().highestSignal() - lowest;
        double largest = 0;
        for (int i = 0; i < count; i++) {
            double signal = lowest + width * (i + 0.5) / count;
            double prescribed = payoff(signal, signal);
            for (int k = 0; k <= GRID; k++) {
                largest = Math.max(largest, payoff(signal, lowest + width * k / GRID) - prescribed);
            }
        }
        return largest;
    }

    /** The payoff where the value is {@code value}: every rival of a lower signal than {@code like} is beaten. */
    private double against(double value, double like, double bid) {
        SignalModel signals = game.signals();
        double rivals = game.bidders() - 1.0;
        double beaten = signals.cdf(like, value);
        if (pricing == CommonPricing.FIRST_PRICE) {
            return (value - bid) * StrictMath.pow(beaten, rivals);
        }
        double[] ranks = Kinks.between(
                0,
                beaten,
                signals.kinks().stream().map(kink -> signals.cdf(kink, value)).toList());
        return Quadrature.integrateWithin(
                ACCURACY * signals.scale(),
                u -> (value - game.bid(pricing, signals.quantile(u, value))) * rivals * StrictMath.pow(u, rivals - 1),
                ranks);
    }
}
