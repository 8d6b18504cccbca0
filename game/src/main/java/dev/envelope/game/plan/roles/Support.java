package dev.envelope.game.plan.roles;

/**
 * The range of values that a distribution draws from, in points.
 *
 * @param lower the lowest value
 * @param upper the highest, at least the lowest
 */
public record Support(double lower, double upper) {

    /** How far floating point can put an end off the whole tick that it stands for, in ticks. */
    public static final double NOISE = 1e-6;
}
