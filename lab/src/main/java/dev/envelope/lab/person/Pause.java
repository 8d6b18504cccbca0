package dev.envelope.lab.person;

import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.terminal.Terminal;

/** Whether the session is paused as the person was last told. For one thread at a time. */
final class Pause {

    private final Terminal terminal;
    private final Catalogue words;
    private boolean told;

    Pause(Terminal terminal, Catalogue words) {
        this.terminal = terminal;
        this.words = words;
    }

    /** Whether {@code paused} is news. */
    boolean isNews(boolean paused) {
        return paused != told;
    }

    /**
     * Says that the session is paused or goes on, where that is news.
     *
     * @param again whether a pause is said even if it was
     */
    void say(boolean paused, boolean again) {
        boolean news = isNews(paused) || (paused && again);
        told = paused;
        if (news) {
            terminal.say(words.text(paused ? "paused" : "resumed"));
        }
    }
}
