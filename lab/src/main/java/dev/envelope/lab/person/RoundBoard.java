package dev.envelope.lab.person;

import dev.envelope.client.SeatClient;
import dev.envelope.client.SeatListener;
import dev.envelope.client.api.News;
import dev.envelope.client.api.Rejected;
import dev.envelope.game.message.Message;
import dev.envelope.game.rules.PayRules;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import dev.envelope.lab.person.text.AffairsText;
import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.person.text.PlaceText;
import dev.envelope.lab.terminal.Terminal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** What the person at a terminal has been told so far: shows every change, one at a time. */
final class RoundBoard implements SeatListener, FormTalk.Owner {
    private final SeatClient seat;
    private final Terminal terminal;
    private final Catalogue words;
    private final AffairsText affairs;
    private final FormTalk forms;
    private final OpenRound round;
    private final ShownResults results;
    private final FinalScreen finale;
    private final Place place;
    private final Pause pause;
    private final CompletableFuture<Optional<Throwable>> ended = new CompletableFuture<>();

    private boolean greeted;
    private boolean cut;
    private boolean returning;
    private volatile boolean declined;

    RoundBoard(SeatClient seat, Terminal terminal, Catalogue words) {
        this.seat = seat;
        this.terminal = terminal;
        this.words = words;
        this.affairs = new AffairsText(words);
        this.forms = new FormTalk(seat, terminal, words, this);
        this.round = new OpenRound(seat, terminal, words);
        this.results = new ShownResults(seat, terminal, words);
        this.finale = new FinalScreen(terminal, words, results);
        this.place = new Place(terminal);
        this.pause = new Pause(terminal, words);
    }

    /** What is filled out at the terminal. */
    FormTalk forms() {
        return forms;
    }

    @Override
    public synchronized void moved() {
        notifyAll();
    }

    @Override
    public void declined() {
        declined = true;
    }

    /** The open round, if one is. */
    synchronized Optional<View> open() {
        return round.view();
    }

    /** Waits for the session's end, or for the person to leave; what cut the connection for good, if that is the cause. */
    Optional<Throwable> awaitEnd() {
        return ended.join();
    }

    /** The person leaves. */
    void leave() {
        if (!ended.isDone()) {
            terminal.say(words.text("left"));
            ended.complete(Optional.empty());
        }
    }

    /** The person is gone, perhaps in the middle of a line. */
    void leaveAtOnce() {
        if (!ended.isDone()) {
            terminal.say("");
            leave();
        }
    }

    /** Waits until something is asked, or a round is open that has no message yet and takes one, or the end. */
    synchronized void awaitTurn() {
        await(() -> forms.isAsking() || (!forms.isDue() && round.takesFirstMessage()));
    }

    /** Waits for the result of the round that was played, and after the last round for the end. */
    synchronized void awaitSettled() {
        await(() -> forms.isDue() || (!round.awaitsResult() && !results.areAll()));
    }

    /** The server takes no more messages in round {@code number}. */
    synchronized void late(int number) {
        round.late(number);
    }

    private synchronized void await(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean() && !ended.isDone()) {
                wait(1_000);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** A message is about to be sent: it waits, if the connection is cut. */
    synchronized void sends(Message message) {
        round.sends(message);
    }

    /** The seat's message for round {@code number} is on disk. */
    synchronized void stored(int number, Message message) {
        round.stored(number, message);
    }

    /** Shows the time left and what stands. */
    synchronized void look() {
        round.look();
    }

    @Override
    public synchronized void refreshed(Snapshot snapshot) {
        boolean first = !greeted;
        if (first) {
            greet(snapshot);
        }
        if (!declined) {
            affairs.news(snapshot.affairs()).forEach(terminal::say);
        }
        roundsOver(snapshot);
        forms.news(snapshot.affairs().forms());
        if (returning) {
            forms.repeat();
            place.forget();
        }
        openView(snapshot).ifPresent(view -> round.refresh(view, returning));
        if (snapshot.phase() == Phase.LOBBY || first || returning) {
            place(snapshot);
        }
        pause.say(snapshot.paused(), first || returning);
        returning = false;
        over(snapshot);
    }

    private void greet(Snapshot snapshot) {
        greeted = true;
        terminal.say(words.text("welcome", snapshot.title(), seat.seat()));
        PayRules.sentences(snapshot.pay().terms(), words.language()).forEach(terminal::say);
    }

    /** Says where the session stands, unless a round that opens is about to say it. */
    private void place(Snapshot snapshot) {
        openView(snapshot)
                .ifPresentOrElse(
                        view -> round.lookAt(view.round()),
                        () -> new PlaceText(words).of(snapshot).ifPresent(place::say));
    }

    private static Optional<View> openView(Snapshot snapshot) {
        return snapshot.view().filter(view -> view.phase() == Phase.OPEN);
    }

    @Override
    public synchronized void newsArrived(News news) {
        Snapshot now = seat.snapshot();
        if (round.view().isEmpty() && now.phase() == Phase.LOBBY) {
            place.say(new PlaceText(words).lobby(now, news.seatsTaken(), news.seatsWanted()));
        }
    }

    @Override
    public synchronized void roundOpened(View view) {
        round.open(view);
        notifyAll();
    }

    @Override
    public synchronized void roundSettled(RoundResult result) {
        results.show(result, round.ticks());
        round.settled(result.round());
        notifyAll();
    }

    @Override
    public synchronized void sessionChanged(Snapshot snapshot) {
        if (pause.isNews(snapshot.paused())) {
            pause.say(snapshot.paused(), false);
            snapshot.view().ifPresent(view -> round.restart(view.remainingMillis()));
        }
        if (snapshot.phase() == Phase.OPEN) {
            snapshot.view().ifPresent(view -> round.extend(view.remainingMillis()));
        }
        roundsOver(snapshot);
        over(snapshot);
    }

    private void roundsOver(Snapshot snapshot) {
        if (finale.isPayNews(snapshot)) {
            round.close();
            finale.pay(snapshot, round.ticks());
        }
    }

    private void over(Snapshot snapshot) {
        if (finale.isEndNews(snapshot)) {
            finale.end(snapshot, round.ticks());
            ended.complete(Optional.empty());
            notifyAll();
        }
    }

    /** Said once, however often a new connection is tried. */
    @Override
    public synchronized void disconnected(Throwable cause, Duration retryIn) {
        if (!cut) {
            cut = true;
            terminal.say(words.text("cut", String.valueOf(cause.getMessage())));
        }
    }

    @Override
    public synchronized void reconnected() {
        cut = false;
        returning = true;
        terminal.say(words.text("back", seat.seat()));
    }

    private static boolean displaced(Throwable why) {
        return why instanceof Rejected rejected && rejected.code() == RefusalCode.TOO_MANY_CONNECTIONS;
    }

    @Override
    public synchronized void closed(Optional<Throwable> cause) {
        if (declined) {
            ended.complete(Optional.empty());
            notifyAll();
            return;
        }
        cause.ifPresent(why -> terminal.say(
                displaced(why) ? words.text("displaced") : words.text("gave.up", String.valueOf(why.getMessage()))));
        ended.complete(cause);
        notifyAll();
    }
}
