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
        assertThat(InstructorCommand.standing(open(false))).isEqualTo("\"Class\": 3 of 4 seats taken, a round is open");
        assertThat(InstructorCommand.standing(open(true)))
                .isEqualTo("\"Class\": 3 of 4 seats taken, a round is open; the session ends after this round");
    }

    private static Snapshot open(boolean ending) {
        return new Snapshot(
                "Class",
                Phase.OPEN,
                false,
                3,
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
