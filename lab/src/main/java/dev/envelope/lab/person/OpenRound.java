package dev.envelope.lab.person;

import dev.envelope.client.SeatClient;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.view.View;
import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.person.text.Money;
import dev.envelope.lab.person.text.RoundText;
import dev.envelope.lab.terminal.Terminal;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The open round as a terminal shows it: what is played, what the seat has sent that stands, and the time left. For one thread at a time. */
final class OpenRound {

    private final SeatClient seat;
    private final Terminal terminal;
    private final Catalogue words;
    private final RoundClock clock;
    private final StandingMessage standing;

    private @Nullable View view;

    /** The last round that is known to take no more messages, though its result has not come yet. */
    private int late;

    OpenRound(SeatClient seat, Terminal terminal, Catalogue words) {
        this.seat = seat;
        this.terminal = terminal;
        this.words = words;
        this.clock = new RoundClock(words);
        this.standing = new StandingMessage(terminal, words);
    }

    /** What the seat sees of the open round, if one is. */
    Optional<View> view() {
        return Optional.ofNullable(view);
    }

    private boolean is(int round) {
        return view != null && view.round() == round;
    }

    /** Whether a round is open that has no message yet and takes one. */
    boolean takesFirstMessage() {
        return view != null && standing.message().isEmpty() && view.round() != late;
    }

    /** Whether a round is open that was played, or takes no more messages. */
    boolean awaitsResult() {
        return view != null && (standing.message().isPresent() || view.round() == late);
    }

    /** Shows the round that opens. */
    void open(View opened) {
        view = opened;
        standing.become(opened.standing());
        clock.restart(opened.remainingMillis());
        new RoundText(words).of(opened).forEach(terminal::say);
        terminal.say(clock.text());
        standing.say(money());
    }

    /** No round is open. */
    void close() {
        view = null;
        standing.clear();
    }

    /** The result of {@code round} is there. */
    void settled(int round) {
        if (view != null && view.round() <= round) {
            close();
        }
    }

    /** The server takes no more messages in {@code round}. */
    void late(int round) {
        late = round;
    }

    /** {@code message} is about to be sent: it waits, if the connection is cut. */
    void sends(Message message) {
        standing.sends(message, seat.isConnected(), money());
    }

    /** The seat's message for {@code round} is on disk; another connection of the seat may have replaced it since. */
    void stored(int round, Message message) {
        if (is(round)) {
            standing.stored(newest(round).flatMap(View::standing).orElse(message), money());
        } else {
            standing.say(message, money());
        }
    }

    /** The latest view of {@code round}; what is heard of may be older, as it waits for its turn. */
    private Optional<View> newest(int round) {
        return seat.snapshot().view().filter(latest -> latest.round() == round);
    }

    /** Shows the time left and what stands. */
    void look() {
        if (view == null) {
            terminal.say(words.text("no.round"));
        } else {
            terminal.say(clock.text());
            standing.look(money());
        }
    }

    /** Shows the time left and what stands, if {@code round} is the one that is open. */
    void lookAt(int round) {
        if (is(round)) {
            look();
        }
    }

    /**
     * Takes over {@code told}, and shows what another connection of the seat has sent.
     *
     * @param returning whether the connection has just come back, and all is shown anyway
     */
    void refresh(View told, boolean returning) {
        if (is(told.round()) && !returning && !told.standing().equals(standing.message())) {
            told.standing().ifPresent(message -> standing.say(message, money()));
        }
        standing.become(newest(told.round()).orElse(told).standing());
        restart(told.remainingMillis());
    }

    /** The server has just said how long the round stays open. */
    void restart(OptionalLong remainingMillis) {
        clock.restart(remainingMillis);
    }

    /** Shows the time left, where the round stays open for longer than was known. */
    void extend(OptionalLong remainingMillis) {
        if (clock.isExtended(remainingMillis)) {
            restart(remainingMillis);
            terminal.say(clock.text());
        }
    }

    private Money money() {
        return new Money(ticks(), words);
    }

    /** All treatments of a session share their tick, so any of them will do for amounts. */
    Ticks ticks() {
        View round = view;
        return round == null
                ? seat.snapshot().treatments().get(0).ticks()
                : round.treatment().ticks();
    }
}
