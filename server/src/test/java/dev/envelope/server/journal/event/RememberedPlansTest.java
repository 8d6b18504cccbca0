package dev.envelope.server.journal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envelope.game.plan.Plan;
import dev.envelope.game.plan.file.PlanReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RememberedPlansTest {

    private final List<String> read = new ArrayList<>();
    private final RememberedPlans plans = new RememberedPlans(this::read);

    private Plan read(String text) {
        read.add(text);
        return PlanReader.read(text).orElseThrow();
    }

    private static String plan(int rounds) {
        return "envelope: 1\nseats: 2\nrounds: " + rounds
                + "\ntreatments:\n  main: {mechanism: first_price, bidders: 2, values: [0, 100]}\n";
    }

    @Test
    void readsAPlanOnce() {
        Plan first = plans.apply(plan(1));

        assertThat(plans.apply(plan(2)).rounds()).isEqualTo(2);
        assertThat(plans.apply(plan(1))).isSameAs(first);
        assertThat(read).containsExactly(plan(1), plan(2));
    }

    @Test
    void forgetsThePlanThatWasNotAskedForLongest() {
        for (int rounds = 1; rounds <= 16; rounds++) {
            plans.apply(plan(rounds));
        }
        plans.apply(plan(1));
        plans.apply(plan(17));
        read.clear();

        plans.apply(plan(3));
        plans.apply(plan(1));
        plans.apply(plan(2));

        assertThat(read).containsExactly(plan(2));
    }

    @Test
    void sawNoPlanInWhatIsNone() {
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> plans.apply("envelope: 7")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(read).hasSize(2);
    }
}
