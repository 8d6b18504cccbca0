package dev.envelope.lab.person;

import dev.envelope.game.plan.Ticks;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.Snapshot;
import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.person.text.Money;
import dev.envelope.lab.person.text.PayText;
import dev.envelope.lab.terminal.Terminal;

/**
 * What a person is shown at the end, once: the last result, the total and what is paid, when it is known, and that the session is
 * over. A questionnaire comes in between. For one thread at a time.
 */
final class FinalScreen {

    private final Terminal terminal;
    private final Catalogue words;
    private final ShownResults results;
    private boolean hasPaid;
    private boolean isOver;

    FinalScreen(Terminal terminal, Catalogue words, ShownResults results) {
        this.terminal = terminal;
        this.words = words;
        this.results = results;
    }

    /** Whether the rounds are over and what is paid is known, while people fill out the questionnaire, and it is news. */
    boolean isPayNews(Snapshot snapshot) {
        return snapshot.phase() == Phase.QUESTIONNAIRE && snapshot.pay().paid().isPresent() && !hasPaid;
    }

    /** Shows what is paid, before the questionnaire. */
    void pay(Snapshot snapshot, Ticks ticks) {
        hasPaid = true;
        total("rounds.over", snapshot, ticks);
    }

    /** Whether the session is over, and it is news. */
    boolean isEndNews(Snapshot snapshot) {
        return snapshot.phase() == Phase.FINISHED && !isOver;
    }

    /** Shows that the session is over, and what is paid where that was not shown. */
    void end(Snapshot snapshot, Ticks ticks) {
        isOver = true;
        if (hasPaid) {
            terminal.say(words.text("over"));
        } else {
            total("finished", snapshot, ticks);
        }
    }

    private void total(String key, Snapshot snapshot, Ticks ticks) {
        Money money = new Money(ticks, words);
        snapshot.lastResult().ifPresent(result -> results.show(result, ticks));
        terminal.say(words.text(key, money.points(snapshot.totalTicks())));
        new PayText(words).of(snapshot.pay(), money).forEach(terminal::say);
    }
}
