package dev.envelope.theory.units;

import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.Profile;
import dev.envelope.theory.mechanism.TieOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * L identical units among bidders that want one each: a {@link MultiUnitAuction} whose schedules have one bid. A bid below the
 * reserve, and a negative one, is no bid.
 *
 * @param agents how many bidders, at least 1
 * @param auction the rules
 */
public record UnitDemandAuction(int agents, MultiUnitAuction auction) implements Mechanism {

    /** Checks the number. */
    public UnitDemandAuction {
        if (agents < 1) {
            throw new IllegalArgumentException("bidders: " + agents + " (expected: at least 1)");
        }
    }

    /** {@code units} units among {@code bidders} without a reserve. */
    public static UnitDemandAuction of(int bidders, int units, UnitPricing pricing) {
        return new UnitDemandAuction(bidders, MultiUnitAuction.of(units, pricing));
    }

    @Override
    public int objects() {
        return auction.units();
    }

    @Override
    public boolean isDirect() {
        return false;
    }

    @Override
    public boolean treatsAlike(int one, int other) {
        return true;
    }

    @Override
    public MarketOutcome outcome(double[] messages, TieOrder ties) {
        Profile.check(messages, ties, agents);
        List<List<Double>> schedules = new ArrayList<>();
        for (double message : messages) {
            schedules.add(message >= 0 ? List.of(message) : List.of());
        }
        UnitsOutcome outcome = auction.outcome(new DemandBids(schedules), ties);
        if (outcome.sold() == 0) {
            return MarketOutcome.nothing(agents);
        }
        return MarketOutcome.of(
                outcome.units().stream().mapToInt(Integer::intValue).toArray(),
                outcome.payments().stream().mapToDouble(Double::doubleValue).toArray(),
                outcome.price());
    }

    /** As plan files call it. */
    @Override
    public String toString() {
        return auction + " among " + agents + " bidders that want one each";
    }
}
