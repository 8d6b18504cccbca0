package dev.envelope.game.market;

import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.outcome.SeatOutcome;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.theory.mechanism.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a market's seats gained, and the most that they could have gained together at the values they had: who gets something has its
 * value, who gives it up has that no more, the house included to which keeping it is worth something. Exact, in points: what it is worth to the house
 * need not be a whole number of ticks. Void markets gain nothing.
 *
 * @param realised the value of what changed hands less that to who had it before, before payments
 * @param firstBest the most that could have been gained, whatever was played
 */
public record MarketGains(BigDecimal realised, BigDecimal firstBest) {

    /** The gains of {@code outcome}, one of {@code treatment}. */
    public static MarketGains of(Treatment treatment, Outcome outcome) {
        BigDecimal kept = BigDecimal.valueOf(treatment.mechanism().sellerValue());
        long sold = outcome.seats().stream().mapToLong(SeatOutcome::units).sum();
        BigDecimal realised = treatment
                .ticks()
                .exactPoints(outcome.tradedValueTicks())
                .subtract(kept.multiply(BigDecimal.valueOf(sold)));
        return new MarketGains(realised, firstBest(treatment, outcome, kept));
    }

    private static BigDecimal firstBest(Treatment treatment, Outcome outcome, BigDecimal kept) {
        List<Long> values = new ArrayList<>();
        List<Long> costs = new ArrayList<>();
        boolean houseSells = false;
        int seat = 0;
        for (RoleSpec role : treatment.roles()) {
            for (int holder = 0; holder < role.count(); holder++) {
                long value = outcome.seats().get(seat++).valueTicks();
                (role.side() == Side.SELLER ? costs : values).add(value);
                houseSells |= role.side() == Side.BIDDER;
            }
        }
        values.sort(Comparator.reverseOrder());
        costs.sort(Comparator.naturalOrder());
        if (houseSells) { // its one object
            return treatment.ticks().exactPoints(values.get(0)).subtract(kept).max(BigDecimal.ZERO);
        }
        long gains = 0;
        for (int unit = 0; unit < StrictMath.min(values.size(), costs.size()); unit++) {
            gains += StrictMath.max(0, values.get(unit) - costs.get(unit));
        }
        return treatment.ticks().exactPoints(gains);
    }
}
