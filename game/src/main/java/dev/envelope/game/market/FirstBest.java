package dev.envelope.game.market;

import dev.envelope.game.outcome.Outcome;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.theory.mechanism.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The most that a market's seats could have gained together at the values they had. */
public final class FirstBest {
    private FirstBest() {}

    /** The first-best gains of {@code outcome}'s values in ticks, whatever was played. */
    public static long ticks(Treatment treatment, Outcome outcome) {
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
        if (houseSells) {
            costs.add(0L); // the one object of the house
        }
        values.sort(Comparator.reverseOrder());
        costs.sort(Comparator.naturalOrder());
        long gains = 0;
        for (int unit = 0; unit < StrictMath.min(values.size(), costs.size()); unit++) {
            gains += StrictMath.max(0, values.get(unit) - costs.get(unit));
        }
        return gains;
    }
}
