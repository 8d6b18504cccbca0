package dev.envelope.lab.command.seat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.view.PayView;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.SeatAffairs;
import dev.envelope.game.view.SeedProof;
import dev.envelope.game.view.Snapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstructorCommandTest {

    @Test
    void sessionThatEndsAfterItsRoundSaysSo() {
        assertThat(InstructorCommand.standing(open(3, false)))
                .isEqualTo("\"Class\": 3 of 4 seats taken, a round is open");
        assertThat(InstructorCommand.standing(open(3, true)))
                .isEqualTo("\"Class\": 3 of 4 seats taken, a round is open; the session ends after this round");
    }

    @Test
    void seatsThatWereAddedToThoseOfThePlanAreToldApart() {
        assertThat(InstructorCommand.standing(open(5, false)))
                .isEqualTo("\"Class\": 5 seats taken, 1 more than the plan's 4, a round is open");
    }

    private static Snapshot open(int taken, boolean ending) {
        return new Snapshot(
                "Class",
                Phase.OPEN,
                false,
                taken,
                4,
                true,
                ending,
                5,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                new SeedProof("00", false, Optional.empty()),
                PayView.NONE,
                SeatAffairs.NONE);
    }
}
