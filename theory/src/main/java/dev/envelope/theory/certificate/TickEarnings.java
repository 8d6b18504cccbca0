package dev.envelope.theory.certificate;

import dev.envelope.theory.certificate.earning.Contest;
import dev.envelope.theory.certificate.earning.RivalContest;
import dev.envelope.theory.certificate.earning.Rules;
import dev.envelope.theory.certificate.earning.SecondRival;
import dev.envelope.theory.certificate.law.MessageLaw;
import dev.envelope.theory.certificate.law.RivalLaws;
import dev.envelope.theory.certificate.law.Trader;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.mechanism.ThirdPriceAuction;
import dev.envelope.theory.preference.ConstantAbsoluteRiskAversion;
import dev.envelope.theory.preference.ConstantRelativeRiskAversion;
import dev.envelope.theory.preference.Utility;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a message earns where all are whole ticks, as a line in something that rises with the type.
 *
 * <p>With constant absolute risk aversion that is −e^(λ(w − v)), w the highest type: W·u(v − b) + (1 − W)·L(b) = (1 − (1 − W)·(1 − λ·L(b)) −
 * W·e^(λ(b − v)))/λ. With constant relative risk aversion a first-price bid is worth W^(1/α)·(v − b) in money for certain;
 * where everybody pays it is no line then.
 */
final class TickEarnings {

    private final Rules rules;
    private final Contest rival;
    private final Utility utility;
    private final double highestType;
    private final @Nullable SecondRival second;

    /**
     * The earnings against {@code rivals}.
     *
     * @param rivals their laws, on ticks
     */
    TickEarnings(BayesianGame game, Rules rules, RivalLaws rivals, double tick, double highestType) {
        this.rules = rules;
        this.rival = RivalContest.of(game.mechanism(), rivals, rules.silenceLoses());
        this.utility = game.utility();
        this.highestType = highestType;
        this.second =
                game.mechanism() instanceof ThirdPriceAuction ? new SecondRival(rivals, ticks(rivals, tick)) : null;
    }

    /** All ticks from the lowest to the highest message. */
    private static double[] ticks(RivalLaws rivals, double tick) {
        double low =
                rivals.laws().stream().mapToDouble(MessageLaw::lowest).min().orElseThrow();
        double high =
                rivals.laws().stream().mapToDouble(MessageLaw::highest).max().orElseThrow();
        long first = Math.round(low / tick);
        double[] ticks = new double[(int) (Math.round(high / tick) - first) + 1];
        java.util.Arrays.setAll(ticks, i -> (first + i) * tick);
        return ticks;
    }

    Contest rival() {
        return rival;
    }

    /** Whether earnings are a line; otherwise {@link #bisection} looks at them. */
    boolean isLine() {
        return !(rules.allPay() && utility instanceof ConstantRelativeRiskAversion);
    }

    /** Whether money for certain is a line too, so that what lines say of gains is exact. */
    boolean isCertainLine() {
        return !(utility instanceof ConstantAbsoluteRiskAversion);
    }

    /** The search of {@code own} where earnings are no line, or money for certain is none; its bids are from {@code lowest} on. */
    TickBisection bisection(Trader own, double lowest, double tick, double[] chances) {
        double power = utility instanceof ConstantRelativeRiskAversion crra ? 1 / crra.alpha() : 1;
        DoubleUnaryOperator certain = utility instanceof ConstantAbsoluteRiskAversion
                ? this::certain
                : x -> Math.signum(x) * StrictMath.pow(Math.abs(x), power);
        return new TickBisection(own, utility, rules.allPay(), certain, lowest, tick, chances);
    }

    /** What {@link #slope} is to be multiplied with for {@code type}. */
    double seen(double type) {
        return utility instanceof ConstantAbsoluteRiskAversion cara
                ? -StrictMath.exp(cara.lambda() * (highestType - type))
                : type;
    }

    /** What message {@code b} earns more per unit of that, where it wins with probability {@code chance}. */
    double slope(double b, double chance) {
        if (utility instanceof ConstantAbsoluteRiskAversion cara) {
            return chance * StrictMath.exp(cara.lambda() * (b - highestType)) / cara.lambda();
        }
        return utility instanceof ConstantRelativeRiskAversion crra ? StrictMath.pow(chance, 1 / crra.alpha()) : chance;
    }

    /** What it earns beside; {@code integral} is ∫^b R. */
    double intercept(double b, double chance, double integral) {
        if (second != null) {
            return second.at(0, b);
        }
        if (utility instanceof ConstantAbsoluteRiskAversion cara) {
            double lost = rules.allPay() ? StrictMath.exp(cara.lambda() * b) : 1;
            return (1 - (1 - chance) * lost) / cara.lambda();
        }
        return rules.intercept(b, slope(b, chance), integral);
    }

    /** The money for certain that a line's height is. */
    double certain(double earned) {
        return utility instanceof ConstantAbsoluteRiskAversion cara
                ? -StrictMath.log1p(-Math.min(1, cara.lambda() * earned)) / cara.lambda()
                : earned;
    }
}
