package dev.envelope.game.plan.treatment;

import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.symmetric.ThirdPriceBid;
import java.math.BigDecimal;
import java.util.List;

/**
 * The highest bid of a third-price auction's equilibrium, in which bids exceed values: what the bounds of messages must
 * admit.
 *
 * @param ticks the bid in whole ticks, rounded up; 0 where there is none
 * @param problem why there is none, in words; empty where there is one
 */
record HighestBid(long ticks, String problem) {

    /** What a bid may be above a whole tick by float noise. */
    private static final double NOISE = 1e-6;

    /** The highest equilibrium bid of bidders who hold {@code roles}, at least 3 of them. */
    static HighestBid of(List<RoleSpec> roles, BigDecimal tick) {
        List<ValueDistribution> values = roles.stream()
                .map(role -> StatedValues.distribution(role.values()))
                .distinct()
                .toList();
        if (values.size() > 1) {
            return none("its equilibrium is known where all bidders' values have the same distribution");
        }
        int bidders = roles.stream().mapToInt(RoleSpec::count).sum();
        ThirdPriceBid bid = new ThirdPriceBid(values.get(0), bidders);
        if (!bid.isIncreasing()) {
            return none(
                    "its equilibrium is known where bids rise with values, as where their cumulative distribution is log-concave");
        }
        double highest = values.get(0).upper();
        double ticks = bid.at(highest) / tick.doubleValue();
        return values.get(0).density(highest) > 0 && ticks <= PlanLimits.AMOUNT.doubleValue()
                ? new HighestBid((long) StrictMath.ceil(ticks - NOISE), "")
                : none("its equilibrium bids grow beyond all bounds near the highest value");
    }

    private static HighestBid none(String problem) {
        return new HighestBid(0, problem);
    }

    /** Whether there is one. */
    boolean isKnown() {
        return problem.isEmpty();
    }
}
