package dev.envelope.game.session;

import dev.envelope.game.plan.AbsentRule;
import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Pay;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Reveal;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.Timing;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.groups.Matching;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.plan.seating.Staffing;
import dev.envelope.theory.mechanism.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Plans for tests: values U[0,100], a tick of 0.01. */
public final class TestPlans {

    public static final BigDecimal TICK = new BigDecimal("0.01");
    public static final Timing TIMING = new Timing(OptionalLong.of(60_000), 5_000, 4_000);

    private TestPlans() {}

    /**
     * A treatment of the given mechanism with everything else by default: two bidders, three for a third price, or a buyer
     * and a seller.
     */
    public static Treatment treatment(MechanismType type) {
        int bidders = type == MechanismType.THIRD_PRICE ? 3 : 2;
        List<RoleSpec> roles = type == MechanismType.K_DOUBLE_AUCTION
                ? List.of(role("buyer", Side.BUYER, 1), role("seller", Side.SELLER, 1))
                : List.of(role("bidder", Side.BIDDER, bidders));
        return new Treatment(
                type.planName(),
                MechanismSpec.of(type, Map.of()),
                roles,
                new Ticks(TICK, 0, type == MechanismType.THIRD_PRICE ? 20_000 : 10_000),
                Matching.RANDOM_STRANGERS,
                TIMING,
                Reveal.DEFAULT,
                type.mayAbstain() ? AbsentRule.ABSTAIN : AbsentRule.LEAST_INTEREST);
    }

    public static RoleSpec role(String name, Side side, int count) {
        return new RoleSpec(name, side, count, DistributionSpec.uniform(0, 100));
    }

    public static Treatment bidders(Treatment t, int count) {
        return roles(t, List.of(role("bidder", Side.BIDDER, count)));
    }

    public static Treatment roles(Treatment t, List<RoleSpec> roles) {
        return new Treatment(t.id(), t.mechanism(), roles, t.ticks(), t.matching(), t.timing(), t.reveal(), t.absent());
    }

    public static Treatment timing(Treatment t, Timing timing) {
        return new Treatment(t.id(), t.mechanism(), t.roles(), t.ticks(), t.matching(), timing, t.reveal(), t.absent());
    }

    public static Treatment matching(Treatment t, Matching matching) {
        return new Treatment(t.id(), t.mechanism(), t.roles(), t.ticks(), matching, t.timing(), t.reveal(), t.absent());
    }

    public static Treatment reveal(Treatment t, Reveal.After after) {
        return new Treatment(
                t.id(),
                t.mechanism(),
                t.roles(),
                t.ticks(),
                t.matching(),
                t.timing(),
                new Reveal(after, false),
                t.absent());
    }

    public static Treatment absent(Treatment t, AbsentRule absent) {
        return new Treatment(t.id(), t.mechanism(), t.roles(), t.ticks(), t.matching(), t.timing(), t.reveal(), absent);
    }

    public static Block block(Treatment treatment, int rounds, String draws) {
        return new Block(treatment, rounds, draws, false);
    }

    /** A plan that starts when {@code seats} are taken. */
    public static Plan plan(int seats, Block... blocks) {
        return plan(new Seats(seats, 1, Seats.Start.WHEN_FULL), blocks);
    }

    public static Plan plan(Seats seats, Block... blocks) {
        return new Plan("Test", TICK, List.of(blocks), seats, Optional.empty(), Pay.NONE, "", Staffing.NONE, "source");
    }
}
