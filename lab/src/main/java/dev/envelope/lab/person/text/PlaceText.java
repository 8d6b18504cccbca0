package dev.envelope.lab.person.text;

import dev.envelope.game.forms.FormKind;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.plan.forms.Forms;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.Snapshot;
import java.util.Optional;

/** Where a session stands while the seat has no open round, in words: what has been played, and what is waited for. */
public final class PlaceText {
    private final Catalogue words;

    public PlaceText(Catalogue words) {
        this.words = words;
    }

    /** Empty when the rounds are over, of which there is more to say. */
    public Optional<String> of(Snapshot snapshot) {
        if (snapshot.phase() == Phase.FINISHED || snapshot.phase() == Phase.QUESTIONNAIRE) {
            return Optional.empty();
        }
        if (snapshot.phase() == Phase.LOBBY) {
            return Optional.of(lobby(snapshot, snapshot.seatsTaken(), snapshot.seatsWanted()));
        }
        if (snapshot.phase() == Phase.OPEN) {
            return Optional.of(words.text("wait.out"));
        }
        int played = snapshot.lastResult().map(RoundResult::round).orElse(0);
        if (played == 0) {
            return Optional.of(words.text("wait.first"));
        }
        Ticks ticks = snapshot.treatments().get(0).ticks();
        String total = new Money(ticks, words).points(snapshot.totalTicks());
        return Optional.of(words.text("wait.next", played, snapshot.rounds(), total));
    }

    /** How many seats are taken before the first round, and who begins it. */
    public String lobby(Snapshot snapshot, int taken, int wanted) {
        boolean asked = snapshot.affairs().forms().pages().stream().anyMatch(page -> page != FormKind.INSTRUCTIONS);
        if (!snapshot.instructorStarts() && asked && taken >= wanted) {
            return words.text("lobby.forms", Forms.PATIENCE_MILLIS / 60_000);
        }
        return words.text(snapshot.instructorStarts() ? "lobby.instructor" : "lobby", taken, wanted);
    }
}
