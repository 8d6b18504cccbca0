package dev.envelope.theory.numeric;

import java.util.function.DoublePredicate;

/** The search for where a monotone condition begins to hold, to the last bit. */
public final class Bisection {

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
}
