package dev.envelope.game.asked;

import static dev.envelope.game.asked.AskedGames.clear;
import static dev.envelope.game.asked.AskedGames.game;
import static dev.envelope.game.asked.AskedGames.payments;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReportedTypesTest {

    /** McAfee's and the traders' VCG as other direct mechanisms. */
    @Test
    void tradersReportTypesThatThereAre() {
        String discrete = ", roles: [{side: buyer, count: 2, values: {type: discrete, values: [1, 4]}}, {side: seller,"
                + " count: 2, values: {type: discrete, values: [0, 2]}}]}";
        String spread = ", roles: [{side: buyer, count: 2, values: [1, 4]}, {side: seller, count: 2, values: [0, 2]}]}";
        for (String mechanism : new String[] {"mcafee", "vcg"}) {
            String game = "{mechanism: " + mechanism;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> clear(game + discrete, "{buyer: [4, 3], seller: [0, 2]}"))
                    .withMessage("message 2 (buyer): 3.0 (expected: one of [1.0, 4.0])");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> clear(game + spread, "{buyer: [4, 3], seller: [0, 2.5]}"))
                    .withMessage("message 4 (seller): 2.5 (expected: a type in [0.0, 2.0])");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> clear(game + spread, "{buyer: [0.5, 3], seller: [0, 2]}"))
                    .withMessage("message 1 (buyer): 0.5 (expected: a type in [1.0, 4.0])");
        }
        // 4 and 0 trade. McAfee's price lies between 1 and 2, at which the next two would not.
        String reports = "{buyer: [4, 1], seller: [0, 2]}";
        assertThat(payments(clear("{mechanism: mcafee" + discrete, reports))).containsExactly(1.5, 0.0, -1.5, 0.0);
        // Without the buyer of 4 the others would gain 1 − 0, without the seller of 0 they would gain 4 − 2.
        assertThat(payments(clear("{mechanism: vcg" + discrete, reports))).containsExactly(1.0, 0.0, -2.0, 0.0);
    }
}
