package dev.envelope.theory.numeric;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** The search for where a monotone condition begins to hold, to the last bit. */
public final class Bisection {

    /** How many units in the last place next to an end of the bracket are not worth a step. */
    private static final int ULPS = 8;

    private Bisection() {}

    /**
     * The smallest number in [{@code lower}, {@code upper}] at which {@code condition} holds, given that once it holds it
     * goes on holding; {@code upper} where it holds nowhere below it.
     */
    public static double first(double lower, double upper, DoublePredicate condition) {
        if (condition.test(lower)) {
            return lower;
        }
        double fails = lower;
        double holds = upper;
        double middle = fails + (holds - fails) / 2;
        while (middle > fails && middle < holds) {
            if (condition.test(middle)) {
                holds = middle;
            } else {
                fails = middle;
            }
            middle = fails + (holds - fails) / 2;
        }
        return holds;
    }

    /**
     * The smallest number in [{@code lower}, {@code upper}] at which {@code f}, which does not fall, is at least {@code level}; {@code upper}
     * where it is nowhere below it. As {@link #first}, with few values of f where it is smooth: by the Illinois variant of false position
     * (Dowell &amp; Jarratt 1971), and halves where that does not narrow the bracket.
     */
    public static double reaching(double lower, double upper, DoubleUnaryOperator f, double level) {
        double atFails = f.applyAsDouble(lower) - level;
        if (atFails >= 0) {
            return lower;
        }
        double fails = lower;
        double holds = upper;
        double atHolds = f.applyAsDouble(upper) - level;
        double wide = holds - fails;
        int kept = 0;
        for (int step = 1; holds - fails > 2 * ULPS * Math.ulp(Math.max(Math.abs(fails), Math.abs(holds))); step++) {
            double x = between(fails, atFails, holds, atHolds);
            if (step % 3 == 0) {
                x = holds - fails > wide / 8 ? fails + (holds - fails) / 2 : x;
                wide = holds - fails;
            }
            double excess = f.applyAsDouble(x) - level;
            if (excess >= 0) {
                holds = x;
                atHolds = excess;
                atFails = kept > 0 ? atFails / 2 : atFails;
                kept = 1;
            } else {
                fails = x;
                atFails = excess;
                atHolds = kept < 0 ? atHolds / 2 : atHolds;
                kept = -1;
            }
        }
        return first(fails, holds, x -> f.applyAsDouble(x) >= level);
    }

    /** Where the line through two points is 0, a little off them; halfway where that is not between them. */
    private static double between(double fails, double atFails, double holds, double atHolds) {
        double x = fails + (holds - fails) * (atFails / (atFails - atHolds));
        double near = ULPS * Math.ulp(x);
        double inside = Math.max(fails + near, Math.min(holds - near, x));
        return inside > fails && inside < holds ? inside : fails + (holds - fails) / 2;
    }
}
