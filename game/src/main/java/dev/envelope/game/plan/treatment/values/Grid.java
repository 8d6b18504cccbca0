package dev.envelope.game.plan.treatment.values;

import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.PlanLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of points as whole numbers of ticks. */
public final class Grid {

    private Grid() {}

    /** Whether {@code points}, read at {@code field}, is a whole number of ticks within the limits; notes it if not. */
    public static boolean isOn(Field field, BigDecimal points, BigDecimal tick) {
        if (points.remainder(tick).signum() != 0) {
            field.fail("a whole number of ticks of " + plain(tick));
            return false;
        }
        if (ticks(points, tick).abs().compareTo(PlanLimits.AMOUNT) > 0) {
            field.fail("at most " + PlanLimits.AMOUNT.toPlainString() + " ticks of " + plain(tick));
            return false;
        }
        return true;
    }

    /** {@code points} in ticks. */
    public static BigDecimal ticks(BigDecimal points, BigDecimal tick) {
        return points.divide(tick, 0, RoundingMode.HALF_UP);
    }

    /** {@code points}, a whole number of ticks within the limits, as that number. */
    public static long wholeTicks(double points, BigDecimal tick) {
        return ticks(BigDecimal.valueOf(points), tick).longValueExact();
    }

    /** A number as people write it. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
