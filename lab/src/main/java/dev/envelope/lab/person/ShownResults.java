package dev.envelope.lab.person;

import dev.envelope.client.SeatClient;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.view.RoundResult;
import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.person.text.PayText;
import dev.envelope.lab.person.text.ResultText;
import dev.envelope.lab.terminal.Terminal;

/** The results of rounds as a terminal shows them, each once. For one thread at a time. */
final class ShownResults {

    private final SeatClient seat;
    private final Terminal terminal;
    private final Catalogue words;
    private int last;

    ShownResults(SeatClient seat, Terminal terminal, Catalogue words) {
        this.seat = seat;
        this.terminal = terminal;
        this.words = words;
    }

    /** Whether the last round's result was shown. */
    boolean areAll() {
        return last >= seat.snapshot().rounds();
    }

    /** Shows {@code result}, unless it was. */
    void show(RoundResult result, Ticks ticks) {
        if (result.round() <= last) {
            return;
        }
        last = result.round();
        new ResultText(words).of(result, ticks).forEach(terminal::say);
        new PayText(words).afterRound(seat.snapshot(), result, ticks.size()).ifPresent(terminal::say);
        if (result.byDefault() && seat.snapshot().affairs().playedBy().isEmpty()) {
            terminal.say(words.text("still.there"));
        }
    }
}
