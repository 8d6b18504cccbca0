package dev.envelope.game.plan;

import java.math.BigDecimal;

/**
 * How points become money when participants are paid: endowment plus the points of all rounds that are no practice,
 * divided by the exchange rate, plus the show-up fee.
 *
 * @param pointsPerUnit how many points are worth one unit of currency; positive
 * @param currency the unit's name, such as {@code EUR}; empty where the plan pays nothing out
 * @param showUpFee what everyone gets for coming, in units of currency; not negative
 * @param endowment what everyone starts with, in points
 */
public record Pay(BigDecimal pointsPerUnit, String currency, BigDecimal showUpFee, BigDecimal endowment) {

    /** The default: points are points. */
    public static final Pay NONE = new Pay(BigDecimal.ONE, "", BigDecimal.ZERO, BigDecimal.ZERO);

    /** Checks the rate and the fee. */
    public Pay {
        if (pointsPerUnit.signum() <= 0) {
            throw new IllegalArgumentException("pointsPerUnit: " + pointsPerUnit + " (expected: a positive number)");
        }
        if (showUpFee.signum() < 0) {
            throw new IllegalArgumentException("showUpFee: " + showUpFee + " (expected: 0 or more)");
        }
    }
}
