package dev.envelope.lab.person;

import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Message;
import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.person.text.Money;
import dev.envelope.lab.terminal.Terminal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the seat has sent for the open round that stands, and what the person was told of it. For one thread at a time. */
final class StandingMessage {

    private final Terminal terminal;
    private final Catalogue words;

    private @Nullable Message message;

    /** What was last said to stand, since a message was typed. */
    private @Nullable Message told;

    StandingMessage(Terminal terminal, Catalogue words) {
        this.terminal = terminal;
        this.words = words;
    }

    /** What stands; empty where nothing does. */
    Optional<Message> message() {
        return Optional.ofNullable(message);
    }

    /** From now on {@code now} stands. */
    void become(Optional<Message> now) {
        message = now.orElse(null);
    }

    /** Nothing stands: no round is open. */
    void clear() {
        message = null;
    }

    /** {@code typed} is about to be sent: it waits, if the connection is cut. */
    void sends(Message typed, boolean isConnected, Money money) {
        told = null;
        if (!isConnected) {
            terminal.say(typed instanceof Abstain ? words.text("waits.pass") : words.text("waits", money.of(typed)));
        }
    }

    /** {@code now} is on disk; it is said, unless it was. */
    void stored(Message now, Money money) {
        message = now;
        if (!now.equals(told)) {
            say(now, money);
        }
    }

    /** Says that {@code stands} does. */
    void say(Message stands, Money money) {
        told = stands;
        terminal.say(
                stands instanceof Abstain ? words.text("standing.pass") : words.text("standing", money.of(stands)));
    }

    /** Says what stands, if anything does. */
    void say(Money money) {
        message().ifPresent(stands -> say(stands, money));
    }

    /** Says what stands, or that nothing was sent. */
    void look(Money money) {
        if (message == null) {
            terminal.say(words.text("nothing.yet"));
        }
        say(money);
    }
}
