package dev.envelope.theory.localglobal;

import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.numeric.Bisection;
import dev.envelope.theory.numeric.Kinks;
import dev.envelope.theory.numeric.Quadrature;
import java.util.function.DoubleUnaryOperator;

/**
 * A local's equilibrium bid β(v) against a uniform global bid and a local that bids the same way, for any distribution F of
 * local values and any probability γ that both are equal (derived as in Ausubel &amp; Baranov 2020).
 *
 * <p>A bid raised by a little wins where B = b1 + b2, and there pays itself; it also raises the payment by as much as the rule
 * says. Of nearest zero: v − b = (1−γ)·E(b2 − b)^+, so β(v) = w − ∫_v^w dy/(γ + (1−γ)F(y)), at least 0. Of nearest Vickrey and
 * of proportional: v − b = E[b2|v]/2, so β(v) = 2(v − d)/(2+γ), at least 0, with d = (1−γ)E[b]/2. Of nearest bid: v − b =
 * E[min(b, b2)|v], so β(v) = a/2 + ∫_a^v dy/(2 − (1−γ)F(y)). Every payoff is concave in the bid, so that no other bid is
 * better. On U[0,1] and γ = 0: max(0, 1 + ln v); max(0, v − 3 + 2√2); ln 2 − ln(2 − v). Checked by {@code
 * LocalGlobalGameTest} against a search that integrates the payments.
 */
public final class LocalBids {

    private final LocalGlobalGame game;
    private final LocalPricing pricing;
    private final DoubleUnaryOperator bid;
    private final double silent;

    private LocalBids(LocalGlobalGame game, LocalPricing pricing, DoubleUnaryOperator bid) {
        this.game = game;
        this.pricing = pricing;
        this.bid = bid;
        ValueDistribution type = game.local();
        this.silent = Bisection.first(type.lower(), type.upper(), v -> bid.applyAsDouble(v) > 0);
    }

    static LocalBids of(LocalGlobalGame game, LocalPricing pricing) {
        DoubleUnaryOperator bid = switch (pricing) {
            case VCG -> v -> v;
            case NEAREST_ZERO -> v -> game.local().upper() - fromTop(game, v);
            case NEAREST_BID -> v -> fromBottom(game, v);
            case NEAREST_VCG, PROPORTIONAL -> {
                double shading = shading(game);
                yield v -> 2 * (v - shading) / (2 + game.correlation());
            }
        };
        return new LocalBids(game, pricing, bid);
    }

    /** Bids of the value, which under core payments are no equilibrium: to deviate from. */
    public static LocalBids ofTruth(LocalGlobalGame game, LocalPricing pricing) {
        return new LocalBids(game, pricing, v -> v);
    }

    /** β(v) of a value in the support. */
    public double at(double value) {
        return value < silent ? 0 : Math.max(0, bid.applyAsDouble(value));
    }

    /** The value up to which a local bids 0; its lowest value where all bid more. */
    public double silentUpTo() {
        return silent;
    }

    /** The game it is a bid in. */
    public LocalGlobalGame game() {
        return game;
    }

    /** The rule it is a bid under. */
    public LocalPricing pricing() {
        return pricing;
    }

    /** ∫_v^w dy/(γ + (1−γ)F(y)). */
    private static double fromTop(LocalGlobalGame game, double value) {
        ValueDistribution type = game.local();
        double same = game.correlation();
        if (type instanceof UniformDistribution) {
            double width = type.upper() - type.lower();
            return same == 1
                    ? type.upper() - value
                    : -width / (1 - same) * StrictMath.log(same + (1 - same) * type.cdf(value));
        }
        return Quadrature.integrate(
                y -> 1 / (same + (1 - same) * type.cdf(y)), Kinks.between(value, type.upper(), type.kinks()));
    }

    /** a/2 + ∫_a^v dy/(2 − (1−γ)F(y)). */
    private static double fromBottom(LocalGlobalGame game, double value) {
        ValueDistribution type = game.local();
        double other = 1 - game.correlation();
        double from = type.lower();
        return from / 2
                + Quadrature.integrate(y -> 1 / (2 - other * type.cdf(y)), Kinks.between(from, value, type.kinks()));
    }

    /** d = (1−γ)/(2+γ)·∫_d^w (1 − F). */
    private static double shading(LocalGlobalGame game) {
        ValueDistribution type = game.local();
        double same = game.correlation();
        return Bisection.first(0, type.upper(), d -> d >= (1 - same) / (2 + same) * excess(type, d));
    }

    /** E(v − d)^+. */
    private static double excess(ValueDistribution type, double d) {
        return d <= type.lower()
                ? type.mean() - d
                : Quadrature.integrate(v -> 1 - type.cdf(v), Kinks.between(d, type.upper(), type.kinks()));
    }
}
