package dev.envelope.game.plan;

import dev.envelope.game.pay.Bankruptcy;
import dev.envelope.game.pay.PaidRounds;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How points become money when participants are paid: endowment plus the points of the paid rounds, divided by the exchange
 * rate, plus the show-up fee.
 *
 * @param pointsPerUnit how many points are worth one unit of currency; positive
 * @param currency the unit's name, such as {@code EUR}; empty where the plan pays nothing out
 * @param showUpFee what everyone gets for coming, in units of currency; not negative
 * @param endowment what everyone starts with, in points
 * @param paid which rounds are paid
 * @param bankruptcy what becomes of those who have lost more than the endowment
 * @param limitedLiability whether endowment and points together are never worth less than 0, so that nobody is paid less than
 *     the show-up fee
 */
public record Pay(
        BigDecimal pointsPerUnit,
        String currency,
        BigDecimal showUpFee,
        BigDecimal endowment,
        PaidRounds paid,
        Bankruptcy bankruptcy,
        boolean limitedLiability) {

    /** The default: points are points. */
    public static final Pay NONE =
            new Pay(BigDecimal.ONE, "", BigDecimal.ZERO, BigDecimal.ZERO, PaidRounds.ALL, Bankruptcy.CONTINUE, false);

    private static final int CENTS = 2;

    /** Checks the rate and the fee. */
    public Pay {
        if (pointsPerUnit.signum() <= 0) {
            throw new IllegalArgumentException("pointsPerUnit: " + pointsPerUnit + " (expected: a positive number)");
        }
        if (showUpFee.signum() < 0) {
            throw new IllegalArgumentException("showUpFee: " + showUpFee + " (expected: 0 or more)");
        }
    }

    /**
     * What {@code points} of the paid rounds come to in units of currency, rounded once, to cents, half up (of a debt: away from
     * 0); negative where the seat owes.
     */
    public BigDecimal money(BigDecimal points) {
        BigDecimal balance = endowment.add(points);
        BigDecimal earned = limitedLiability ? balance.max(BigDecimal.ZERO) : balance;
        return earned.add(showUpFee.multiply(pointsPerUnit)).divide(pointsPerUnit, CENTS, RoundingMode.HALF_UP);
    }

    /** Whether a seat whose payoffs come to {@code totalTicks} of {@code tick} points each has not lost more than the endowment. */
    public boolean isSolvent(long totalTicks, BigDecimal tick) {
        return endowment.add(tick.multiply(BigDecimal.valueOf(totalTicks))).signum() >= 0;
    }
}
