package dev.envelope.theory.units;

import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.numeric.Quadrature;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Demand reduction to the end: as many units as bidders, each of whom wants two, under the highest rejected bid. Everybody
 * bids its value for its first unit and 0 for its second, gets one unit, and pays nothing (Noussair 1995; Engelbrecht-Wiggans
 * &amp; Kahn 1998; Krishna, <i>Auction Theory</i>, ch. 13.4).
 *
 * <p>A second bid of b that loses makes b the price; one that wins buys two units at the lowest first bid of a rival, of
 * distribution M = 1 − (1−G)^(n−1). It changes the payoff of a bidder whose second unit is worth v2 by
 * (v2 − b)·M(b) + 2·∫_0^b M − b. Whether that is ever positive is searched here, for the highest v2: it grows with v2.
 * Checked by {@code SplitAwardTest} by playing the auction.
 *
 * @param first G, the distribution of a bidder's value for its first unit, at least 0
 * @param second that of its value for its second unit
 * @param bidders n, at least 2, and the number of units
 */
public record SplitAward(ValueDistribution first, ValueDistribution second, int bidders) {

    private static final int GRID = 1024;

    /** The largest gain, relative to the highest value, that is taken for rounding. */
    private static final double NEGLIGIBLE = 1e-12;

    /** Checks the numbers. */
    public SplitAward {
        if (bidders < 2) {
            throw new IllegalArgumentException("bidders: " + bidders + " (expected: at least 2)");
        }
        if (first.lower() < 0) {
            throw new IllegalArgumentException("first: values from " + first.lower() + " (expected: at least 0)");
        }
        if (second.upper() > first.upper()) {
            throw new IllegalArgumentException("second: values to " + second.upper()
                    + " (expected: none above the first unit's, " + first.upper() + ")");
        }
    }

    /** What a bidder gains by bidding {@code bid} instead of 0 for a second unit worth {@code value} to it. */
    public double gain(double value, double bid) {
        double from = Math.min(bid, first.lower());
        double under = Quadrature.integrate(this::lowestRival, from, bid);
        return (value - bid) * lowestRival(bid) + 2 * under - bid;
    }

    /** The largest gain found over second bids. */
    public double largestGain() {
        double most = 0;
        double value = second.upper();
        double under = 0;
        double before = 0;
        for (int i = 1; i <= GRID; i++) {
            double bid = first.upper() * i / GRID;
            under += Quadrature.integrate(this::lowestRival, before, bid);
            most = Math.max(most, (value - bid) * lowestRival(bid) + 2 * under - bid);
            before = bid;
        }
        return most;
    }

    /** How this is known to be an equilibrium; empty where a second bid above 0 gains. */
    public Optional<Certificate> certificate() {
        double gain = largestGain();
        if (gain > NEGLIGIBLE * first.upper()) {
            return Optional.empty();
        }
        return Optional.of(new Certificate(
                Certificate.Kind.NUMERIC,
                "Engelbrecht-Wiggans and Kahn (1998); searched over " + GRID + " bids for the second unit",
                OptionalDouble.of(gain),
                OptionalDouble.empty()));
    }

    /** What each bidder expects to gain: its first unit, for nothing. */
    public double surplus() {
        return first.mean();
    }

    private double lowestRival(double bid) {
        return 1 - StrictMath.pow(1 - first.cdf(bid), bidders - 1.0);
    }
}
