package dev.envelope.lab.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.client.api.Rejected;
import dev.envelope.game.message.Amount;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Bids that come from a pipe rather than from a person. */
class PipedLinesTest extends PersonAtWork {

    @Test
    void linesOfAPipeAreForOneRoundEachAndAWrongOneDoesNotCount() {
        play(pipe("oops\n30\n31\n"), "EN");
        seat.open(1);
        sees("\"oops\" is no amount", "Your 30.00 stands");
        seat.won(1);
        assertThat(seat.submitted).containsExactly(new Amount(3_000));
        seat.open(2);
        sees("Your 31.00 stands");
        assertThat(end).isNotDone();
        seat.won(2);
        sees("total 24.80");
        seat.finish();
        assertThat(end).succeedsWithin(Duration.ofSeconds(5));
        sees("The session is over.");
        assertThat(unbroken()).doesNotContain("You have left");
    }

    @Test
    void whoseLinesEndBeforeTheRoundsLeavesAfterTheResult() {
        play(pipe("30\n"), "EN");
        seat.open(1);
        sees("Your 30.00 stands");
        assertThat(end).isNotDone();
        seat.won(1);
        assertThat(end).succeedsWithin(Duration.ofSeconds(5));
        assertThat(unbroken()).containsSubsequence("total 12.40", "You have left");
    }

    @Test
    void lineThatCameTooLateWaitsForTheResultAndTheNextLineForTheNextRound() {
        seat.refuseNext(new Rejected(new Refusal(RefusalCode.LATE, "round 1 has closed")));
        play(pipe("30\n31\n"), "EN");
        seat.open(1);
        sees("Refused: round 1 has closed");
        seat.won(1);
        seat.open(2);
        sees("Your 31.00 stands");
        seat.won(2);
        seat.finish();
        assertThat(end).succeedsWithin(Duration.ofSeconds(5));
        assertThat(seat.submitted).containsExactly(new Amount(3_100));
        assertThat(unbroken())
                .containsSubsequence("has closed", "total 12.40", "Round 2 of 2")
                .doesNotContain("You have left");
    }

    @Test
    void lastLineThatCameTooLateDoesNotHideTheResult() {
        seat.refuseNext(new Rejected(new Refusal(RefusalCode.LATE, "round 1 has closed")));
        play(pipe("30\n"), "EN");
        seat.open(1);
        sees("Refused: round 1 has closed");
        seat.won(1);
        assertThat(end).succeedsWithin(Duration.ofSeconds(5));
        assertThat(unbroken()).containsSubsequence("total 12.40", "You have left");
    }
}
