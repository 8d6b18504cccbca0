package dev.envelope.game.headless;

import dev.envelope.game.message.Amount;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.DistributionSpec;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.session.TestPlans;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.theory.mechanism.Side;
import java.util.List;

/** Plans that are played without a server, and who plays them. */
final class HeadlessPlans {

    static final Treatment FIRST = TestPlans.bidders(TestPlans.treatment(MechanismType.FIRST_PRICE), 4);
    static final Treatment SECOND = TestPlans.bidders(TestPlans.treatment(MechanismType.SECOND_PRICE), 4);
    static final Treatment THIRD = TestPlans.treatment(MechanismType.THIRD_PRICE);
    static final Treatment TRADE = TestPlans.treatment(MechanismType.K_DOUBLE_AUCTION);
    static final Treatment OPTIMAL = TestPlans.roles(
            TestPlans.treatment(MechanismType.OPTIMAL),
            List.of(
                    new RoleSpec("weak", Side.BIDDER, 1, DistributionSpec.uniform(0, 80)),
                    new RoleSpec("strong", Side.BIDDER, 1, DistributionSpec.uniform(0, 120))));

    private HeadlessPlans() {}

    static Plan plan(int rounds) {
        return TestPlans.plan(
                24,
                TestPlans.block(FIRST, rounds, "ipv"),
                TestPlans.block(SECOND, rounds, "ipv"),
                TestPlans.block(THIRD, rounds, "ipv"),
                TestPlans.block(TRADE, rounds, "trade"),
                TestPlans.block(OPTIMAL, rounds, "optimal"));
    }

    static Strategy truthful() {
        return (view, random) -> view.treatment().mechanism().type().messageKind() == MessageKind.REPORT
                ? Report.of(view.valueTicks())
                : new Amount(view.valueTicks());
    }
}
