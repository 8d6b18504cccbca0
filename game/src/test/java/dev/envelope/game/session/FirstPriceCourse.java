package dev.envelope.game.session;

import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.Treatment;
import java.util.List;

/** What the tests of a session's course play. */
final class FirstPriceCourse {

    static final Treatment FIRST_PRICE = TestPlans.treatment(MechanismType.FIRST_PRICE);

    private FirstPriceCourse() {}

    static Plan plan(int seats, int rounds) {
        return TestPlans.plan(seats, TestPlans.block(FIRST_PRICE, rounds, "a"));
    }

    static List<String> names(Decision decision) {
        return decision.events().stream().map(e -> e.getClass().getSimpleName()).toList();
    }
}
