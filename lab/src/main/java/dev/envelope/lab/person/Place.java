package dev.envelope.lab.person;

import dev.envelope.lab.terminal.Terminal;

/** Where the session stands as the person was last told; the same is not said twice. For one thread at a time. */
final class Place {

    private final Terminal terminal;
    private String told = "";

    Place(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Says where the session stands, unless it was said last. */
    void say(String text) {
        if (!text.equals(told)) {
            told = text;
            terminal.say(text);
        }
    }

    /** Whatever was said may be said again. */
    void forget() {
        told = "";
    }
}
